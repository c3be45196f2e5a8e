/** Which control does an option take? Its widget says so; what is unknown becomes a line of text. */
import type { ReactNode } from "react";

import { lookup } from "@/lib/lookup";

import { isRecord, type Json } from "../../model/definition";
import { blankOf, type Schema } from "../../model/manifest";
import { useBuilder } from "../../state/context";
import { ConditionField } from "./condition-field";
import { NumberInput, Select, Switch, TextInput } from "./controls";
import { Fields } from "./fields";
import { ItemsField } from "./items-field";
import { NameField } from "./name-field";
import { OperandField } from "./operand-field";
import { SecretField } from "./secret-field";
import { TemplateField } from "./template-field";

export interface ControlProps {
  id: string;
  path: string;
  schema: Schema;
  value: Json | undefined;
  required: boolean;
  disabled: boolean;
  invalid: boolean;
  onChange: (value: Json | undefined) => void;
}

export function FieldControl(props: ControlProps) {
  const Control = lookup(CONTROLS, props.schema.widget ?? "") ?? Line;
  return <Control {...props} />;
}

const CONTROLS: Record<string, (props: ControlProps) => ReactNode> = {
  template: Template,
  variable: Variable,
  select: Choose,
  checks: Checks,
  switch: Toggle,
  number: Count,
  items: ItemsField,
  group: Group,
  condition: Condition,
  value: Operand,
  flow: FlowChoice,
  secret: SecretField,
};

const textOf = (value: Json | undefined): string => (typeof value === "string" ? value : "");
const standing = ({ default: value }: Schema): string => textOf(value);
/** What is emptied is left out, unless it must be there. */
const kept = (next: string, required: boolean): string | undefined => (next === "" && !required ? undefined : next);

function Line({ id, schema, value, required, disabled, invalid, onChange }: ControlProps) {
  return <TextInput id={id} value={textOf(value)} maxLength={schema.maxLength} placeholder={standing(schema)} disabled={disabled} invalid={invalid} className={schema.widget === "pattern" ? "font-mono" : ""} onChange={(event) => onChange(kept(event.target.value, required))} />;
}

function Template({ id, schema, value, required, disabled, invalid, onChange }: ControlProps) {
  return <TemplateField id={id} value={textOf(value)} rows={schema.rows ?? 1} maxLength={schema.maxLength ?? 8_192} placeholder={standing(schema)} disabled={disabled} invalid={invalid} onChange={(next) => onChange(kept(next, required))} />;
}

function Variable({ id, value, required, disabled, invalid, onChange }: ControlProps) {
  return <NameField id={id} settable value={textOf(value)} disabled={disabled} invalid={invalid} onChange={(next) => onChange(kept(next, required))} />;
}

function Toggle({ id, path, schema, value, disabled, onChange }: ControlProps) {
  const usual = schema.default === true;
  return <Switch id={id} label={schema.title ?? path} help={schema.description} checked={value === undefined ? usual : value === true} disabled={disabled} onChange={(on) => onChange(on === usual ? undefined : on)} />;
}

function Condition({ schema, value, disabled, onChange }: ControlProps) {
  return <ConditionField label={schema.title ?? "Condição"} value={value} disabled={disabled} onChange={onChange} />;
}

function Operand({ id, schema, value, disabled, invalid, onChange }: ControlProps) {
  return <OperandField id={id} label={schema.title ?? "Valor"} value={value === undefined ? (schema.default ?? "") : value} disabled={disabled} invalid={invalid} onChange={onChange} />;
}

function Count({ id, schema, value, required, disabled, invalid, onChange }: ControlProps) {
  const whole = schema.type === "integer";
  return (
    <NumberInput
      id={id}
      whole={whole}
      value={typeof value === "number" ? value : null}
      placeholder={typeof schema.default === "number" ? String(schema.default) : ""}
      minimum={whole ? schema.minimum : undefined}
      maximum={whole ? schema.maximum : undefined}
      disabled={disabled}
      invalid={invalid}
      onChange={(next) => onChange(next ?? (required ? (schema.minimum ?? 0) : undefined))}
    />
  );
}

function Choose({ id, schema, value, disabled, invalid, onChange }: ControlProps) {
  const words = schema.enum ?? [];
  const labels = schema.enumLabels ?? words;
  const chosen = typeof value === "string" ? value.toLowerCase() : typeof schema.default === "string" ? schema.default : (words[0] ?? "");
  return <Select id={id} choices={words.map((word, at) => [word, labels[at] ?? word] as const)} value={chosen} disabled={disabled} invalid={invalid} onChange={onChange} />;
}

function Checks({ schema, value, disabled, onChange }: ControlProps) {
  const words = schema.items?.enum ?? [];
  const labels = schema.items?.enumLabels ?? words;
  const chosen = new Set(Array.isArray(value) ? value : []);
  const toggle = (word: string) => {
    const next = words.filter((other) => (other === word ? !chosen.has(word) : chosen.has(other)));
    onChange(next.length === 0 ? undefined : next);
  };
  return (
    <div className="flex flex-wrap gap-1.5">
      {words.map((word, at) => (
        <label key={word} className="inline-flex h-8 items-center gap-1.5 rounded-lg border border-line-strong bg-surface px-2.5 text-list has-checked:border-accent has-checked:bg-selected">
          <input type="checkbox" className="accent-accent" checked={chosen.has(word)} disabled={disabled} onChange={() => toggle(word)} />
          {labels[at] ?? word}
        </label>
      ))}
    </div>
  );
}

function Group({ path, schema, value, disabled, onChange }: ControlProps) {
  const on = isRecord(value);
  return (
    <div className="flex flex-col gap-3 rounded-lg border border-line bg-sunken p-2.5">
      <Switch id={`${path}-on`} label={on ? "Usar" : "Não usar"} checked={on} disabled={disabled} onChange={(next) => onChange(next ? blankOf(schema) : undefined)} />
      {on && <Fields path={path} schema={schema} value={value} disabled={disabled} onChange={onChange} />}
    </div>
  );
}

function FlowChoice({ id, value, disabled, invalid, onChange }: ControlProps) {
  const { flows, flowId } = useBuilder();
  const others = flows.filter((one) => one.id !== flowId);
  const chosen = typeof value === "string" ? value : "";
  const unknown = chosen !== "" && !others.some((one) => one.id === chosen);
  const choices: [string, string][] = [["", "Escolha um fluxo"], ...others.map((one): [string, string] => [one.id, one.name]), ...(unknown ? [[chosen, chosen] as [string, string]] : [])];
  return <Select id={id} choices={choices} value={chosen} disabled={disabled} invalid={invalid} onChange={onChange} data-testid="flow-choice" />;
}
