/** What does the house do by itself? */
import { ArrowDown, ArrowUp, Plus, Zap } from "lucide-react";

import type { Catalogue, ListedAutomation } from "@/api/automations";
import { sentenceFor } from "@/api/texts";
import { useMay } from "@/api/use-may";
import { formatCount } from "@/lib/numbers";
import { moment } from "@/lib/time";
import { Button, IconButton } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";
import { Pill, type Tone } from "@/ui/state-badge";
import { Empty, ErrorState, Skeleton } from "@/ui/states";

import { useOrder, useSwitch } from "../mutations";
import { useAutomations, useCatalogue } from "../queries";
import { recipes, summary } from "../rules";

const states: Record<ListedAutomation["state"], [string, Tone]> = { on: ["Ligada", "green"], off: ["Desligada", "grey"], draft: ["Rascunho", "amber"] };

export function AutomationsPage({ onOpen, onNew }: { onOpen: (id: string) => void; onNew: (recipe: number | null) => void }) {
  const found = useAutomations();
  const catalogue = useCatalogue();
  const mayWrite = useMay("automations:write");
  const items = found.data;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto" data-testid="automations">
      <div className="mx-auto flex max-w-260 flex-col gap-4 px-4 py-5 md:px-8 md:py-7">
        <header className="flex flex-wrap items-start gap-3">
          <div className="min-w-0 flex-1 basis-64">
            <h1 className="text-xl font-semibold tracking-tight">Automações</h1>
            <p className="mt-1 max-w-160 text-list text-pretty text-ink-2">Quando algo acontece, se as condições valem, as ações são feitas uma vez. O registro diz por que agiu ou não.</p>
          </div>
          {mayWrite && (
            <Button look="primary" onClick={() => onNew(null)} data-testid="new-automation">
              <Plus className="size-4" aria-hidden /> Nova automação
            </Button>
          )}
        </header>
        {(found.isError && !items) || (catalogue.isError && !catalogue.data) ? (
          <ErrorState title="As automações não carregaram" detail={sentenceFor(found.error ?? catalogue.error)} onRetry={() => void Promise.all([found.refetch(), catalogue.refetch()])} />
        ) : !items || !catalogue.data ? (
          <div role="status" aria-label="Carregando as automações" className="flex flex-col gap-3">
            {[0, 1, 2].map((row) => <Skeleton key={row} className="h-18" />)}
          </div>
        ) : (
          <>
            {items.length === 0 && (
              <div className="rounded-xl border border-line bg-surface">
                <Empty icon={<Zap aria-hidden />} title="Nenhuma automação ainda">
                  Comece por um exemplo abaixo e teste com algo que já aconteceu antes de ligar.
                </Empty>
              </div>
            )}
            {items.length > 0 && <List items={items} catalogue={catalogue.data} mayWrite={mayWrite} onOpen={onOpen} />}
            {mayWrite && <Recipes onNew={onNew} />}
          </>
        )}
      </div>
    </div>
  );
}

function List({ items, catalogue, mayWrite, onOpen }: { items: ListedAutomation[]; catalogue: Catalogue; mayWrite: boolean; onOpen: (id: string) => void }) {
  const order = useOrder();
  const swap = (at: number, to: number) => {
    const ids = items.map((one) => one.id);
    [ids[at], ids[to]] = [ids[to] as string, ids[at] as string];
    order.mutate(ids);
  };
  return (
    <ol className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface">
      {items.map((one, at) => (
        <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3" data-testid="automation" data-state={one.state}>
          <button type="button" onClick={() => onOpen(one.id)} className="min-w-0 flex-1 basis-60 text-left">
            <span className="flex items-center gap-2">
              <span className="truncate text-base font-medium hover:underline"><SafeText text={one.name} max={80} /></span>
              <Pill tone={states[one.state][1]} dot>{states[one.state][0]}</Pill>
            </span>
            <span className="mt-0.5 line-clamp-2 block text-list text-ink-2">{summary(catalogue, one)}</span>
            <Lately lately={one.lately} />
          </button>
          {mayWrite && (
            <div className="flex items-center gap-1">
              <IconButton label="Antes das outras" icon={<ArrowUp aria-hidden />} disabled={at === 0 || order.isPending} onClick={() => swap(at, at - 1)} />
              <IconButton label="Depois" icon={<ArrowDown aria-hidden />} disabled={at === items.length - 1 || order.isPending} onClick={() => swap(at, at + 1)} />
              <SwitchButton one={one} />
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

function SwitchButton({ one }: { one: Pick<ListedAutomation, "id" | "state"> }) {
  const change = useSwitch();
  return (
    <Button size="sm" busy={change.isPending} onClick={() => change.mutate({ id: one.id, state: one.state === "on" ? "off" : "on" })} data-testid="switch">
      {one.state === "on" ? "Desligar" : "Ligar"}
    </Button>
  );
}

function Lately({ lately }: { lately: ListedAutomation["lately"] }) {
  const parts = [
    [lately.ran, "agiu"], [lately.skipped, "não agiu"], [lately.failed, "falhou"], [lately.waiting, "aguardando"],
  ].filter(([count]) => count) as [number, string][];
  if (parts.length === 0) return <span className="block text-sm text-ink-3">Nada ouvido nos últimos 7 dias</span>;
  return (
    <span className="block text-sm text-ink-3 tabular-nums">
      7 dias: {parts.map(([count, word]) => `${formatCount(count)} ${word}`).join(" · ")}
      {lately.last_ran_at && ` · última vez ${moment(lately.last_ran_at)}`}
    </span>
  );
}

function Recipes({ onNew }: { onNew: (recipe: number) => void }) {
  return (
    <section aria-label="Exemplos">
      <h2 className="mb-2 text-list font-semibold text-ink-2">Começar por um exemplo</h2>
      <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-4">
        {recipes.map((one, at) => (
          <li key={one.title}>
            <button type="button" onClick={() => onNew(at)} className="flex h-full w-full flex-col rounded-xl border border-line bg-surface p-3 text-left transition-colors hover:border-line-strong hover:bg-hover" data-testid="recipe">
              <span className="block text-list font-medium">{one.title}</span>
              <span className="mt-0.5 block text-sm text-pretty text-ink-3">{one.text}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
