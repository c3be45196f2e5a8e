/** What does the inbox ask of the server? */
import { infiniteQueryOptions, keepPreviousData, queryOptions, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";

import type { Conversation, ConversationPage, Message } from "@/api/contract";
import { api, type ConversationFilter } from "@/api/endpoints";
import { keys } from "@/api/keys";

import type { Pages } from "./cache-rules";

const LIST_PAGE = 40;
export const THREAD_PAGE = 50;

const listQuery = (filter: ConversationFilter) =>
  infiniteQueryOptions({
    queryKey: keys.conversationList(filter),
    queryFn: ({ pageParam, signal }) => api.conversations(filter, pageParam, LIST_PAGE, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });

export function useConversationList(filter: ConversationFilter) {
  const query = useInfiniteQuery(listQuery(filter));
  const conversations = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  return { ...query, conversations };
}

const countsQuery = queryOptions({
  queryKey: keys.conversationCounts,
  queryFn: async ({ signal }) => (await api.conversations({}, null, 1, signal)).counts,
});

export const useCounts = () => useQuery(countsQuery).data;

/** How many people wait for a person; 0 until it is known. */
export const useWaitingCount = (): number => useQuery(countsQuery).data?.waiting ?? 0;

export function useConversation(id: string) {
  const client = useQueryClient();
  return useQuery<Conversation>({
    queryKey: keys.conversation(id),
    queryFn: ({ signal }) => api.conversation(id, signal),
    placeholderData: () => fromLists(client.getQueriesData<Pages<ConversationPage>>({ queryKey: keys.conversationLists }), id),
  });
}

function fromLists(lists: [unknown, Pages<ConversationPage> | undefined][], id: string): Conversation | undefined {
  for (const [, list] of lists) {
    const found = list?.pages.flatMap((page) => page.items).find((item) => item.id === id);
    if (found) return found;
  }
  return undefined;
}

/** Where the conversation stands in its flow; null where no flow has answered yet. */
export const useFlowSession = (id: string) =>
  useQuery({ queryKey: keys.flowSession(id), queryFn: ({ signal }) => api.flowSession(id, signal) });

export function useThread(id: string) {
  const query = useInfiniteQuery({
    queryKey: keys.thread(id),
    queryFn: ({ pageParam, signal }) => api.messages(id, pageParam, THREAD_PAGE, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    // Kept fresh message by message; asking again for every loaded page would cost what the paging saves.
    staleTime: Infinity,
    gcTime: 120_000,
  });
  const messages = useMemo<Message[]>(() => query.data?.pages.toReversed().flatMap((page) => page.items) ?? [], [query.data]);
  return { ...query, messages };
}
