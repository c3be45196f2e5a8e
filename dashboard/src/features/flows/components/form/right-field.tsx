/** With what is it compared? As many values as the comparison takes. */
import { Plus, X } from "lucide-react";

import type { Operator } from "../../model/conditions";
import type { Json } from "../../model/definition";
import { TextInput } from "./controls";
import { OperandField } from "./operand-field";

interface RightFieldProps {
  id: string;
  operator: Operator;
  value: Json | undefined;
  disabled: boolean;
  onChange: (value: Json) => void;
}

export function RightField({ id, operator, value, disabled, onChange }: RightFieldProps) {
  switch (operator.right) {
    case "none":
      return null;
    case "pattern":
      return <TextInput id={id} aria-label="Padrão" spellCheck={false} className="font-mono" maxLength={500} value={typeof value === "string" ? value : ""} disabled={disabled} onChange={(event) => onChange(event.target.value)} />;
    case "operand":
      return <OperandField id={id} label="Valor" value={Array.isArray(value) ? value[0] : value} disabled={disabled} onChange={onChange} />;
    case "two": {
      const [low = "", high = ""] = Array.isArray(value) ? value : [value ?? ""];
      return (
        <div className="flex flex-col gap-1.5">
          <OperandField id={id} label="Do valor" value={low} disabled={disabled} onChange={(next) => onChange([next, high])} />
          <OperandField id={`${id}-2`} label="Até o valor" value={high} disabled={disabled} onChange={(next) => onChange([low, next])} />
        </div>
      );
    }
    case "list":
      return <Several id={id} items={Array.isArray(value) ? value : [value ?? ""]} disabled={disabled} onChange={onChange} />;
  }
}

function Several({ id, items, disabled, onChange }: { id: string; items: Json[]; disabled: boolean; onChange: (value: Json) => void }) {
  return (
    <div className="flex flex-col gap-1.5">
      {items.map((item, index) => (
        <div key={index} className="flex items-center gap-1.5">
          <div className="min-w-0 flex-1">
            <OperandField id={`${id}-${index}`} label={`Valor ${index + 1}`} value={item} disabled={disabled} onChange={(next) => onChange(items.map((other, at) => (at === index ? next : other)))} />
          </div>
          {items.length > 1 && !disabled && (
            <button type="button" aria-label={`Remover o valor ${index + 1}`} onClick={() => onChange(items.filter((_, at) => at !== index))} className="flex size-7 shrink-0 items-center justify-center rounded-md text-ink-3 hover:bg-hover hover:text-danger-text">
              <X className="size-3.5" aria-hidden />
            </button>
          )}
        </div>
      ))}
      {!disabled && (
        <button type="button" onClick={() => onChange([...items, ""])} className="inline-flex h-7 items-center gap-1 self-start rounded-md px-1.5 text-sm font-medium text-accent-text hover:bg-hover">
          <Plus className="size-3.5" aria-hidden />
          Valor
        </button>
      )}
    </div>
  );
}
