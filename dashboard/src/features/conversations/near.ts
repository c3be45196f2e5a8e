/** What stands around a message of long ago, and how does that grow until it meets the newest? */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";

import type { Message, MessagePage } from "@/api/contract";
import { api } from "@/api/endpoints";
import { keys } from "@/api/keys";

import { THREAD_PAGE, useThread } from "./queries";

/** Messages as a thread shows them, and what can be loaded at either end. */
export interface ShownThread {
  messages: Message[];
  older: End;
  /** Null where the newest message is there. */
  newer: End | null;
}

export interface End {
  more: boolean;
  busy: boolean;
  failed: boolean;
  load: () => void;
}

type Place = { around?: string; before?: string; after?: string };

const beginning = (message: string | null): Place => ({ around: message ?? "" });

function useNear(id: string, message: string | null) {
  return useInfiniteQuery({
    queryKey: keys.threadNear(id, message ?? ""),
    queryFn: ({ pageParam, signal }) => api.messagesNear(id, pageParam, THREAD_PAGE, signal),
    initialPageParam: beginning(message),
    getNextPageParam: (page: MessagePage): Place | null => (page.newer_cursor === null ? null : { after: page.newer_cursor }),
    getPreviousPageParam: (page: MessagePage): Place | null => (page.next_cursor === null ? null : { before: page.next_cursor }),
    enabled: message !== null,
    staleTime: Infinity,
    gcTime: 120_000,
  });
}

/** The newest messages, or those around `wanted` where it is not among them; both together once they meet. */
export function useShownThread(id: string, wanted: string | null) {
  const live = useThread(id);
  const isLoaded = wanted !== null && live.messages.some((message) => message.id === wanted);
  const target = wanted === null || isLoaded || live.isPending ? null : wanted;
  const near = useNear(id, target);
  const around = useMemo(() => near.data?.pages.flatMap((page) => page.items) ?? [], [near.data]);
  const newest = around.at(-1)?.id;
  const meets = newest !== undefined && (!near.hasNextPage || live.messages.some((message) => message.id === newest));
  const messages = useMemo(() => (target === null ? live.messages : meets ? together(around, live.messages) : around), [target, meets, around, live.messages]);
  const asked = target === null ? live : near;
  const older: End =
    target === null
      ? { more: live.hasNextPage, busy: live.isFetchingNextPage, failed: live.isFetchNextPageError, load: () => void live.fetchNextPage() }
      : { more: near.hasPreviousPage, busy: near.isFetchingPreviousPage, failed: near.isFetchPreviousPageError, load: () => void near.fetchPreviousPage() };
  const newer: End | null =
    target === null || meets ? null : { more: near.hasNextPage, busy: near.isFetchingNextPage, failed: near.isFetchNextPageError, load: () => void near.fetchNextPage() };
  const shown: ShownThread = { messages, older, newer };
  return { shown, target, isPending: live.isPending || asked.isPending, error: asked.isError && messages.length === 0 ? asked.error : null, refetch: asked.refetch };
}

/** What both know is taken from the newest, which is kept fresh. */
export function together(around: Message[], live: Message[]): Message[] {
  const fresh = new Set(live.map((message) => message.id));
  return [...around.filter((message) => !fresh.has(message.id)), ...live];
}
