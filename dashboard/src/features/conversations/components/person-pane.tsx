/** Who is it, and where do things stand with them? */
import { useQuery } from "@tanstack/react-query";
import { ArrowRight, History, PhoneCall, X } from "lucide-react";

import type { Conversation } from "@/api/contract";
import { api } from "@/api/endpoints";
import { keys } from "@/api/keys";
import { cx } from "@/lib/classes";
import { reasonSentence } from "@/lib/reasons";
import { formatPhone } from "@/lib/phone";
import { ago, momentInSentence } from "@/lib/time";
import { useNow } from "@/lib/use-now";
import { Avatar } from "@/ui/avatar";
import { IconButton } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";
import { Dot, Pill } from "@/ui/state-badge";
import { Skeleton } from "@/ui/states";

import { usePersonSlot } from "../person-slot";
import { stateNames, stateTones } from "../texts";
import { DelegatePart } from "./delegate-part";
import { FlowPart } from "./flow-part";
import { HandoffPart } from "./handoff-part";
import { Fact, Section } from "./person-pane-parts";

interface PersonPaneProps {
  conversation: Conversation;
  roomy: boolean;
  onClose: () => void;
  onOpen: (id: string) => void;
}

export function PersonPane({ conversation, roomy, onClose, onOpen }: PersonPaneProps) {
  const { contact } = conversation;
  const now = useNow(30_000);
  const slot = usePersonSlot();
  const name = contact.name || formatPhone(contact.phone);
  return (
    <aside
      aria-label="Detalhes do contato"
      data-testid="person-pane"
      className={cx(
        "flex shrink-0 flex-col overflow-y-auto bg-surface",
        roomy ? "w-70 border-l 2xl:w-80 border-line" : "fixed inset-y-0 right-0 z-30 w-full shadow-float sm:w-84 sm:border-l sm:border-line",
      )}
    >
      <div className="flex h-14 shrink-0 items-center justify-between border-b border-line pr-2 pl-4">
        <h2 className="text-base font-semibold">Detalhes</h2>
        <IconButton label="Fechar detalhes" icon={<X aria-hidden />} onClick={onClose} />
      </div>
      <div className="flex flex-col items-center gap-1 px-4 pt-5 pb-4 text-center">
        <Avatar name={name} size="lg" />
        <p className="mt-2 max-w-full text-lg font-semibold [overflow-wrap:anywhere]">
          <SafeText text={name} max={120} />
        </p>
        {contact.name !== "" && contact.phone !== "" && (
          <p className="flex items-center gap-1.5 text-list text-ink-2 tabular-nums">
            <PhoneCall className="size-3.5" aria-hidden />
            {formatPhone(contact.phone)}
          </p>
        )}
        {contact.opted_out && (
          <Pill tone="red" className="mt-1">
            Não quer receber mensagens
          </Pill>
        )}
      </div>
      <DelegatePart conversation={conversation} />
      <HandoffPart conversation={conversation} now={now} />
      <Section title="Situação">
        <Fact label="Estado">
          <span className="inline-flex items-center gap-1.5">
            <Dot tone={stateTones[conversation.state]} />
            {stateNames[conversation.state]} · {ago(now - Date.parse(conversation.state_since))}
          </span>
        </Fact>
        {conversation.state_reason && <Fact label="Motivo"><SafeText text={reasonSentence(conversation.state_reason)} max={80} /></Fact>}
        <Fact label="Iniciada">{momentInSentence(conversation.opened_at, now)}</Fact>
        <Fact label="Número">
          <SafeText text={conversation.channel.name} max={60} />
        </Fact>
      </Section>
      {slot(conversation)}
      <FlowPart conversationId={conversation.id} now={now} />
      {conversation.previous_id && <Previous id={conversation.previous_id} now={now} onOpen={onOpen} />}
    </aside>
  );
}

function Previous({ id, now, onOpen }: { id: string; now: number; onOpen: (id: string) => void }) {
  const { data, isPending } = useQuery({ queryKey: keys.conversation(id), queryFn: ({ signal }) => api.conversation(id, signal) });
  return (
    <section className="border-t border-line px-4 py-3.5">
      <h3 className="mb-2 flex items-center gap-1.5 text-sm font-semibold text-ink-2">
        <History className="size-3.5" aria-hidden />
        Conversa anterior
      </h3>
      {isPending && <Skeleton className="h-12 w-full" />}
      {data && (
        <button type="button" onClick={() => onOpen(id)} className="group flex w-full items-center gap-2 rounded-lg border border-line px-3 py-2 text-left text-list hover:bg-hover">
          <span className="min-w-0 flex-1">
            <span className="block font-medium">{momentInSentence(data.opened_at, now)}</span>
            <span className="block truncate text-sm text-ink-2">
              <SafeText text={data.last_message.preview || "Sem mensagens"} max={80} />
            </span>
          </span>
          <ArrowRight className="size-4 shrink-0 text-ink-3" aria-hidden />
        </button>
      )}
    </section>
  );
}
