/** What was asked of Viviane, what became of it, and what should be tried again? */
import { MessageSquareText, RotateCw, Send } from "lucide-react";
import { useState } from "react";

import type { Delegation, DelegationState } from "@/api/handoffs";
import { sentenceFor } from "@/api/texts";
import { useMay } from "@/api/use-may";
import { cx } from "@/lib/classes";
import { formatCount } from "@/lib/numbers";
import { formatPhone } from "@/lib/phone";
import { fullMoment, momentInSentence } from "@/lib/time";
import { useNow } from "@/lib/use-now";
import { Button, IconButton } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";
import { Pill } from "@/ui/state-badge";
import { Empty, ErrorState, Skeleton } from "@/ui/states";

import { useRetry } from "../mutations";
import { useDelegations } from "../queries";
import { failureOf, stateNames } from "../texts";

const TABS: { state: DelegationState | null; label: string; figure: "total" | DelegationState }[] = [
  { state: null, label: "Todas", figure: "total" },
  { state: "pending", label: "Pendentes", figure: "pending" },
  { state: "sent", label: "Enviadas", figure: "sent" },
  { state: "failed", label: "Com falha", figure: "failed" },
];

export function DelegationPage({ onOpen }: { onOpen: (conversationId: string) => void }) {
  const [state, setState] = useState<DelegationState | null>(null);
  const list = useDelegations(state);
  const now = useNow(30_000);
  const counts = list.data?.pages[0]?.counts;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto" data-testid="delegations">
      <div className="mx-auto max-w-300 px-4 py-5 md:px-8 md:py-7">
        <h1 className="text-xl font-semibold tracking-tight">Delegação à Viviane</h1>
        <p className="mt-1 max-w-160 text-list text-pretty text-ink-2">O que a equipe pediu que a Viviane escrevesse. Enviada quer dizer que o WhatsApp aceitou e deu recibo.</p>
        <div role="tablist" aria-label="Situação" className="mt-4 mb-3 flex flex-wrap gap-1">
          {TABS.map((tab) => (
            <button
              key={tab.label}
              type="button"
              role="tab"
              aria-selected={state === tab.state}
              onClick={() => setState(tab.state)}
              className={cx("flex h-8 items-center gap-1.5 rounded-lg px-3 text-list font-medium", state === tab.state ? "bg-selected text-accent-text" : "text-ink-2 hover:bg-hover")}
            >
              {tab.label}
              {counts && (
                <span className="tabular-nums" data-testid={`delegations-${tab.figure}`}>
                  {formatCount(counts[tab.figure])}
                </span>
              )}
            </button>
          ))}
        </div>
        <div className="overflow-hidden rounded-xl border border-line bg-surface">
          {list.isPending ? (
            <Skeleton className="m-4 h-40" />
          ) : list.isError && list.tasks.length === 0 ? (
            <ErrorState title="A fila não carregou" detail={sentenceFor(list.error)} onRetry={() => void list.refetch()} />
          ) : list.tasks.length === 0 ? (
            <Empty icon={<Send aria-hidden />} title="Nada por aqui">
              Em uma conversa, escolha “Enviar pela Viviane” para delegar uma mensagem.
            </Empty>
          ) : (
            <ul className="divide-y divide-line">
              {list.tasks.map((task) => (
                <Task key={task.id} task={task} now={now} onOpen={onOpen} />
              ))}
            </ul>
          )}
        </div>
        {list.hasNextPage && (
          <div className="mt-4 flex justify-center">
            <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              Mostrar mais
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}

function Task({ task, now, onOpen }: { task: Delegation; now: number; onOpen: (id: string) => void }) {
  const retry = useRetry();
  const mayWrite = useMay("delegation:write");
  const { label, tone } = stateNames[task.state];
  const { conversation_id: conversationId } = task;
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-3 md:flex-nowrap" data-testid="delegation" data-id={task.id} data-state={task.state}>
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex min-w-0 items-center gap-2 text-list">
          <span className="truncate font-medium">
            <SafeText text={task.contact_name || formatPhone(task.contact_phone) || "Contato sem nome"} max={80} />
          </span>
          <Pill tone={tone}>{label}</Pill>
        </p>
        <p className="mt-0.5 line-clamp-2 text-list text-ink-2 [overflow-wrap:anywhere]">
          <SafeText text={task.text || `Modelo ${task.template}`} max={300} />
        </p>
        {task.state === "failed" && <p className="mt-0.5 text-sm text-danger-text">{failureOf(task)}</p>}
        <p className="mt-0.5 text-sm text-ink-3">
          Pedida por <SafeText text={task.requested_by || "alguém"} max={60} />, <span title={fullMoment(task.created_at)}>{momentInSentence(task.created_at, now)}</span>
          {task.attempts > 1 && ` · ${task.attempts} tentativas`}
        </p>
        {task.receipt && (
          <p className="truncate font-mono text-xs text-ink-3" title={task.receipt}>
            recibo {task.receipt}
          </p>
        )}
      </div>
      <div className="ml-auto flex shrink-0 items-center gap-1">
        {task.state === "failed" && mayWrite && (
          <Button size="sm" busy={retry.isPending} onClick={() => retry.mutate(task.id)} data-testid="delegation-retry">
            <RotateCw className="size-3.5" aria-hidden />
            Tentar de novo
          </Button>
        )}
        {conversationId && <IconButton label="Abrir a conversa" icon={<MessageSquareText aria-hidden />} onClick={() => onOpen(conversationId)} />}
      </div>
    </li>
  );
}
