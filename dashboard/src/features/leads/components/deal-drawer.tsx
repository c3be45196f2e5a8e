/** What is known of a business, and where has it been? */
import { History, MessageSquare, ThumbsDown, Trash2, Trophy, X } from "lucide-react";
import { type SyntheticEvent, useState } from "react";

import type { Deal, DealDetail, Pipeline, Stage } from "@/api/leads";
import { sentenceFor } from "@/api/texts";
import { formatMoney, moneyField, parseMoney } from "@/lib/money";
import { useShortcuts } from "@/lib/shortcuts";
import { momentInSentence } from "@/lib/time";
import { useNow } from "@/lib/use-now";
import { Button, IconButton } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";
import { Pill } from "@/ui/state-badge";
import { ErrorState, Skeleton } from "@/ui/states";

import { useChangeDeal, useRemoveDeal } from "../mutations";
import { useColleagues, useDeal } from "../queries";
import { actorNames, kindNames, leadSentences } from "../texts";
import { fieldLook, Labelled, Select } from "./controls";

interface DealDrawerProps {
  dealId: string;
  pipeline: Pipeline;
  mayWrite: boolean;
  onClose: () => void;
  onMove: (deal: Deal, stage: Stage) => void;
  onConversation: (id: string) => void;
}

export function DealDrawer({ dealId, pipeline, mayWrite, onClose, onMove, onConversation }: DealDrawerProps) {
  const { data: deal, error, refetch } = useDeal(dealId);
  useShortcuts({ Escape: onClose });
  return (
    <aside
      aria-label="Negócio"
      data-testid="deal-drawer"
      className="rise fixed inset-y-0 right-0 z-30 flex w-full flex-col border-l border-line bg-surface shadow-float sm:w-104"
    >
      <header className="flex h-14 shrink-0 items-center gap-2 border-b border-line pr-2 pl-4">
        <h2 className="min-w-0 flex-1 truncate text-base font-semibold">{deal ? <SafeText text={deal.title} max={120} /> : "Negócio"}</h2>
        {deal && <Pill tone={deal.kind === "won" ? "green" : deal.kind === "lost" ? "red" : "blue"}>{kindNames[deal.kind]}</Pill>}
        <IconButton label="Fechar negócio" icon={<X aria-hidden />} onClick={onClose} />
      </header>
      {error && !deal ? (
        <ErrorState title="O negócio não abriu" detail={sentenceFor(error, leadSentences)} onRetry={() => void refetch()} />
      ) : !deal ? (
        <div className="flex flex-col gap-3 p-4">
          <Skeleton className="h-10 w-full" />
          <Skeleton className="h-40 w-full" />
        </div>
      ) : (
        <div className="flex-1 overflow-y-auto">
          <Person deal={deal} onConversation={onConversation} />
          {mayWrite && <Ends deal={deal} pipeline={pipeline} onMove={onMove} />}
          {/* What a colleague saves meanwhile begins the form anew; the revision says whether that happened. */}
          <DealForm key={deal.revision} deal={deal} pipeline={pipeline} mayWrite={mayWrite} onMove={onMove} onRemoved={onClose} />
          <Moves deal={deal} />
        </div>
      )}
    </aside>
  );
}

function Person({ deal, onConversation }: { deal: DealDetail; onConversation: (id: string) => void }) {
  const conversation = deal.conversation_id;
  return (
    <div className="flex items-center gap-3 border-b border-line px-4 py-3">
      <div className="min-w-0 flex-1">
        <p className="truncate text-list font-medium">
          <SafeText text={deal.contact.name || deal.contact.phone || "Sem nome"} max={80} />
        </p>
        <p className="text-sm text-ink-2 tabular-nums">{deal.contact.phone}</p>
      </div>
      {conversation !== null && (
        <Button size="sm" onClick={() => onConversation(conversation)}>
          <MessageSquare className="size-3.5" aria-hidden /> Abrir conversa
        </Button>
      )}
    </div>
  );
}

function Ends({ deal, pipeline, onMove }: { deal: Deal; pipeline: Pipeline; onMove: (deal: Deal, stage: Stage) => void }) {
  const won = pipeline.stages.find((stage) => stage.kind === "won");
  const lost = pipeline.stages.find((stage) => stage.kind === "lost");
  if (deal.kind !== "open" || !won || !lost) {
    const why = [deal.reason?.name, deal.reason?.note].filter(Boolean).join(": ");
    return why === "" ? null : (
      <p className="border-b border-line px-4 py-3 text-list [overflow-wrap:anywhere] text-ink-2">
        Motivo: <SafeText text={why} max={400} />
      </p>
    );
  }
  return (
    <div className="grid grid-cols-2 gap-2 border-b border-line px-4 py-3">
      <Button onClick={() => onMove(deal, won)} data-testid="deal-won">
        <Trophy className="size-4 text-accent-text" aria-hidden /> Ganhamos
      </Button>
      <Button look="danger" onClick={() => onMove(deal, lost)} data-testid="deal-lost">
        <ThumbsDown className="size-4" aria-hidden /> Perdemos
      </Button>
    </div>
  );
}

interface DealFormProps {
  deal: DealDetail;
  pipeline: Pipeline;
  mayWrite: boolean;
  onMove: (deal: Deal, stage: Stage) => void;
  onRemoved: () => void;
}

function DealForm({ deal, pipeline, mayWrite, onMove, onRemoved }: DealFormProps) {
  const change = useChangeDeal();
  const remove = useRemoveDeal();
  const colleagues = useColleagues();
  const saved = { title: deal.title, value: moneyField(deal.value_cents), origin: deal.origin, owner: deal.owner?.id ?? "", expected: deal.expected_on ?? "" };
  const [form, setForm] = useState(saved);
  const [sure, setSure] = useState(false);
  const set = (field: keyof typeof form) => (value: string) => setForm((before) => ({ ...before, [field]: value }));
  const cents = parseMoney(form.value);
  const dirty = Object.entries(form).some(([field, value]) => value !== saved[field as keyof typeof saved]);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (cents === null || form.title.trim() === "") return;
    change.mutate({ deal, changes: { title: form.title, value_cents: cents, origin: form.origin, owner_id: form.owner || null, expected_on: form.expected || null } });
  };
  // Somebody who has left still stands where they were.
  const gone = deal.owner && !(colleagues.data ?? []).some((one) => one.id === deal.owner?.id) ? [[deal.owner.id, deal.owner.name] as const] : [];
  const owners = [["", "Ninguém"] as const, ...gone, ...(colleagues.data ?? []).map((one) => [one.id, one.name] as const)];
  return (
    <form onSubmit={submit} className="grid grid-cols-2 gap-3 border-b border-line p-4">
      <Labelled label="Etapa" className="col-span-2">
        {(id) => (
          <Select
            id={id}
            value={deal.stage_id}
            disabled={!mayWrite}
            choices={pipeline.stages.map((stage) => [stage.id, stage.name] as const)}
            onChange={(value) => {
              const stage = pipeline.stages.find((one) => one.id === value);
              if (stage) onMove(deal, stage);
            }}
            data-testid="deal-stage"
          />
        )}
      </Labelled>
      <Labelled label="Negócio" className="col-span-2">{(id) => <input id={id} value={form.title} required maxLength={200} disabled={!mayWrite} onChange={(event) => set("title")(event.target.value)} className={fieldLook} />}</Labelled>
      <Labelled label="Valor (R$)">{(id) => <input id={id} inputMode="decimal" value={form.value} placeholder="0,00" disabled={!mayWrite} aria-invalid={cents === null || undefined} onChange={(event) => set("value")(event.target.value)} className={`${fieldLook} tabular-nums`} data-testid="deal-value" />}</Labelled>
      <Labelled label="Previsão">{(id) => <input id={id} type="date" value={form.expected} disabled={!mayWrite} onChange={(event) => set("expected")(event.target.value)} className={fieldLook} />}</Labelled>
      <Labelled label="Responsável">{(id) => <Select id={id} value={form.owner} disabled={!mayWrite} choices={owners} onChange={set("owner")} />}</Labelled>
      <Labelled label="Origem">{(id) => <input id={id} value={form.origin} maxLength={60} disabled={!mayWrite} onChange={(event) => set("origin")(event.target.value)} className={fieldLook} />}</Labelled>
      {mayWrite && (
        <div className="col-span-2 flex items-center gap-2">
          <Button look={sure ? "danger" : "ghost"} size="sm" busy={remove.isPending} onClick={() => (sure ? remove.mutate(deal.id, { onSuccess: onRemoved }) : setSure(true))} onBlur={() => setSure(false)}>
            <Trash2 className="size-3.5" aria-hidden /> {sure ? "Apagar mesmo?" : "Apagar"}
          </Button>
          <Button look="primary" type="submit" className="ml-auto" disabled={!dirty || cents === null} busy={change.isPending} data-testid="deal-save">
            Salvar
          </Button>
        </div>
      )}
    </form>
  );
}

function Moves({ deal }: { deal: DealDetail }) {
  const now = useNow(60_000);
  return (
    <section className="p-4">
      <h3 className="mb-2 flex items-center gap-1.5 text-sm font-semibold text-ink-2">
        <History className="size-3.5" aria-hidden /> Histórico
      </h3>
      <ol className="flex flex-col gap-2.5">
        {deal.history.map((move, index) => (
          <li key={index} className="border-l-2 border-line pl-3 text-list">
            <p className="[overflow-wrap:anywhere]">
              {move.was === "" ? "Entrou em " : <><SafeText text={move.was} max={60} /> → </>}
              <span className="font-medium">
                <SafeText text={move.became} max={60} />
              </span>
              {move.reason !== "" && <span className="text-ink-2">: <SafeText text={move.reason} max={200} /></span>}
            </p>
            <p className="text-sm text-ink-3">
              {momentInSentence(move.at, now)}, por <SafeText text={move.actor_name || (actorNames[move.actor] ?? "alguém")} max={60} />
            </p>
          </li>
        ))}
      </ol>
      {deal.value_cents > 0 && deal.closed_at !== null && (
        <p className="mt-3 text-sm text-ink-3">
          {formatMoney(deal.value_cents)}, encerrado {momentInSentence(deal.closed_at, now)}
        </p>
      )}
    </section>
  );
}
