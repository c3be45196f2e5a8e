/** Which part of the conversations is shown? */
import { ListFilter, Search, UserRound, UserRoundX, Users, X } from "lucide-react";
import { type KeyboardEvent, type RefObject, useEffect, useState } from "react";

import type { ConversationState } from "@/api/contract";
import type { ConversationFilter } from "@/api/endpoints";
import { cx } from "@/lib/classes";
import { formatShort } from "@/lib/numbers";
import { useSettled } from "@/lib/use-settled";
import { Kbd } from "@/ui/kbd";
import { Menu, MenuItem, MenuLabel } from "@/ui/menu";

import { useCounts } from "../queries";
import { tabNames } from "../texts";

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
  const narrowed = filter.q !== "" || filter.assignee !== "";
  // The figures are those of all conversations; beside a search they would contradict the list.
  const shown = narrowed ? undefined : (all ?? counts);
  return (
    <header className="border-b border-line">
      <div className="flex h-14 items-center justify-between pr-2.5 pl-4">
        <h1 className="text-lg font-semibold tracking-tight">Conversas</h1>
        <AssigneeMenu filter={filter} onFilter={onFilter} />
      </div>
      <SearchField filter={filter} onFilter={onFilter} searchField={searchField} />
      <div role="tablist" aria-label="Estado" className="flex gap-4 px-4">
        {STATES.map((state) => (
          <Tab key={state} state={state} count={shown?.[state]} selected={filter.state === state} onSelect={() => onFilter({ ...filter, state })} />
        ))}
      </div>
    </header>
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
          if (event.key !== "Escape") return;
          setText("");
          event.currentTarget.blur();
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

const ASSIGNEES = [
  { value: "", label: "Todas as pessoas", icon: Users },
  { value: "me", label: "Minhas conversas", icon: UserRound },
  { value: "none", label: "Sem responsável", icon: UserRoundX },
];

function AssigneeMenu({ filter, onFilter }: Pick<ListHeaderProps, "filter" | "onFilter">) {
  const chosen = ASSIGNEES.find((one) => one.value === filter.assignee) ?? ASSIGNEES[0];
  const on = filter.assignee !== "";
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          className={cx("flex h-8 items-center gap-1.5 rounded-lg px-2 text-sm font-medium hover:bg-hover", on ? "bg-selected text-accent-text" : "text-ink-2")}
          aria-label={`Filtrar por responsável: ${chosen?.label ?? ""}`}
          data-testid="filter-assignee"
        >
          <ListFilter className="size-4" aria-hidden />
          {on && chosen?.label}
        </button>
      }
    >
      <MenuLabel>Responsável</MenuLabel>
      {ASSIGNEES.map(({ value, label, icon: Icon }) => (
        <MenuItem key={value} icon={<Icon aria-hidden />} checked={filter.assignee === value} hint={filter.assignee === value ? "✓" : undefined} onSelect={() => onFilter({ ...filter, assignee: value })}>
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
