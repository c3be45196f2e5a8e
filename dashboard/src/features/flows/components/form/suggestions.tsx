/** Which of these words is meant? */
import { cx } from "@/lib/classes";

import type { Word } from "./use-words";

interface SuggestionsProps {
  id: string;
  words: readonly Word[];
  chosen: number;
  onHover: (row: number) => void;
  onChoose: (word: Word) => void;
}

export function Suggestions({ id, words, chosen, onHover, onChoose }: SuggestionsProps) {
  return (
    <ul id={id} role="listbox" aria-label="Sugestões" className="rise absolute inset-x-0 top-full z-30 mt-1 max-h-56 overflow-y-auto rounded-xl border border-line bg-raised p-1 shadow-float">
      {words.map((word, index) => (
        // The field keeps the focus; Enter chooses there.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <li
          key={word.name}
          role="option"
          aria-selected={index === chosen}
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => onHover(index)}
          onClick={() => onChoose(word)}
          ref={(element) => {
            if (index === chosen) element?.scrollIntoView({ block: "nearest" });
          }}
          className={cx("flex min-h-8 cursor-default items-baseline gap-2 rounded-lg px-2 py-1", index === chosen && "bg-hover")}
        >
          <span className="shrink-0 text-list font-medium text-info-text">{word.name}</span>
          <span className="min-w-0 flex-1 truncate text-right text-sm text-ink-3">{word.label}</span>
        </li>
      ))}
    </ul>
  );
}
