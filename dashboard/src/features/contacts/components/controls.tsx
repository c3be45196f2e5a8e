/** The plain controls of people's forms. */
import type { ComponentProps, ReactNode } from "react";

import { cx } from "@/lib/classes";
import { plainText } from "@/lib/text-marks";

const look =
  "h-9 min-w-0 rounded-lg border border-line-strong bg-surface px-2.5 text-list text-ink transition-colors hover:border-ink-3 focus:border-accent focus:outline-2 focus:-outline-offset-1 focus:outline-accent disabled:opacity-60";

export const TextInput = ({ className, ...rest }: ComponentProps<"input">) => <input className={cx(look, className)} {...rest} />;

interface SelectProps extends Omit<ComponentProps<"select">, "onChange"> {
  choices: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}

export function Select({ choices, onChange, className, ...rest }: SelectProps) {
  return (
    <select className={cx(look, "pr-1", className)} onChange={(event) => onChange(event.target.value)} {...rest}>
      {choices.map(([value, label]) => (
        <option key={value} value={value}>
          {plainText(label)}
        </option>
      ))}
    </select>
  );
}

export function Chip({ children }: { children: ReactNode }) {
  return <span className="inline-flex max-w-full items-center gap-1 truncate rounded-full bg-hover px-2 py-0.5 text-sm text-ink-2">{children}</span>;
}

export function Section({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section className="rounded-xl border border-line bg-surface p-4">
      <div className="mb-3 flex min-h-7 items-center justify-between gap-2">
        <h2 className="text-base font-semibold">{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}
