/** What does one conversation say of itself in the list? */
import { Bot, Clock, CornerUpLeft, Sparkles } from "lucide-react";
import { memo, type ReactNode } from "react";

import type { Conversation } from "@/api/contract";
import { sessionStore } from "@/api/session";
import { cx } from "@/lib/classes";
import { formatPhone } from "@/lib/phone";
import { duration, shortMoment } from "@/lib/time";
import { Avatar } from "@/ui/avatar";
import { SafeText } from "@/ui/safe-text";
import { Dot } from "@/ui/state-badge";

import { lastMoment } from "../cache-rules";
import { stateNames, stateTones, whoAnswers } from "../texts";

interface ConversationRowProps {
  conversation: Conversation;
  selected: boolean;
  now: number;
  onOpen: (id: string) => void;
  /** What stands in place of the last message, such as where a search found something. */
  preview?: ReactNode;
}

export const ConversationRow = memo(function ConversationRow({ conversation, selected, now, onOpen, preview }: ConversationRowProps) {
  const { contact, unread } = conversation;
  const name = contact.name || formatPhone(contact.phone);
  return (
    <button
      type="button"
      onClick={() => onOpen(conversation.id)}
      aria-current={selected || undefined}
      data-testid="conversation-row"
      data-id={conversation.id}
      data-state={conversation.state}
      className={cx(
        "relative flex h-full w-full items-center gap-3 border-b border-line px-4 text-left transition-colors focus-visible:-outline-offset-2",
        selected ? "bg-selected" : "hover:bg-hover",
      )}
    >
      {selected && <span aria-hidden className="absolute inset-y-0 left-0 w-0.5 bg-accent" />}
      <span className="relative">
        <Avatar name={name} />
        <Dot tone={stateTones[conversation.state]} className={cx("absolute right-0 bottom-0 !size-2.5 border-2", selected ? "border-selected" : "border-surface")} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className={cx("min-w-0 flex-1 truncate text-list", unread > 0 ? "font-semibold text-ink" : "font-medium text-ink")}>
            <SafeText text={name} max={80} />
            <span className="sr-only">, {stateNames[conversation.state]}</span>
          </span>
          <time dateTime={lastMoment(conversation)} className={cx("shrink-0 text-sm tabular-nums", unread > 0 ? "font-medium text-accent-text" : "text-ink-3")}>
            {shortMoment(lastMoment(conversation), now)}
          </time>
        </span>
        <span className="mt-0.5 flex items-center gap-2">
          {preview ?? <Preview conversation={conversation} />}
          {unread > 0 && (
            <span
              data-testid="unread"
              className="flex h-4.5 min-w-4.5 shrink-0 items-center justify-center rounded-full bg-accent px-1.5 text-xs font-semibold text-accent-ink tabular-nums"
            >
              {unread > 99 ? "99+" : unread}
              <span className="sr-only"> não lidas</span>
            </span>
          )}
        </span>
        <Footer conversation={conversation} now={now} />
      </span>
    </button>
  );
});

function Preview({ conversation }: { conversation: Conversation }) {
  const last = conversation.last_message;
  return (
    <span className={cx("flex min-w-0 flex-1 items-center gap-1 text-list", conversation.unread > 0 ? "text-ink" : "text-ink-2")}>
      {last.direction === "out" && <CornerUpLeft className="size-3 shrink-0 text-ink-3" aria-label="Última mensagem nossa" />}
      <span className="truncate">{last.preview === "" ? "Sem texto" : <SafeText text={last.preview} max={120} />}</span>
    </span>
  );
}

function Footer({ conversation, now }: { conversation: Conversation; now: number }) {
  const me = sessionStore.get()?.user.id ?? null;
  const waits = conversation.state === "waiting" && conversation.waiting_since !== null;
  // That nobody answers is what waiting means; somebody has a face and a name.
  const nobody = conversation.answerer === "person" && conversation.assignee === null;
  const Icon = conversation.answerer === "flow" ? Bot : conversation.answerer === "agent" ? Sparkles : null;
  return (
    <span className="mt-0.5 flex items-center gap-2 text-sm text-ink-3">
      {waits && conversation.waiting_since && (
        <span className="flex shrink-0 items-center gap-1 font-medium text-amber-text">
          <Clock className="size-3" aria-hidden />
          espera há {duration(now - Date.parse(conversation.waiting_since))}
        </span>
      )}
      {!(waits && nobody) && (
        <span className="flex min-w-0 items-center gap-1">
          {Icon ? <Icon className="size-3 shrink-0" aria-hidden /> : !nobody && <Avatar name={whoAnswers(conversation, null)} size="xs" />}
          <span className="truncate">
            <SafeText text={whoAnswers(conversation, me)} max={40} />
          </span>
        </span>
      )}
    </span>
  );
}
