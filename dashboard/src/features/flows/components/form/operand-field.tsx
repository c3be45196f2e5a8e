/** Which value: a text with variables, a variable as it is, a number, yes or no, nothing? */
import { isRecord, type Json } from "../../model/definition";
import { NumberInput, Select } from "./controls";
import { NameField } from "./name-field";
import { TemplateField } from "./template-field";

type Kind = "text" | "variable" | "number" | "boolean" | "empty";

const KINDS: readonly (readonly [Kind, string])[] = [
  ["text", "Texto"],
  ["variable", "Variável"],
  ["number", "Número"],
  ["boolean", "Sim ou não"],
  ["empty", "Vazio"],
];

interface OperandFieldProps {
  id: string;
  label: string;
  value: Json | undefined;
  disabled?: boolean;
  invalid?: boolean;
  maxLength?: number;
  onChange: (value: Json) => void;
}

export function OperandField({ id, label, value, disabled, invalid, maxLength = 4_000, onChange }: OperandFieldProps) {
  const kind = kindOf(value);
  return (
    <div className="flex gap-1.5">
      <Select aria-label={`Tipo de ${label.toLowerCase()}`} className="!w-24 shrink-0 text-sm text-ink-2" choices={KINDS} value={kind} disabled={disabled} onChange={(next) => onChange(converted(value, next as Kind))} />
      <div className="min-w-0 flex-1">
        <Editor id={id} label={label} kind={kind} value={value} {...(disabled === undefined ? {} : { disabled })} {...(invalid === undefined ? {} : { invalid })} maxLength={maxLength} onChange={onChange} />
      </div>
    </div>
  );
}

function Editor({ id, label, kind, value, disabled = false, invalid = false, maxLength, onChange }: OperandFieldProps & { kind: Kind; maxLength: number }) {
  switch (kind) {
    case "variable":
      return <NameField id={id} label={label} value={nameIn(value)} disabled={disabled} invalid={invalid} onChange={(name) => onChange({ variable: name })} />;
    case "number":
      return <NumberInput id={id} value={typeof value === "number" ? value : 0} whole={false} disabled={disabled} invalid={invalid} onChange={(next) => onChange(next ?? 0)} />;
    case "boolean":
      return <Select id={id} aria-label={label} choices={[["sim", "Sim"], ["nao", "Não"]]} value={value === true ? "sim" : "nao"} disabled={disabled} onChange={(word) => onChange(word === "sim")} />;
    case "empty":
      return <p className="flex h-9 items-center rounded-lg border border-dashed border-line-strong px-2.5 text-sm text-ink-3">nenhum valor</p>;
    case "text":
      return <TemplateField id={id} value={typeof value === "string" ? value : ""} rows={1} maxLength={maxLength} disabled={disabled} invalid={invalid} onChange={onChange} />;
  }
}

function kindOf(value: Json | undefined): Kind {
  if (value === null) return "empty";
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "boolean";
  return isRecord(value) ? "variable" : "text";
}

const nameIn = (value: Json | undefined): string => (isRecord(value) && typeof value.variable === "string" ? value.variable : "");

/** The same value as another kind, as far as it can be. */
function converted(value: Json | undefined, kind: Kind): Json {
  const name = nameIn(value);
  const text = typeof value === "string" ? value : typeof value === "number" ? String(value) : name === "" ? "" : `{{ ${name} }}`;
  switch (kind) {
    case "text":
      return text;
    case "variable":
      return { variable: /^\{\{\s*([\p{L}\d_.]+)\s*\}\}$/u.exec(text)?.[1] ?? "" };
    case "number":
      return Number.isFinite(Number(text)) ? Number(text) : 0;
    case "boolean":
      return value === true;
    case "empty":
      return null;
  }
}
