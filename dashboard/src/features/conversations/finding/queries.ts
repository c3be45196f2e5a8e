/** What is found, which filters are kept, and what can lists be narrowed to? */
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";

import type { ConversationFilter } from "@/api/endpoints";
import { inboxApi } from "@/api/inbox";
import { keys } from "@/api/keys";

const PAGE = 30;

/** Words are looked for in every state: who searches for a person does not know whether they are archived. */
export function useSearchResults(filter: ConversationFilter) {
  const query = useInfiniteQuery({
    queryKey: keys.conversationSearch(filter),
    queryFn: ({ pageParam, signal }) => {
      const { state: _, ...everywhere } = filter;
      return inboxApi.search(everywhere, pageParam, PAGE, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
    enabled: filter.q !== "",
  });
  const found = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  return { ...query, found };
}

export const useViews = () => useQuery({ queryKey: keys.conversationViews, queryFn: ({ signal }) => inboxApi.views(signal), staleTime: 15_000 });

export const useFilterChoices = () =>
  useQuery({ queryKey: keys.filterChoices, queryFn: ({ signal }) => inboxApi.choices(signal), staleTime: 60_000 });
