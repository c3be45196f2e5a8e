/** Which variable? One of the known names, or a new one. */
import { type KeyboardEvent, useId, useState } from "react";

import { cx } from "@/lib/classes";

import { Suggestions } from "./suggestions";
import { useWords, type Word } from "./use-words";

interface NameFieldProps {
  id: string;
  value: string;
  label?: string;
  placeholder?: string;
  invalid?: boolean;
  disabled?: boolean;
  /** Names with a dot, as `contact.name`, can be read but not set. */
  settable?: boolean;
  onChange: (value: string) => void;
}

export function NameField({ id, value, label, placeholder, invalid, disabled, settable = false, onChange }: NameFieldProps) {
  const { names } = useWords();
  const [open, setOpen] = useState(false);
  const [row, setRow] = useState(0);
  const listId = useId();
  const wanted = value.toLowerCase();
  const found = names.filter((word) => (!settable || !/[.]/.test(word.name)) && word.name !== value && (word.name.toLowerCase().includes(wanted) || word.label.toLowerCase().includes(wanted))).slice(0, 8);
  const chosen = Math.min(row, found.length - 1);
  const choose = (word: Word | undefined) => {
    if (!word) return;
    onChange(word.name);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open || found.length === 0) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined) setRow((chosen + move + found.length) % found.length);
    else if (event.key === "Enter") choose(found[chosen]);
    else if (event.key === "Escape") setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="relative min-w-0 flex-1">
      <input
        id={id}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={open && found.length > 0}
        aria-controls={listId}
        aria-invalid={invalid === true || undefined}
        autoComplete="off"
        spellCheck={false}
        value={value}
        disabled={disabled}
        placeholder={placeholder ?? "nome_da_variavel"}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          onChange(event.target.value.replace(/\s/g, "_"));
          setOpen(true);
          setRow(0);
        }}
        className={cx("h-9 w-full rounded-lg border bg-surface px-2.5 text-list text-info-text outline-none transition-colors placeholder:text-ink-3 focus:border-accent", invalid ? "border-danger" : "border-line-strong hover:border-ink-3")}
      />
      {open && found.length > 0 && <Suggestions id={listId} words={found} chosen={chosen} onHover={setRow} onChoose={choose} />}
    </div>
  );
}
