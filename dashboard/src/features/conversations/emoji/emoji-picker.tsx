/** Which emoji? A field to look for one in Portuguese, and all of them below; the arrow keys walk through them. */
import { type KeyboardEvent, useRef, useState } from "react";

import { type Emoji, groups } from "./list";
import { findEmoji, keepRecent, nameOf, recentEmoji } from "./search";

const COLUMNS = 8;

interface EmojiPickerProps {
  onPick: (emoji: string) => void;
}

export function EmojiPicker({ onPick }: EmojiPickerProps) {
  const [asked, setAsked] = useState("");
  const [recent] = useState(recentEmoji);
  const grid = useRef<HTMLDivElement>(null);
  const found = findEmoji(asked);
  const named = new Map(groups.flatMap((group) => group.emoji.map((one) => [one.emoji, one])));
  const lately = recent.flatMap((one) => named.get(one) ?? []);
  const sections =
    asked.trim() === ""
      ? [...(lately.length > 0 ? [{ title: "Recentes", emoji: lately }] : []), ...groups]
      : [{ title: found.length > 0 ? "Encontrados" : "Nenhum emoji com esta palavra", emoji: found }];

  const pick = (emoji: string) => {
    keepRecent(emoji);
    onPick(emoji);
  };
  const onFieldKey = (event: KeyboardEvent) => {
    const first = grid.current?.querySelector<HTMLElement>("[data-emoji]");
    if (event.key === "ArrowDown") first?.focus();
    else if (event.key === "Enter" && first && asked.trim() !== "") pick(first.dataset.emoji ?? "");
    else return;
    event.preventDefault();
  };
  return (
    <div className="flex w-76 max-w-[calc(100vw-1rem)] flex-col" data-testid="emoji-picker">
      <div className="p-2 pb-1">
        <input
          // Whoever opens it goes on typing.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          type="search"
          value={asked}
          onChange={(event) => setAsked(event.target.value)}
          onKeyDown={onFieldKey}
          aria-label="Buscar emoji"
          placeholder="Buscar emoji"
          data-testid="emoji-search"
          className="h-8 w-full rounded-lg border border-transparent bg-sunken px-2.5 text-list outline-none focus:border-accent [&::-webkit-search-cancel-button]:hidden"
        />
      </div>
      {/* The keys of every emoji below arrive here. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={grid} onKeyDown={walk} className="max-h-64 overflow-y-auto px-2 pb-2">
        {sections.map((section) => (
          <Section key={section.title} title={section.title} emoji={section.emoji} onPick={pick} />
        ))}
      </div>
    </div>
  );
}

function Section({ title, emoji, onPick }: { title: string; emoji: Emoji[]; onPick: (emoji: string) => void }) {
  return (
    <section aria-label={title}>
      <h3 className="px-1 pt-1.5 pb-1 text-xs font-medium text-ink-3">{title}</h3>
      <div className="grid grid-cols-8 gap-0.5">
        {emoji.map((one) => (
          <button
            key={one.emoji}
            type="button"
            tabIndex={-1}
            data-emoji={one.emoji}
            aria-label={one.words.join(" ")}
            title={nameOf(one)}
            onClick={() => onPick(one.emoji)}
            className="flex aspect-square items-center justify-center rounded-lg text-xl leading-none outline-none hover:bg-hover focus:bg-selected"
          >
            {one.emoji}
          </button>
        ))}
      </div>
    </section>
  );
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS };

/** From one emoji to the next; above the first row stands the field. */
function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const by = STEPS[event.key];
  if (by === undefined) return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-emoji]")];
  const next = all.indexOf(document.activeElement as HTMLElement) + by;
  if (next < 0) event.currentTarget.parentElement?.querySelector("input")?.focus();
  else all[Math.min(next, all.length - 1)]?.focus();
}
