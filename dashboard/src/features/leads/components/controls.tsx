/** The plain controls of the pipeline's forms: a label with its field, a choice. */
import { type ComponentProps, type ReactNode, useId } from "react";

import { cx } from "@/lib/classes";
import { plainText } from "@/lib/text-marks";

export const fieldLook =
  "h-9 min-w-0 rounded-lg border border-line-strong bg-surface px-2.5 text-list text-ink outline-none transition-colors hover:border-ink-3 focus:border-accent disabled:opacity-60 aria-invalid:border-danger";

interface LabelledProps {
  label: string;
  help?: ReactNode;
  className?: string;
  children: (id: string) => ReactNode;
}

export function Labelled({ label, help, className, children }: LabelledProps) {
  const id = useId();
  return (
    <div className={cx("flex flex-col gap-1", className)}>
      <label htmlFor={id} className="text-sm font-medium text-ink-2">
        {label}
      </label>
      {children(id)}
      {help !== undefined && <p className="text-sm text-ink-3">{help}</p>}
    </div>
  );
}

interface SelectProps extends Omit<ComponentProps<"select">, "onChange"> {
  choices: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}

export function Select({ choices, onChange, className, ...rest }: SelectProps) {
  return (
    <select className={cx(fieldLook, "pr-1", className)} onChange={(event) => onChange(event.target.value)} {...rest}>
      {choices.map(([value, label]) => (
        <option key={value} value={value}>
          {plainText(label)}
        </option>
      ))}
    </select>
  );
}
