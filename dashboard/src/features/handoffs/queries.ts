/** Which transbordos are there, and what is set for them? */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";

import { type Handoff, handoffsApi, type HandoffView } from "@/api/handoffs";
import { keys } from "@/api/keys";
import { useMay } from "@/api/use-may";

export function useHandoffs(view: HandoffView) {
  const query = useInfiniteQuery({
    queryKey: keys.handoffList(view),
    queryFn: ({ pageParam, signal }) => handoffsApi.list(view, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    // What is late moves without a fact.
    refetchInterval: 60_000,
  });
  const handoffs = useMemo<Handoff[]>(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  return { ...query, handoffs };
}

/** How many are open, late and taken; undefined until it is known. */
export function useHandoffCounts() {
  const may = useMay("handoffs:read");
  return useQuery({ queryKey: keys.handoffCounts, queryFn: ({ signal }) => handoffsApi.counts(signal), refetchInterval: 60_000, enabled: may }).data;
}

export const useHandoffSettings = () => useQuery({ queryKey: keys.handoffSettings, queryFn: ({ signal }) => handoffsApi.settings(signal) });
