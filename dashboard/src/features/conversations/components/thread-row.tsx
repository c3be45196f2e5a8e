/** What is one row of the thread? */
import { Link2, StickyNote } from "lucide-react";
import { memo } from "react";

import type { Message } from "@/api/contract";
import { clockTime, dayLabel, fullMoment, momentInSentence } from "@/lib/time";
import { RichText, SafeText } from "@/ui/safe-text";

import { systemLine } from "../system-lines";
import type { ThreadItem } from "../thread-items";
import { MessageBubble } from "./message-bubble";
import { OutgoingBubble } from "./outgoing-bubble";

interface ThreadRowProps {
  item: ThreadItem;
  contactName: string;
}

export const ThreadRow = memo(function ThreadRow({ item, contactName }: ThreadRowProps) {
  switch (item.kind) {
    case "day":
      return (
        <div className="flex justify-center py-2" data-testid="day">
          <span className="rounded-full bg-surface px-3 py-0.5 text-sm font-medium text-ink-2 shadow-xs first-letter:uppercase">
            {dayLabel(item.at, Date.now())}
          </span>
        </div>
      );
    case "unseen":
      return (
        <div className="flex items-center gap-3 px-6 py-2 text-sm font-medium text-accent-text" role="separator" data-testid="unseen">
          <span className="h-px flex-1 bg-accent/35" />
          Novas mensagens
          <span className="h-px flex-1 bg-accent/35" />
        </div>
      );
    case "boundary":
      return (
        <div className="flex items-center gap-3 px-6 py-3 text-sm text-ink-2" data-testid="conversation-boundary">
          <span className="h-px flex-1 bg-line-strong" />
          <span className="inline-flex items-center gap-1.5">
            <Link2 className="size-3.5" aria-hidden /> Nova conversa · acima, a anterior
          </span>
          <span className="h-px flex-1 bg-line-strong" />
        </div>
      );
    case "system":
      return <SystemRow message={item.message} />;
    case "note":
      return <NoteRow message={item.message} />;
    case "message":
      return <MessageBubble message={item.message} first={item.first} contactName={contactName} />;
    case "outgoing":
      return <OutgoingBubble outgoing={item.outgoing} />;
  }
});

function SystemRow({ message }: { message: Message }) {
  return (
    <div
      className="flex justify-center px-6 py-1.5 text-center"
      data-testid="message"
      data-direction="system"
      data-status={message.status}
      data-id={message.id}
    >
      <span className="rounded-lg bg-surface/70 px-2.5 py-1 text-sm text-ink-2" title={fullMoment(message.created_at)}>
        <SafeText text={systemLine(message)} /> · {momentInSentence(message.created_at, Date.now())}
      </span>
    </div>
  );
}

function NoteRow({ message }: { message: Message }) {
  return (
    <div className="flex justify-end px-3 py-1 md:px-6" data-testid="message" data-direction="note" data-status={message.status} data-id={message.id}>
      <div className="max-w-[min(85%,560px)] rounded-lg border border-note-line bg-note px-3 py-2 text-note-ink">
        <p className="mb-0.5 flex items-center gap-1.5 text-sm font-semibold">
          <StickyNote className="size-3.5" aria-hidden />
          <span>
            Nota de <SafeText text={message.author_name || "alguém da equipe"} max={60} />
            <span className="font-normal"> · só a equipe vê</span>
          </span>
        </p>
        <p className="[overflow-wrap:anywhere]">
          <RichText text={message.text} />
        </p>
        <time className="block text-right text-xs" dateTime={message.created_at} title={fullMoment(message.created_at)}>
          {clockTime(message.created_at)}
        </time>
      </div>
    </div>
  );
}
