/** What is the list narrowed to? */
import { ListFilter } from "lucide-react";
import { type ReactNode, useId, useState } from "react";

import type { ConversationFilter } from "@/api/endpoints";
import { cx } from "@/lib/classes";
import { useShortcuts } from "@/lib/shortcuts";
import { plainText } from "@/lib/text-marks";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";

import { useFilterChoices } from "./queries";
import { answerers, chipsOf, waits } from "./texts";

interface FilterProps {
  filter: ConversationFilter;
  onFilter: (filter: ConversationFilter) => void;
}

export function FilterButton({ filter, onFilter }: FilterProps) {
  const [open, setOpen] = useState(false);
  useShortcuts({ f: () => setOpen(true) });
  const on = chipsOf(filter, undefined).length;
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className={cx("flex h-8 items-center gap-1.5 rounded-lg px-2 text-sm font-medium hover:bg-hover", on > 0 ? "bg-selected text-accent-text" : "text-ink-2")}
        aria-label={on > 0 ? `Filtros: ${on} em uso` : "Filtrar conversas"}
        data-testid="filter-open"
      >
        <ListFilter className="size-4" aria-hidden />
        {on > 0 && <span className="tabular-nums">{on}</span>}
      </button>
      {open && <FilterDialog filter={filter} onFilter={onFilter} onClose={() => setOpen(false)} />}
    </>
  );
}

function FilterDialog({ filter, onFilter, onClose }: FilterProps & { onClose: () => void }) {
  const { data: choices } = useFilterChoices();
  const set = (change: { [Name in keyof ConversationFilter]?: ConversationFilter[Name] | undefined }) => {
    const next = { ...filter, ...change };
    const kept = Object.entries(next).filter(([name, value]) => name === "q" || name === "assignee" || (value !== undefined && value !== "" && value !== false && value !== 0));
    onFilter(Object.fromEntries(kept) as unknown as ConversationFilter);
  };
  const named = (list: { id: string; name: string }[] | undefined) => (list ?? []).map((one) => ({ value: one.id, label: one.name }));
  return (
    <Dialog label="Filtros" onClose={onClose} className="w-[min(32rem,calc(100vw-2rem))]">
      <div className="flex flex-col gap-4 p-5">
        <h2 className="text-base font-semibold">Filtrar conversas</h2>
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
          <Choice label="Responsável" value={filter.assignee} onChange={(assignee) => set({ assignee })} options={[{ value: "me", label: "Minhas conversas" }, { value: "none", label: "Sem responsável" }, ...named(choices?.members)]} testId="filter-assignee" />
          <Choice label="Quem responde" value={filter.answerer ?? ""} onChange={(value) => set({ answerer: answerers.find((one) => one.value === value)?.value })} options={answerers} testId="filter-answerer" />
          <Choice label="Equipe" value={filter.team_id ?? ""} onChange={(team_id) => set({ team_id })} options={named(choices?.teams)} testId="filter-team" />
          <Choice label="Número" value={filter.channel_id ?? ""} onChange={(channel_id) => set({ channel_id })} options={named(choices?.channels)} testId="filter-channel" />
          <Choice label="Etiqueta" value={filter.tag ?? ""} onChange={(tag) => set({ tag })} options={(choices?.tags ?? []).map((tag) => ({ value: tag, label: tag }))} testId="filter-tag" />
          <Choice label="Espera há pelo menos" value={String(filter.waiting_minutes ?? "")} onChange={(value) => set({ waiting_minutes: Number(value), ...(value ? { state: "waiting" as const } : {}) })} options={waits.map((one) => ({ value: String(one.value), label: one.label }))} testId="filter-waiting" />
          <Day label="Última mensagem desde" value={dayIn(filter.since, 0)} onChange={(day) => set({ since: momentOf(day, 0) })} />
          <Day label="até" value={dayIn(filter.until, -1)} onChange={(day) => set({ until: momentOf(day, 1) })} />
        </div>
        <label className="flex items-center gap-2 text-list">
          <input type="checkbox" checked={filter.unread ?? false} onChange={(event) => set({ unread: event.target.checked })} className="size-4 accent-[var(--color-accent)]" data-testid="filter-unread" />
          Só com mensagens não lidas
        </label>
        <div className="flex justify-end gap-2">
          <Button look="ghost" onClick={() => onFilter({ state: filter.state, q: filter.q, assignee: "" })}>
            Limpar
          </Button>
          <Button look="primary" onClick={onClose} data-testid="filter-done">
            Pronto
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function momentOf(day: string, days: number): string | undefined {
  if (day === "") return undefined;
  const moment = new Date(`${day}T00:00:00`);
  moment.setDate(moment.getDate() + days);
  return moment.toISOString();
}

function dayIn(moment: string | undefined, days: number): string {
  if (moment === undefined) return "";
  const day = new Date(moment);
  day.setDate(day.getDate() + days);
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}-${String(day.getDate()).padStart(2, "0")}`;
}

const FIELD = "h-9 w-full rounded-lg border border-line-strong bg-surface px-2.5 text-list text-ink hover:border-ink-3 focus:border-accent focus:outline-none";

interface ChoiceProps {
  label: string;
  value: string;
  options: { value: string; label: string }[];
  onChange: (value: string) => void;
  testId: string;
}

function Choice({ label, value, options, onChange, testId }: ChoiceProps) {
  return (
    <Labelled label={label}>
      {(id) => (
        <select id={id} value={value} onChange={(event) => onChange(event.target.value)} className={FIELD} data-testid={testId}>
          <option value="">Tanto faz</option>
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {plainText(one.label)}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

function Day({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  return <Labelled label={label}>{(id) => <input id={id} type="date" value={value} onChange={(event) => onChange(event.target.value)} className={FIELD} />}</Labelled>;
}

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium text-ink-2">
        {label}
      </label>
      {children(id)}
    </div>
  );
}
