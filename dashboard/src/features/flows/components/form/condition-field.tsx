/** When does it hold? Comparisons joined by "and" or "or", as deep as needed. */
import { ListPlus, Plus, X } from "lucide-react";
import { type ReactNode, useId } from "react";

import { cx } from "@/lib/classes";

import { operatorOf, OPERATORS, rightFor } from "../../model/conditions";
import { isRecord, type Json } from "../../model/definition";
import { Select } from "./controls";
import { OperandField } from "./operand-field";
import { RightField } from "./right-field";

interface ConditionFieldProps {
  label: string;
  value: Json | undefined;
  disabled?: boolean;
  depth?: number;
  onChange: (value: Json) => void;
  onRemove?: () => void;
}

type Join = "all" | "any";
const DEEPEST = 4;
const blank = (): Json => ({ left: { variable: "" }, op: "equals", right: "" });

export function ConditionField({ label, value, disabled = false, depth = 0, onChange, onRemove }: ConditionFieldProps) {
  const group = groupOf(value);
  const { join, negated, parts } = group;
  const write = (next: Partial<typeof group>) => onChange(written({ ...group, ...next }, depth));
  return (
    <fieldset className={cx("flex flex-col gap-2", depth > 0 && "rounded-lg border border-line bg-sunken p-2")}>
      <legend className="sr-only">{label}</legend>
      {(parts.length > 1 || depth > 0 || negated) && (
        <div className="flex items-center gap-1.5 text-sm text-ink-2">
          <Select
            aria-label="Como as condições se juntam"
            className="!h-7 !w-auto text-sm"
            disabled={disabled}
            choices={[["all", "Todas valem"], ["any", "Alguma vale"], ["not-all", "Não valem todas"], ["not-any", "Nenhuma vale"]]}
            value={`${negated ? "not-" : ""}${join}`}
            onChange={(word) => write({ negated: word.startsWith("not-"), join: word.endsWith("any") ? "any" : "all" })}
          />
          {onRemove && !disabled && <RemoveButton label="Remover o grupo" onClick={onRemove} />}
        </div>
      )}
      {parts.map((part, index) => {
        const change = (next: Json) => write({ parts: parts.map((other, at) => (at === index ? next : other)) });
        const drop = () => write({ parts: parts.filter((_, at) => at !== index) });
        return isGroup(part) ? (
          <ConditionField key={index} label={`Grupo ${index + 1}`} value={part} depth={depth + 1} disabled={disabled} onChange={change} onRemove={drop} />
        ) : (
          <Comparison key={index} value={part} disabled={disabled} onChange={change} {...(parts.length > 1 || depth > 0 ? { onRemove: drop } : {})} />
        );
      })}
      {!disabled && (
        <div className="flex gap-1">
          <AddButton icon={<Plus aria-hidden />} label="Condição" onClick={() => write({ parts: [...parts, blank()] })} />
          {depth < DEEPEST && <AddButton icon={<ListPlus aria-hidden />} label="Grupo" onClick={() => write({ parts: [...parts, { any: [blank()] }] })} />}
        </div>
      )}
    </fieldset>
  );
}

function Comparison({ value, disabled, onChange, onRemove }: { value: Json; disabled: boolean; onChange: (value: Json) => void; onRemove?: () => void }) {
  const id = useId();
  const given: Record<string, Json> = isRecord(value) ? (value) : {};
  const operator = operatorOf(given.op) ?? OPERATORS[0];
  if (!operator) return null;
  const setOperator = (key: string) => {
    const next = operatorOf(key);
    if (!next) return;
    const { right: _, ...rest } = given;
    const right = rightFor(next, given.right);
    onChange({ ...rest, op: key, ...(right === undefined ? {} : { right }) });
  };
  return (
    <div className="flex flex-col gap-1.5 rounded-lg border border-line bg-surface p-2" data-testid="comparison">
      <div className="flex items-center gap-1.5">
        <div className="min-w-0 flex-1">
          <OperandField id={`${id}-left`} label="Valor a comparar" value={given.left} disabled={disabled} onChange={(left) => onChange({ ...given, left })} />
        </div>
        {onRemove && !disabled && <RemoveButton label="Remover a condição" onClick={onRemove} />}
      </div>
      <Select aria-label="Comparação" choices={OPERATORS.map((one) => [one.key, one.label] as const)} value={operator.key} disabled={disabled} onChange={setOperator} />
      <RightField id={`${id}-right`} operator={operator} value={given.right} disabled={disabled} onChange={(right) => onChange({ ...given, right })} />
      {operator.right !== "none" && operator.right !== "pattern" && (
        <label className="flex items-center gap-1.5 text-sm text-ink-2">
          <input
            type="checkbox"
            className="accent-accent"
            checked={given.exact === true}
            disabled={disabled}
            onChange={(event) => {
              const { exact: _, ...rest } = given;
              onChange(event.target.checked ? { ...rest, exact: true } : rest);
            }}
          />
          Diferenciar maiúsculas e acentos
        </label>
      )}
    </div>
  );
}

interface Group {
  join: Join;
  negated: boolean;
  parts: Json[];
}

const isGroup = (value: Json): boolean => isRecord(value) && (Array.isArray(value.all) || Array.isArray(value.any) || isRecord(value.not));

function groupOf(value: Json | undefined): Group {
  if (isRecord(value)) {
    if (Array.isArray(value.all)) return { join: "all", negated: false, parts: value.all };
    if (Array.isArray(value.any)) return { join: "any", negated: false, parts: value.any };
    if (isRecord(value.not)) return { ...groupOf(value.not), negated: true };
  }
  return { join: "all", negated: false, parts: [value === undefined || !isRecord(value) ? blank() : (value)] };
}

/** The plainest form: one comparison needs no group around it. */
function written({ join, negated, parts }: Group, depth: number): Json {
  const [only, ...more] = parts;
  const bare = only !== undefined && more.length === 0 && !isGroup(only) && depth === 0 ? only : join === "all" ? { all: parts } : { any: parts };
  return negated ? { not: bare } : bare;
}

function AddButton({ icon, label, onClick }: { icon: ReactNode; label: string; onClick: () => void }) {
  return (
    <button type="button" onClick={onClick} className="inline-flex h-7 items-center gap-1 rounded-md px-1.5 text-sm font-medium text-accent-text hover:bg-hover [&_svg]:size-3.5">
      {icon}
      {label}
    </button>
  );
}

function RemoveButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" aria-label={label} title={label} onClick={onClick} className="flex size-7 shrink-0 items-center justify-center rounded-md text-ink-3 hover:bg-hover hover:text-danger-text [&_svg]:size-3.5">
      <X aria-hidden />
    </button>
  );
}
