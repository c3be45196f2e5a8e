/** The plain controls of a rule's form. */
import { X } from "lucide-react";
import { type ComponentProps, type ReactNode, useState } from "react";

import { cx } from "@/lib/classes";
import { isPlain, plainText } from "@/lib/text-marks";
import { SafeText } from "@/ui/safe-text";

const look =
  "h-9 min-w-0 rounded-lg border border-line-strong bg-surface px-2.5 text-list text-ink transition-colors hover:border-ink-3 focus:border-accent focus:outline-2 focus:-outline-offset-1 focus:outline-accent disabled:opacity-60";

export const TextInput = ({ className, ...rest }: ComponentProps<"input">) => <input className={cx(look, className)} {...rest} />;

export const TextArea = ({ className, ...rest }: ComponentProps<"textarea">) => <textarea className={cx(look, "h-auto min-h-20 w-full py-2", className)} {...rest} />;

interface SelectProps extends Omit<ComponentProps<"select">, "onChange"> {
  choices: readonly (readonly [string, string])[];
  onChoose: (value: string) => void;
}

export function Select({ choices, onChoose, className, ...rest }: SelectProps) {
  return (
    <select className={cx(look, "max-w-full pr-1", className)} onChange={(event) => onChoose(event.target.value)} {...rest}>
      {choices.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

export function Labelled({ label, help, className, children }: { label: string; help?: string; className?: string; children: ReactNode }) {
  return (
    <label className={cx("flex min-w-0 flex-col gap-1", className)}>
      <span className="text-sm font-medium text-ink-2">{label}</span>
      {children}
      {help && <span className="text-sm text-pretty text-ink-3">{help}</span>}
    </label>
  );
}

export function Tick({ label, ...rest }: ComponentProps<"input"> & { label: string }) {
  return (
    <label className="flex items-center gap-2.5 text-list">
      <input type="checkbox" className="size-4 shrink-0 accent-(--accent)" {...rest} />
      {label}
    </label>
  );
}

/** Several words, each by Enter or comma. */
export function WordsInput({ values, onChange, label, suggestions = [] }: { values: string[]; onChange: (values: string[]) => void; label: string; suggestions?: string[] }) {
  const [typed, setTyped] = useState("");
  const listId = `palavras-${label.replace(/\W+/g, "-")}`;
  const add = (text: string) => {
    const words = text.split(",").map((one) => one.trim()).filter((one) => one && !values.includes(one));
    if (words.length) onChange([...values, ...words]);
    setTyped("");
  };
  return (
    <div className="flex min-h-9 min-w-44 flex-1 flex-wrap items-center gap-1.5 rounded-lg border border-line-strong bg-surface px-1.5 py-1 focus-within:border-accent">
      {values.map((one) => (
        <span key={one} className="inline-flex max-w-full items-center gap-1 rounded-md bg-sunken py-0.5 pr-0.5 pl-2 text-list">
          <SafeText text={one} max={60} />
          <button type="button" aria-label={`Tirar ${plainText(one)}`} onClick={() => onChange(values.filter((each) => each !== one))} className="rounded p-0.5 text-ink-3 hover:bg-hover hover:text-ink">
            <X className="size-3" aria-hidden />
          </button>
        </span>
      ))}
      <input
        aria-label={label}
        value={typed}
        maxLength={200}
        list={suggestions.length ? listId : undefined}
        placeholder={values.length ? "ou…" : "palavra, Enter"}
        className="h-6 min-w-20 flex-1 bg-transparent px-1 text-list outline-none placeholder:text-ink-3"
        onChange={(event) => (event.target.value.includes(",") ? add(event.target.value) : setTyped(event.target.value))}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            event.preventDefault();
            add(typed);
          } else if (event.key === "Backspace" && typed === "" && values.length) onChange(values.slice(0, -1));
        }}
        onBlur={() => add(typed)}
      />
      {suggestions.length > 0 && (
        <datalist id={listId}>
          {suggestions.filter(isPlain).map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </div>
  );
}

export function Card({ step, title, lead, children }: { step: string; title: string; lead?: string; children: ReactNode }) {
  return (
    <section className="min-w-0 rounded-xl border border-line bg-surface">
      <div className="flex items-baseline gap-2.5 border-b border-line px-4 py-3">
        <span className="rounded-md bg-accent-soft px-1.5 text-sm font-semibold text-accent-text">{step}</span>
        <h2 className="text-base font-semibold">{title}</h2>
        {lead && <p className="hidden min-w-0 flex-1 truncate text-sm text-ink-3 sm:block">{lead}</p>}
      </div>
      <div className="flex flex-col gap-3 p-4">{children}</div>
    </section>
  );
}
