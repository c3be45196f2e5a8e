/** A line, a text and a choice, each with what is wrong with it. */
import { type ReactNode, useId } from "react";

import { cx } from "@/lib/classes";

export type Troubles = (field: string) => string | undefined;

interface FieldProps {
  label: string;
  value: string;
  onType: (value: string) => void;
  help?: string;
  limit?: number;
  trouble?: string | undefined;
  testId?: string;
}

const look = (trouble: string | undefined) =>
  cx("w-full min-w-0 rounded-lg border bg-surface px-2.5 text-list outline-none focus:border-accent", trouble === undefined ? "border-line-strong" : "border-danger");

export function Line({ testId, ...field }: FieldProps) {
  return (
    <Framed {...field}>
      {(id) => (
        <input id={id} value={field.value} autoComplete="off" aria-invalid={field.trouble !== undefined || undefined} onChange={(event) => field.onType(event.target.value)} className={cx("h-9", look(field.trouble))} data-testid={testId} />
      )}
    </Framed>
  );
}

export function Area({ testId, ...field }: FieldProps) {
  return (
    <Framed {...field}>
      {(id) => (
        <textarea id={id} rows={5} value={field.value} aria-invalid={field.trouble !== undefined || undefined} onChange={(event) => field.onType(event.target.value)} className={cx("resize-y py-2", look(field.trouble))} data-testid={testId} />
      )}
    </Framed>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  choices: readonly (readonly [string, string])[];
  onChoose: (value: string) => void;
}

export function Choice({ label, value, choices, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium text-ink-2">
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onChoose(event.target.value)} className={cx("h-9", look(undefined))}>
        {choices.map(([word, name]) => (
          <option key={word} value={word}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function Framed({ label, value, help, limit, trouble, children }: Omit<FieldProps, "onType" | "testId"> & { children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="flex justify-between gap-2 text-sm font-medium text-ink-2">
        <span>{label}</span>
        {limit !== undefined && value !== "" && (
          <span className={cx("font-normal tabular-nums", value.length > limit ? "text-danger-text" : "text-ink-3")}>
            {value.length}/{limit}
          </span>
        )}
      </label>
      {children(id)}
      {trouble !== undefined ? <p className="text-sm text-pretty text-danger-text">{trouble}</p> : help !== undefined && <p className="text-sm text-ink-3">{help}</p>}
    </div>
  );
}
