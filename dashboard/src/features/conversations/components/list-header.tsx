/** Which part of the conversations is shown? */
import { Bell, BellOff, Search, X } from "lucide-react";
import { type KeyboardEvent, type RefObject, useEffect, useState } from "react";

import type { ConversationState } from "@/api/contract";
import type { ConversationFilter } from "@/api/endpoints";
import { cx } from "@/lib/classes";
import { formatShort } from "@/lib/numbers";
import { useStore } from "@/lib/store";
import { useSettled } from "@/lib/use-settled";
import { IconButton } from "@/ui/button";
import { Kbd } from "@/ui/kbd";

import { announcingStore, toggleAnnouncing } from "../finding/announcing";
import { FilterChips } from "../finding/filter-chips";
import { FilterButton } from "../finding/filter-panel";
import { isNarrowed } from "../finding/texts";
import { ViewsMenu } from "../finding/views-menu";
import { useCounts } from "../queries";
import { tabNames } from "../texts";
import { MentionsMenu } from "./teamwork/mentions-menu";

const underlines: Record<ConversationState, string> = { active: "border-accent", waiting: "border-amber", archived: "border-grey-dot" };
const STATES: ConversationState[] = ["active", "waiting", "archived"];

interface ListHeaderProps {
  filter: ConversationFilter;
  onFilter: (filter: ConversationFilter) => void;
  counts: Record<ConversationState, number> | undefined;
  searchField: RefObject<HTMLInputElement | null>;
}

export function ListHeader({ filter, onFilter, counts, searchField }: ListHeaderProps) {
  const all = useCounts();
  const narrowed = filter.q !== "" || isNarrowed(filter);
  // The figures are those of all conversations; beside a search they would contradict the list.
  const shown = narrowed ? undefined : (all ?? counts);
  return (
    <header className="border-b border-line">
      <div className="flex h-14 items-center justify-between pr-2.5 pl-4">
        <h1 className="text-lg font-semibold tracking-tight">Conversas</h1>
        <div className="flex items-center gap-0.5">
          <MentionsMenu />
          <AnnounceButton />
          <ViewsMenu filter={filter} onFilter={onFilter} />
          <FilterButton filter={filter} onFilter={onFilter} />
        </div>
      </div>
      <SearchField filter={filter} onFilter={onFilter} searchField={searchField} />
      <FilterChips filter={filter} onFilter={onFilter} />
      {filter.q === "" ? (
        <div role="tablist" aria-label="Estado" className="flex gap-4 px-4">
          {STATES.map((state) => (
            <Tab key={state} state={state} count={shown?.[state]} selected={filter.state === state} onSelect={() => onFilter({ ...filter, state })} />
          ))}
        </div>
      ) : (
        <p className="flex h-10 items-center px-4 text-list text-ink-2">Em todas, também nas arquivadas</p>
      )}
    </header>
  );
}

function AnnounceButton() {
  const announcing = useStore(announcingStore);
  if (announcing === "unknown") return null;
  const label = { on: "Não avisar mais neste navegador", off: "Avisar neste navegador", blocked: "O navegador bloqueou os avisos" }[announcing];
  return (
    <IconButton
      label={label}
      icon={announcing === "on" ? <Bell aria-hidden /> : <BellOff aria-hidden />}
      pressed={announcing === "on"}
      disabled={announcing === "blocked"}
      onClick={() => void toggleAnnouncing()}
      data-testid="announce"
    />
  );
}

function Tab({ state, count, selected, onSelect }: { state: ConversationState; count: number | undefined; selected: boolean; onSelect: () => void }) {
  const move = (event: KeyboardEvent<HTMLButtonElement>) => {
    const to = { ArrowRight: "nextElementSibling", ArrowLeft: "previousElementSibling" }[event.key];
    const neighbour = to === "nextElementSibling" ? event.currentTarget.nextElementSibling : to ? event.currentTarget.previousElementSibling : null;
    if (!(neighbour instanceof HTMLElement)) return;
    neighbour.focus();
    neighbour.click();
  };
  return (
    <button
      type="button"
      role="tab"
      aria-selected={selected}
      tabIndex={selected ? 0 : -1}
      onClick={onSelect}
      onKeyDown={move}
      data-testid={`tab-${state}`}
      className={cx(
        "-mb-px flex h-10 items-center gap-1.5 border-b-2 text-list font-medium whitespace-nowrap transition-colors",
        selected ? cx(underlines[state], "text-ink") : "border-transparent text-ink-2 hover:text-ink",
      )}
    >
      {tabNames[state]}
      {count !== undefined && <span className="text-sm font-normal text-ink-3 tabular-nums">{formatShort(count)}</span>}
    </button>
  );
}

function SearchField({ filter, onFilter, searchField }: Omit<ListHeaderProps, "counts">) {
  const [text, setText] = useState(filter.q);
  const settled = useSettled(text, 200);
  // The address may change from elsewhere: "Limpar filtros", the way back.
  useEffect(() => setText(filter.q), [filter.q]);
  useEffect(() => {
    if (settled.trim() !== filter.q) onFilter({ ...filter, q: settled.trim() });
    // Only typing searches; a filter changed elsewhere must not be undone by what stood in the field.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);
  return (
    <div className="relative mx-4 mb-1">
      <Search className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-3" aria-hidden />
      <input
        ref={searchField}
        type="search"
        aria-label="Buscar conversas"
        placeholder="Buscar nome, telefone ou texto"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") {
            setText("");
            event.currentTarget.blur();
          }
          // From the words to what they found, without a mouse.
          if (event.key === "Enter" || event.key === "ArrowDown") {
            event.preventDefault();
            document.querySelector<HTMLElement>('[data-testid="conversation-row"]')?.focus();
          }
        }}
        data-testid="conversation-search"
        className="peer h-9 w-full rounded-lg border border-transparent bg-sunken pr-9 pl-8.5 text-list outline-none transition-colors focus:border-accent focus:bg-surface [&::-webkit-search-cancel-button]:hidden"
      />
      {text === "" ? (
        <span className="pointer-events-none absolute top-1/2 right-2 hidden -translate-y-1/2 peer-focus:hidden md:block">
          <Kbd>/</Kbd>
        </span>
      ) : (
        <button
          type="button"
          aria-label="Limpar busca"
          onClick={() => setText("")}
          className="absolute top-1/2 right-1.5 -translate-y-1/2 rounded-md p-1 text-ink-3 hover:text-ink"
        >
          <X className="size-4" aria-hidden />
        </button>
      )}
    </div>
  );
}
