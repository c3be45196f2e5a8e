/** Which form does a schema ask for? One control a property, in its order. */
import { ChevronRight } from "lucide-react";
import { useId, useState } from "react";

import { cx } from "@/lib/classes";

import type { Json, Options } from "../../model/definition";
import { propertiesOf, type Schema } from "../../model/manifest";
import { useBuilder, useSelected } from "../../state/context";
import { FieldControl } from "./field-control";
import { Labelled } from "./controls";

interface FieldsProps {
  path: string;
  schema: Schema;
  value: Options;
  disabled: boolean;
  /** Which options matter, given the others. */
  concerns?: (name: string) => boolean;
  /** In a card of a list: what is rarely needed stays folded. */
  inItem?: boolean;
  onChange: (value: Options) => void;
}

/** What a form can do without until somebody asks. */
const RARE = new Set(["id", "also", "value", "contact_field", "filename"]);
const HIDDEN_UNTIL_ASKED = "Mais opções";

export function Fields({ path, schema, value, disabled, concerns = () => true, inItem = false, onChange }: FieldsProps) {
  const [more, setMore] = useState(false);
  const all = propertiesOf(schema).filter(([name]) => concerns(name));
  const rare = inItem && schema.properties?.id !== undefined ? all.filter(([name]) => RARE.has(name)) : [];
  const plain = all.filter((entry) => !rare.includes(entry));
  const draw = ([name, one]: [string, Schema]) => (
    <Field
      key={name}
      path={`${path}.${name}`}
      schema={one}
      value={value[name]}
      required={(schema.required ?? []).includes(name)}
      disabled={disabled}
      onChange={(next) => onChange(withValue(value, name, next))}
    />
  );
  return (
    <>
      {plain.map(draw)}
      {rare.length > 0 && (
        <>
          <button type="button" aria-expanded={more} onClick={() => setMore(!more)} className="inline-flex items-center gap-1 self-start text-sm font-medium text-ink-2 hover:text-ink">
            <ChevronRight className={cx("size-3.5 transition-transform", more && "rotate-90")} aria-hidden />
            {HIDDEN_UNTIL_ASKED}
          </button>
          {more && rare.map(draw)}
        </>
      )}
    </>
  );
}

/** What is empty is left out: the engine's default stands then. */
function withValue(options: Options, name: string, next: Json | undefined): Options {
  if (next !== undefined) return { ...options, [name]: next };
  const { [name]: _, ...rest } = options;
  return rest;
}

interface FieldProps {
  path: string;
  schema: Schema;
  value: Json | undefined;
  required: boolean;
  disabled: boolean;
  onChange: (value: Json | undefined) => void;
}

function Field({ path, schema, value, required, disabled, onChange }: FieldProps) {
  const id = useId();
  const { problems } = useBuilder();
  const sentences = useSelected(problems, (all) => all.filter((problem) => problem.path === path).map((problem) => problem.sentence).join("\n"));
  const told = sentences === "" ? [] : sentences.split("\n");
  const control = <FieldControl id={id} path={path} schema={schema} value={value} required={required} disabled={disabled} invalid={told.length > 0} onChange={onChange} />;
  if (schema.widget === "switch") return control;
  const length = typeof value === "string" ? value.length : 0;
  const limit = schema.maxLength ?? Infinity;
  return (
    <Labelled
      htmlFor={id}
      label={schema.title ?? path}
      required={required}
      problems={told}
      {...(schema.description === undefined ? {} : { help: schema.description })}
      aside={length > limit * 0.8 && <span className={cx("text-sm tabular-nums", length >= limit ? "text-danger-text" : "text-ink-3")}>{`${length} de ${limit}`}</span>}
    >
      {control}
    </Labelled>
  );
}
