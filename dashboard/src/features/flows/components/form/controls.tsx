/** The plain controls of a form: a line of text, a number, a choice, a switch. */
import type { ComponentProps, ReactNode } from "react";

import { cx } from "@/lib/classes";

const look = "h-9 w-full min-w-0 rounded-lg border bg-surface px-2.5 text-list text-ink outline-none transition-colors focus:border-accent disabled:opacity-60";
const edge = (invalid: boolean | undefined) => (invalid ? "border-danger" : "border-line-strong hover:border-ink-3");

export function TextInput({ invalid, className, ...rest }: ComponentProps<"input"> & { invalid?: boolean | undefined }) {
  return <input type="text" autoComplete="off" aria-invalid={invalid || undefined} className={cx(look, edge(invalid), className)} {...rest} />;
}

interface NumberInputProps {
  id: string;
  value: number | null;
  whole: boolean;
  minimum?: number | undefined;
  maximum?: number | undefined;
  placeholder?: string;
  invalid?: boolean;
  disabled?: boolean;
  onChange: (value: number | null) => void;
}

export function NumberInput({ id, value, whole, minimum, maximum, placeholder, invalid, disabled, onChange }: NumberInputProps) {
  return (
    <TextInput
      id={id}
      type="number"
      inputMode={whole ? "numeric" : "decimal"}
      step={whole ? 1 : "any"}
      min={minimum}
      max={maximum}
      value={value ?? ""}
      placeholder={placeholder}
      invalid={invalid}
      disabled={disabled}
      className="tabular-nums"
      onChange={(event) => {
        const next = event.target.valueAsNumber;
        onChange(Number.isNaN(next) ? null : whole ? Math.trunc(next) : next);
      }}
    />
  );
}

interface SelectProps extends Omit<ComponentProps<"select">, "onChange"> {
  choices: readonly (readonly [string, string])[];
  invalid?: boolean | undefined;
  onChange: (value: string) => void;
}

export function Select({ choices, invalid, onChange, className, ...rest }: SelectProps) {
  return (
    <select className={cx(look, edge(invalid), "pr-1", className)} aria-invalid={invalid || undefined} onChange={(event) => onChange(event.target.value)} {...rest}>
      {choices.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

interface SwitchProps {
  id: string;
  label: string;
  help?: string | undefined;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

export function Switch({ id, label, help, checked, disabled, onChange }: SwitchProps) {
  return (
    <div className="flex items-start gap-2.5">
      <button
        type="button"
        id={id}
        role="switch"
        aria-checked={checked}
        disabled={disabled}
        onClick={() => onChange(!checked)}
        className={cx("relative mt-0.5 h-5 w-9 shrink-0 rounded-full transition-colors disabled:opacity-55", checked ? "bg-accent" : "bg-grey-dot")}
      >
        <span className={cx("absolute top-0.5 left-0.5 size-4 rounded-full bg-white transition-transform", checked && "translate-x-4")} />
        <span className="sr-only">{label}</span>
      </button>
      <label htmlFor={id} className="text-list">
        {label}
        {help && <span className="block text-sm text-ink-3">{help}</span>}
      </label>
    </div>
  );
}

interface LabelledProps {
  htmlFor?: string;
  label: string;
  help?: ReactNode;
  required?: boolean;
  problems?: readonly string[];
  aside?: ReactNode;
  children: ReactNode;
}

export function Labelled({ htmlFor, label, help, required, problems = [], aside, children }: LabelledProps) {
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-baseline gap-2">
        <label htmlFor={htmlFor} className="min-w-0 flex-1 text-sm font-medium text-ink-2">
          {label}
          {required && (
            <span className="text-danger-text" title="Precisa ser preenchido" aria-hidden>
              {" "}
              *
            </span>
          )}
        </label>
        {aside}
      </div>
      {children}
      {help !== undefined && <p className="text-sm text-ink-3">{help}</p>}
      {problems.map((sentence) => (
        <p key={sentence} className="text-sm text-danger-text">
          {sentence}
        </p>
      ))}
    </div>
  );
}
