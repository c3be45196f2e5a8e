/** Which of these is meant? Hangs over the field while one types; the keys stay with the field. */
import { cx } from "@/lib/classes";
import { SafeText } from "@/ui/safe-text";

import type { Suggestions } from "../../teamwork/use-suggestions";

export const LIST_ID = "composer-suggestions";

export function SuggestionList({ suggestions }: { suggestions: Suggestions }) {
  if (!suggestions.open) return null;
  return (
    <div className="relative">
      <ul
        id={LIST_ID}
        role="listbox"
        aria-label={suggestions.label}
        data-testid="suggestions"
        className="rise absolute inset-x-0 bottom-1.5 z-20 max-h-72 overflow-y-auto rounded-xl border border-line bg-raised p-1 shadow-float md:right-auto md:w-108"
      >
        {suggestions.choices.length === 0 && <li className="px-2.5 py-2 text-list text-ink-2">{suggestions.empty}</li>}
        {suggestions.choices.map((choice, index) => (
          // The field keeps the focus, and with it the keys: a press must not take it away.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={choice.id}
            id={`${LIST_ID}-${index}`}
            role="option"
            aria-selected={index === suggestions.at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => suggestions.pick(choice)}
            className={cx("flex cursor-default items-baseline gap-2.5 rounded-lg px-2.5 py-1.5 text-list", index === suggestions.at && "bg-hover")}
          >
            <span className="shrink-0 font-medium text-ink">
              <SafeText text={choice.title} max={60} />
            </span>
            <span className="min-w-0 flex-1 truncate text-ink-2">
              <SafeText text={choice.detail} max={120} />
            </span>
            {choice.aside && <span className="shrink-0 text-xs text-ink-3">{choice.aside}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
