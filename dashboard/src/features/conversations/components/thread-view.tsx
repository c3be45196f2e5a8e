/** What was said? Newest at the bottom, older ones loaded upward, only what is near the eye in the page. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, LoaderCircle } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";

import type { Message } from "@/api/contract";
import { sentenceFor } from "@/api/texts";
import { cx } from "@/lib/classes";
import { useStore } from "@/lib/store";
import { useTimeZone } from "@/lib/time";
import { ErrorState, Skeleton } from "@/ui/states";

import { outgoingStore, settle } from "../outgoing";
import { useThread } from "../queries";
import { threadItems } from "../thread-items";
import { usePinned } from "../use-pinned";
import { ThreadRow } from "./thread-row";

interface ThreadViewProps {
  conversationId: string;
  contactName: string;
  onReply: (message: Message) => void;
}

export function ThreadView({ conversationId, contactName, onReply }: ThreadViewProps) {
  const thread = useThread(conversationId);
  if (thread.isPending) return <ThreadSkeleton />;
  if (thread.isError && thread.messages.length === 0) {
    return (
      <div className="flex flex-1 items-center justify-center bg-thread">
        <ErrorState title="As mensagens não carregaram" detail={sentenceFor(thread.error)} onRetry={() => void thread.refetch()} />
      </div>
    );
  }
  return <LoadedThread conversationId={conversationId} contactName={contactName} onReply={onReply} thread={thread} />;
}

// How far from the top, in pixels, older messages are asked for.
const LOAD_AHEAD = 900;

function LoadedThread({ conversationId, contactName, onReply, thread }: ThreadViewProps & { thread: ReturnType<typeof useThread> }) {
  const { messages, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = thread;
  const outgoing = useStore(outgoingStore);
  const zone = useTimeZone();
  const items = useMemo(
    () => threadItems(messages, outgoing.filter((entry) => entry.conversationId === conversationId)),
    // Days change with the zone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [messages, outgoing, conversationId, zone],
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
    paddingEnd: 12,
    useFlushSync: false,
  });

  const { atEnd, onScroll, toEnd } = usePinned(scroller, rows.getTotalSize());

  // What one sends oneself is always worth looking at.
  const ownCount = outgoing.length;
  useEffect(() => {
    if (ownCount > 0) toEnd();
  }, [ownCount, toEnd]);

  const loadOlder = () => {
    const element = scroller.current;
    if (element && element.scrollTop < LOAD_AHEAD && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  };
  useEffect(loadOlder);

  const jumpTo = (id: string) => {
    const index = items.findIndex((item) => item.key === id);
    if (index >= 0) rows.scrollToIndex(index, { align: "center" });
  };

  return (
    <div className="relative min-h-0 flex-1 bg-thread">
      <div
        ref={scroller}
        onScroll={() => {
          onScroll();
          loadOlder();
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
        <div className="relative w-full" style={{ height: rows.getTotalSize() }}>
          {hasNextPage && <OlderNotice failed={isFetchNextPageError} onRetry={() => void fetchNextPage()} />}
          {rows.getVirtualItems().map((row) => {
            const item = items[row.index];
            return (
              <div key={row.key} ref={rows.measureElement} data-index={row.index} className="absolute inset-x-0 top-0" style={{ transform: `translateY(${row.start}px)` }}>
                {item && <ThreadRow item={item} contactName={contactName} onReply={onReply} onJump={jumpTo} />}
              </div>
            );
          })}
        </div>
      </div>
      {messages.length === 0 && outgoing.length === 0 && <p className="absolute inset-x-0 top-1/2 text-center text-list text-ink-2">Ainda não há mensagens aqui.</p>}
      <JumpToNewest shown={!atEnd} newest={messages.at(-1)?.id} onJump={toEnd} />
    </div>
  );
}

function estimate(item: ReturnType<typeof threadItems>[number] | undefined): number {
  if (item?.kind === "day" || item?.kind === "boundary" || item?.kind === "system") return 40;
  const text = item?.kind === "outgoing" ? item.outgoing.text : (item?.message.text ?? "");
  const media = item?.kind === "message" && item.message.media.length > 0 ? 200 : 0;
  return 48 + media + Math.ceil(Math.min(text.length, 4000) / 60) * 20;
}

function OlderNotice({ failed, onRetry }: { failed: boolean; onRetry: () => void }) {
  return (
    <div className="absolute inset-x-0 top-2 z-10 flex justify-center">
      {failed ? (
        <button type="button" onClick={onRetry} className="rounded-full bg-raised px-3 py-1 text-sm font-medium text-danger-text shadow-float">
          As mensagens anteriores não carregaram. Tentar de novo
        </button>
      ) : (
        <LoaderCircle className="size-4 animate-spin text-ink-3" aria-label="Carregando mensagens anteriores" />
      )}
    </div>
  );
}

function JumpToNewest({ shown, newest, onJump }: { shown: boolean; newest: string | undefined; onJump: () => void }) {
  const seen = useRef(newest);
  if (!shown) seen.current = newest;
  const news = shown && seen.current !== newest;
  return (
    <button
      type="button"
      onClick={onJump}
      aria-hidden={!shown}
      tabIndex={shown ? 0 : -1}
      data-testid="jump-newest"
      className={cx(
        "absolute right-4 bottom-4 flex h-9 items-center gap-1.5 rounded-full border border-line bg-raised px-2.5 text-sm font-medium text-ink shadow-float transition-opacity",
        !shown && "pointer-events-none opacity-0",
        news && "!bg-accent !text-accent-ink",
      )}
    >
      <ArrowDown className="size-4" aria-hidden />
      {news ? "Nova mensagem" : <span className="sr-only">Ir para a mensagem mais nova</span>}
    </button>
  );
}

function ThreadSkeleton() {
  return (
    <div className="flex flex-1 flex-col justify-end gap-3 overflow-hidden bg-thread p-6" role="status" aria-label="Carregando mensagens">
      {["w-64", "w-80 self-end", "w-44", "w-72 self-end", "w-56"].map((place) => (
        <Skeleton key={place} className={cx("h-11 max-w-[80%] !rounded-xl", place)} />
      ))}
    </div>
  );
}
