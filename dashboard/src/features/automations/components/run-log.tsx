/** What did it hear, and what came of it? */
import { ChevronDown, History } from "lucide-react";
import { useState } from "react";

import type { Catalogue, Run, RunState } from "@/api/automations";
import { sentenceFor } from "@/api/texts";
import { cx } from "@/lib/classes";
import { moment } from "@/lib/time";
import { Button } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";
import { Pill } from "@/ui/state-badge";
import { Empty, ErrorState, Skeleton } from "@/ui/states";

import { useRuns } from "../queries";
import { triggerText } from "../rules";
import { reasonOf, runStates } from "../texts";
import { Outcomes, TraceView } from "./run-details";

const tabs: [RunState | null, string][] = [[null, "Tudo"], ["ran", "Agiu"], ["skipped", "Não agiu"], ["failed", "Falhou"], ["waiting", "Aguardando"]];

export function RunLog({ id, catalogue, onConversation }: { id: string; catalogue: Catalogue; onConversation: (id: string) => void }) {
  const [state, setState] = useState<RunState | null>(null);
  const log = useRuns(id, state);
  return (
    <section aria-label="Registro" className="min-w-0">
      <div role="tablist" aria-label="Resultado" className="mb-3 flex gap-1 overflow-x-auto">
        {tabs.map(([word, label]) => (
          <button key={label} type="button" role="tab" aria-selected={state === word} onClick={() => setState(word)} className={cx("h-8 shrink-0 rounded-lg px-3 text-list font-medium", state === word ? "bg-selected text-accent-text" : "text-ink-2 hover:bg-hover")}>
            {label}
          </button>
        ))}
      </div>
      <div className="overflow-hidden rounded-xl border border-line bg-surface">
        {log.isPending ? (
          <div role="status" aria-label="Carregando o registro" className="flex flex-col gap-3 p-4">
            {[0, 1, 2, 3].map((row) => <Skeleton key={row} className="h-10" />)}
          </div>
        ) : log.isError && log.runs.length === 0 ? (
          <ErrorState title="O registro não carregou" detail={sentenceFor(log.error)} onRetry={() => void log.refetch()} />
        ) : log.runs.length === 0 ? (
          <Empty icon={<History aria-hidden />} title="Nada por aqui">
            Cada acontecimento que a automação ouve deixa uma linha: o que ela viu, o que decidiu e o que fez.
          </Empty>
        ) : (
          <ul className="divide-y divide-line">
            {log.runs.map((run) => <RunRow key={run.id} run={run} catalogue={catalogue} onConversation={onConversation} />)}
          </ul>
        )}
      </div>
      {log.hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button busy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>Mostrar mais</Button>
        </div>
      )}
    </section>
  );
}

function RunRow({ run, catalogue, onConversation }: { run: Run; catalogue: Catalogue; onConversation: (id: string) => void }) {
  const [shown, setShown] = useState(false);
  const state = runStates[run.state];
  const reason = run.state === "waiting" ? `Olha de novo em ${moment(run.due_at)}` : reasonOf(run.reason);
  const conversation = run.fact.conversation_id;
  return (
    <li data-testid="run" data-state={run.state}>
      <button type="button" aria-expanded={shown} onClick={() => setShown(!shown)} className="flex w-full flex-wrap items-start gap-x-3 gap-y-1 px-4 py-3 text-left hover:bg-hover">
        <Pill tone={state.tone} dot className="mt-0.5">{state.label}</Pill>
        <span className="order-last min-w-0 basis-full sm:order-none sm:flex-1 sm:basis-0">
          <span className="block truncate text-list font-medium">
            {run.contact_name ? <SafeText text={run.contact_name} max={60} /> : triggerText(catalogue, run.fact.name)}
          </span>
          <span className="block text-sm text-pretty text-ink-3">{run.contact_name ? triggerText(catalogue, run.fact.name) : ""}{run.contact_name && reason ? ". " : ""}{reason}</span>
        </span>
        <time dateTime={run.fact.at} className="ml-auto shrink-0 text-sm text-ink-3 tabular-nums">{moment(run.fact.at)}</time>
        <ChevronDown className={cx("mt-0.5 size-4 shrink-0 text-ink-3", shown && "rotate-180")} aria-hidden />
      </button>
      {shown && (
        <div className="grid gap-4 border-t border-line bg-sunken/50 px-4 py-3 md:grid-cols-2">
          <div className="min-w-0">
            <h3 className="mb-2 text-sm font-semibold text-ink-2">Condições</h3>
            {run.trace ? <TraceView trace={run.trace} catalogue={catalogue} /> : <p className="text-list text-ink-3">Não chegou a olhar.</p>}
          </div>
          <div className="min-w-0">
            <h3 className="mb-2 text-sm font-semibold text-ink-2">Ações</h3>
            <Outcomes outcomes={run.outcomes} />
          </div>
          {conversation && (
            <div className="md:col-span-2">
              <Button size="sm" onClick={() => onConversation(conversation)}>Abrir conversa</Button>
            </div>
          )}
        </div>
      )}
    </li>
  );
}
