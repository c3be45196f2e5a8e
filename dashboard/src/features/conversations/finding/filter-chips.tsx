/** What narrows the list now, each to be taken off with a press? */
import { X } from "lucide-react";

import type { ConversationFilter } from "@/api/endpoints";
import { plainText } from "@/lib/text-marks";
import { SafeText } from "@/ui/safe-text";

import { useFilterChoices } from "./queries";
import { chipsOf, isNarrowed } from "./texts";

export function FilterChips({ filter, onFilter }: { filter: ConversationFilter; onFilter: (filter: ConversationFilter) => void }) {
  return isNarrowed(filter) ? <Chips filter={filter} onFilter={onFilter} /> : null;
}

function Chips({ filter, onFilter }: { filter: ConversationFilter; onFilter: (filter: ConversationFilter) => void }) {
  const { data: choices } = useFilterChoices();
  return (
    <ul aria-label="Filtros em uso" className="flex flex-wrap gap-1.5 px-4 pt-1 pb-1.5">
      {chipsOf(filter, choices).map((chip) => (
        <li key={chip.label}>
          <button
            type="button"
            onClick={() => onFilter(chip.without)}
            aria-label={`Tirar filtro ${plainText(chip.label)}`}
            data-testid="filter-chip"
            className="flex h-6 max-w-56 items-center gap-1 rounded-full bg-selected pr-1.5 pl-2.5 text-sm font-medium text-accent-text hover:bg-hover"
          >
            <span className="truncate">
              <SafeText text={chip.label} max={40} />
            </span>
            <X className="size-3 shrink-0" aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
