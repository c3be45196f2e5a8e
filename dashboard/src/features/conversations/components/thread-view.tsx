/** What was said? Newest at the bottom, older ones loaded upward, only what is near the eye in the page. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";

import type { Message } from "@/api/contract";
import { sessionStore } from "@/api/session";
import { sentenceFor } from "@/api/texts";
import { useStore } from "@/lib/store";
import { useTimeZone } from "@/lib/time";
import { ErrorState } from "@/ui/states";

import { type ShownThread, useShownThread } from "../near";
import { outgoingStore, settle } from "../outgoing";
import { type ThreadActs, ThreadActsContext } from "../thread-acts";
import { type ThreadItem, threadItems } from "../thread-items";
import { useMarking } from "../use-marking";
import { usePinned } from "../use-pinned";
import { useTarget } from "../use-target";
import { EndNotice, JumpToNewest, ThreadSkeleton } from "./thread-notices";
import { ThreadRow } from "./thread-row";

interface ThreadViewProps {
  conversationId: string;
  contactName: string;
  onReply: (message: Message) => void;
  react: ThreadActs["react"];
  /** The message to be shown, of however long ago; null for the newest. */
  wanted: string | null;
  onWanted: (messageId: string | null) => void;
  /** Where what nobody had seen begins. */
  unseen: (messages: Message[]) => string | null;
}

export function ThreadView(props: ThreadViewProps) {
  const { conversationId, wanted } = props;
  const { shown, target, isPending, error, refetch } = useShownThread(conversationId, wanted);
  if (error) {
    return (
      <div className="flex flex-1 items-center justify-center bg-thread">
        <ErrorState title="As mensagens não carregaram" detail={sentenceFor(error)} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (isPending) return <ThreadSkeleton />;
  // From the middle the thread is another one: it begins at that message, not at the end.
  return <LoadedThread key={target ?? "newest"} {...props} thread={shown} />;
}

// How far from an end, in pixels, what lies behind it is asked for.
const LOAD_AHEAD = 900;

function LoadedThread({ conversationId, contactName, onReply, react, wanted, onWanted, unseen, thread }: ThreadViewProps & { thread: ShownThread }) {
  const { messages, older, newer } = thread;
  const outgoing = useStore(outgoingStore);
  const zone = useTimeZone();
  const unseenAt = unseen(messages);
  const items = useMemo(
    () => threadItems(messages, newer ? [] : outgoing.filter((entry) => entry.conversationId === conversationId), unseenAt),
    // Days change with the zone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [messages, outgoing, conversationId, zone, unseenAt, newer === null],
  );
  useEffect(() => settle(new Set(messages.map((message) => message.id))), [messages]);

  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => items[index]?.key ?? index,
    estimateSize: (index) => estimate(items[index]),
    anchorTo: "end",
    overscan: 10,
    paddingStart: 36,
    paddingEnd: newer ? 36 : 12,
    useFlushSync: false,
  });
  const { atEnd, onScroll, toEnd, leaveEnd } = usePinned(scroller, rows.getTotalSize(), { fromEnd: wanted === null, hasEnd: newer === null });
  const show = (id: string, align: "center" | "auto" = "center"): boolean => {
    const index = items.findIndex((item) => item.key === id);
    if (index < 0) return false;
    if (align === "auto" && index === items.length - 1) toEnd();
    else leaveEnd();
    rows.scrollToIndex(index, { align });
    return true;
  };
  const lit = useTarget(wanted, items, show);
  const jump = (id: string) => {
    if (id === wanted || messages.some((message) => message.id === id)) lit.light(id);
    else onWanted(id);
  };
  const said = spoken(items);
  const { marked, choosing, choose } = useMarking({ messages: said, reply: onReply, react, show: (id) => void show(id, "auto") });
  const acts = { reply: onReply, jump, react, marked, choosing, choose, lit: lit.id };

  // What one sends oneself is always worth looking at.
  const ownCount = outgoing.length;
  const back = () => (newer ? onWanted(null) : toEnd());
  useEffect(() => {
    if (ownCount > 0) back();
    // Only a new message or note of one's own moves the eye.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ownCount]);
  const me = useStore(sessionStore)?.user.name;
  const ownNote = said.findLast((message) => message.direction === "note" && message.author_name === me)?.id;
  const firstNote = useRef(ownNote);
  useEffect(() => {
    if (ownNote !== firstNote.current && ownNote === said.at(-1)?.id) toEnd();
    firstNote.current = ownNote;
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ownNote]);

  const loadEnds = () => {
    const element = scroller.current;
    if (!element) return;
    if (element.scrollTop < LOAD_AHEAD && older.more && !older.busy && !older.failed) older.load();
    const below = element.scrollHeight - element.scrollTop - element.clientHeight;
    if (newer?.more && below < LOAD_AHEAD && !newer.busy && !newer.failed) newer.load();
  };
  useEffect(loadEnds);

  return (
    <div className="relative min-h-0 flex-1 bg-thread">
      <div
        ref={scroller}
        onScroll={() => {
          onScroll();
          loadEnds();
        }}
        className="h-full overflow-y-auto overscroll-contain [overflow-anchor:none]"
        data-testid="thread"
        // The scrolling region is reached by keyboard to be read with the arrow keys.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="log"
        aria-label="Mensagens"
        aria-live="off"
      >
        <ThreadActsContext.Provider value={acts}>
          <div className="relative w-full" style={{ height: rows.getTotalSize() }}>
            <EndNotice end={older} />
            {rows.getVirtualItems().map((row) => {
              const item = items[row.index];
              return (
                <div key={row.key} ref={rows.measureElement} data-index={row.index} className="absolute inset-x-0 top-0" style={{ transform: `translateY(${row.start}px)` }}>
                  {item && <ThreadRow item={item} contactName={contactName} />}
                </div>
              );
            })}
            {newer && <EndNotice end={newer} below />}
          </div>
        </ThreadActsContext.Provider>
      </div>
      {messages.length === 0 && outgoing.length === 0 && <p className="absolute inset-x-0 top-1/2 text-center text-list text-ink-2">Ainda não há mensagens aqui.</p>}
      <JumpToNewest shown={!atEnd || newer !== null} newest={said.at(-1)?.id} onJump={back} />
    </div>
  );
}

const spoken = (items: ThreadItem[]): Message[] => items.flatMap((item) => (item.kind === "message" || item.kind === "note" ? [item.message] : []));

const LINES = new Set<ThreadItem["kind"]>(["day", "boundary", "system", "unseen"]);

function estimate(item: ThreadItem | undefined): number {
  if (item && LINES.has(item.kind)) return 40;
  const text = item?.kind === "outgoing" ? item.outgoing.text : item && "message" in item ? item.message.text : "";
  const media = item?.kind === "message" && item.message.media.length > 0 ? 200 : 0;
  return 48 + media + Math.ceil(Math.min(text.length, 4000) / 60) * 20;
}
