/** What was said here, by whom, and what can be done about it? */
import { useEffect, useRef, useState } from "react";

import type { Conversation, Message } from "@/api/contract";
import { sessionStore } from "@/api/session";
import { useMay } from "@/api/use-may";
import { sentenceFor } from "@/api/texts";
import { useStore } from "@/lib/store";
import { useNow } from "@/lib/use-now";
import { ErrorState } from "@/ui/states";

import { composerState } from "../composer-rules";
import { useMarkRead, useReact } from "../mutations";
import { outgoingStore } from "../outgoing";
import { useConversation } from "../queries";
import { useMarkMentionsRead } from "../teamwork/mutations";
import { useMentions } from "../teamwork/queries";
import { useCollision } from "../teamwork/use-collision";
import { sentences } from "../texts";
import type { ThreadActs } from "../thread-acts";
import { useUnseen } from "../use-unseen";
import { Composer } from "./composer";
import { HeaderSkeleton, ThreadHeader } from "./thread-header";
import { PersonPane } from "./person-pane";
import { ColleaguesHere } from "./teamwork/colleagues-here";
import { HandedNotice } from "./teamwork/handed-notice";
import { ThreadView } from "./thread-view";

interface ConversationViewProps {
  conversationId: string;
  onOpen: (id: string | null) => void;
  /** The message to be shown, of however long ago. */
  wanted: string | null;
  onWanted: (messageId: string | null) => void;
  personShown: boolean;
  onPerson: (shown: boolean) => void;
  roomy: boolean;
}

export function ConversationView({ conversationId, onOpen, wanted, onWanted, personShown, onPerson, roomy }: ConversationViewProps) {
  const { data: conversation, isError, error, refetch, isPlaceholderData } = useConversation(conversationId);
  const [replyTo, setReplyTo] = useState<Message | null>(null);
  const mayWrite = useMay("conversations:write");
  const me = useStore(sessionStore)?.user.id ?? null;
  const known = isPlaceholderData ? undefined : conversation;
  useReading(mayWrite ? known : undefined);
  useCollision(known, me);
  useReadingMentions(conversation?.id);
  const react = useReacting(conversation, me, mayWrite);
  const unseen = useUnseen(conversation, useStore(outgoingStore).filter((one) => one.conversationId === conversationId).length);

  // An address may name a person's phone; facts and cache know the conversation by its id.
  const realId = conversation?.id;
  useEffect(() => {
    if (realId !== undefined && realId !== conversationId) onOpen(realId);
  }, [realId, conversationId, onOpen]);

  if (isError && !conversation) {
    return (
      <div className="flex min-w-0 flex-1 items-center justify-center bg-canvas">
        <ErrorState title="Esta conversa não abriu" detail={sentenceFor(error, sentences)} onRetry={() => void refetch()} />
      </div>
    );
  }
  return (
    <>
      <section aria-label="Conversa" className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
        {/* On a phone the list, and with it the title of the page, is away. */}
        <h1 className="sr-only md:hidden">Conversa</h1>
        {conversation ? (
          <>
            <ThreadHeader conversation={conversation} me={me} onBack={() => onOpen(null)} personShown={personShown} onPerson={onPerson} />
            <HandedNotice conversation={conversation} me={me} />
          </>
        ) : (
          <HeaderSkeleton />
        )}
        <ThreadView
          conversationId={conversationId}
          contactName={conversation?.contact.name ?? ""}
          onReply={setReplyTo}
          react={react}
          wanted={wanted}
          onWanted={onWanted}
          unseen={unseen}
        />
        {conversation && <Foot conversation={conversation} replyTo={replyTo} onReplyTo={setReplyTo} />}
      </section>
      {conversation && personShown && <PersonPane conversation={conversation} roomy={roomy} onClose={() => onPerson(false)} onOpen={onOpen} />}
    </>
  );
}

/** Null where no emoji would reach the person now. */
function useReacting(conversation: Conversation | undefined, me: string | null, mayWrite: boolean): ThreadActs["react"] {
  const now = useNow(15_000);
  const { mutate } = useReact(conversation?.id ?? "");
  if (!conversation?.channel.reactions || composerState(conversation, me, mayWrite, now).kind === "closed") return null;
  return (message, emoji) => mutate({ message, emoji });
}

interface FootProps {
  conversation: Conversation;
  replyTo: Message | null;
  onReplyTo: (message: Message | null) => void;
}

function Foot({ conversation, replyTo, onReplyTo }: FootProps) {
  return (
    <>
      <ColleaguesHere conversationId={conversation.id} />
      <Composer conversation={conversation} replyTo={replyTo} onReplyTo={onReplyTo} />
    </>
  );
}

/** Tells the server that the messages were seen, as long as the page itself is. */
function useReading(conversation: Conversation | undefined): void {
  const { mutate } = useMarkRead();
  const latest = useRef(conversation);
  useEffect(() => {
    latest.current = conversation;
  });
  const unread = conversation?.unread ?? 0;
  useEffect(() => {
    const read = () => {
      const one = latest.current;
      if (one && one.unread > 0 && document.visibilityState === "visible") mutate(one);
    };
    read();
    document.addEventListener("visibilitychange", read);
    return () => document.removeEventListener("visibilitychange", read);
  }, [unread, mutate]);
}

/** Whoever opens the conversation has seen where they were called in it. */
function useReadingMentions(id: string | undefined): void {
  const { mutate } = useMarkMentionsRead();
  const called = useMentions().data?.items.some((mention) => !mention.read && mention.conversation_id === id) ?? false;
  useEffect(() => {
    if (id !== undefined && called) mutate(id);
  }, [id, called, mutate]);
}
