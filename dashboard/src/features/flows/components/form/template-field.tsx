/** How is a text with variables written? `{{` offers their names, `|` the filters. */
import { Braces } from "lucide-react";
import { type KeyboardEvent, type Ref, useId, useMemo, useRef, useState } from "react";

import { cx } from "@/lib/classes";

import { complete, type Completion, completionAt } from "../../model/completion";
import { Suggestions } from "./suggestions";
import { useWords, type Word } from "./use-words";

interface TemplateFieldProps {
  id: string;
  value: string;
  rows: number;
  maxLength: number;
  placeholder?: string;
  invalid?: boolean;
  disabled?: boolean;
  onChange: (value: string) => void;
}

type Box = HTMLTextAreaElement | HTMLInputElement;
const MOST = 8;

export function TemplateField({ id, value, rows, maxLength, placeholder, invalid, disabled, onChange }: TemplateFieldProps) {
  const box = useRef<Box>(null);
  const listId = useId();
  const [at, setAt] = useState<Completion | null>(null);
  const [row, setRow] = useState(0);
  const words = useWords();
  const found = useMemo(() => (at ? matching(at.kind === "name" ? words.names : words.filters, at.word) : []), [at, words]);
  const chosen = Math.min(row, found.length - 1);

  const look = (element: Box) => {
    const next = element.selectionStart === element.selectionEnd ? completionAt(element.value, element.selectionStart ?? 0) : null;
    setAt(next);
    setRow(0);
  };
  const put = (text: string, caret: number, keepOpen = false) => {
    onChange(text);
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(caret, caret);
      if (keepOpen && box.current) look(box.current);
    });
  };
  const choose = (word: Word | undefined) => {
    const element = box.current;
    if (!element || !at || !word) return;
    const next = complete(value, element.selectionStart ?? value.length, at, word.name);
    setAt(null);
    put(next.text, next.caret);
  };
  const insert = () => {
    const caret = box.current?.selectionStart ?? value.length;
    put(`${value.slice(0, caret)}{{ }}${value.slice(caret)}`, caret + 2, true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!at || found.length === 0) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined) setRow((chosen + move + found.length) % found.length);
    else if (event.key === "Enter" || event.key === "Tab") choose(found[chosen]);
    else if (event.key === "Escape") setAt(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shared = {
    id,
    value,
    maxLength,
    placeholder,
    disabled,
    "aria-invalid": invalid === true || undefined,
    "aria-autocomplete": "list" as const,
    "aria-controls": at ? listId : undefined,
    onChange: (event: { target: Box }) => {
      onChange(event.target.value);
      look(event.target);
    },
    onClick: (event: { currentTarget: Box }) => look(event.currentTarget),
    onKeyDown,
    onBlur: () => setAt(null),
  };
  return (
    <div className="relative">
      <div className={cx("flex items-start rounded-lg border bg-surface transition-colors focus-within:border-accent", invalid ? "border-danger" : "border-line-strong hover:border-ink-3")}>
        {rows > 1 ? (
          <textarea ref={box as Ref<HTMLTextAreaElement>} rows={rows} {...shared} style={{ minHeight: `${rows * 18 + 18}px` }} className="field-grow min-w-0 flex-1 resize-y bg-transparent px-2.5 py-2 text-list outline-none" />
        ) : (
          <input ref={box as Ref<HTMLInputElement>} type="text" {...shared} className="h-9 min-w-0 flex-1 bg-transparent px-2.5 text-list outline-none" />
        )}
        <button
          type="button"
          title="Inserir uma variável"
          aria-label="Inserir uma variável"
          disabled={disabled}
          onMouseDown={(event) => event.preventDefault()}
          onClick={insert}
          className="m-1 flex size-7 shrink-0 items-center justify-center rounded-md text-ink-3 hover:bg-hover hover:text-ink"
        >
          <Braces className="size-3.5" aria-hidden />
        </button>
      </div>
      {at && found.length > 0 && <Suggestions id={listId} words={found} chosen={chosen} onHover={setRow} onChoose={choose} />}
    </div>
  );
}

const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** What begins so comes before what only holds it. */
function matching(words: readonly Word[], typed: string): Word[] {
  const wanted = fold(typed);
  const starts = words.filter((word) => fold(word.name).startsWith(wanted));
  const holds = words.filter((word) => !starts.includes(word) && (fold(word.name).includes(wanted) || fold(word.label).includes(wanted)));
  return [...starts, ...holds].slice(0, MOST);
}
