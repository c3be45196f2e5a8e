/** Which secret goes along? By name; its value is never here. */
import type { ControlProps } from "./field-control";
import { TextInput } from "./controls";

export function SecretField({ id, value, schema, disabled, invalid, onChange }: ControlProps) {
  return <TextInput id={id} value={typeof value === "string" ? value : ""} maxLength={schema.maxLength} disabled={disabled} invalid={invalid} placeholder="nome_do_segredo" spellCheck={false} onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.value)} />;
}
