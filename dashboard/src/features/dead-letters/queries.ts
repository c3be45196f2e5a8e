/** What was given up? */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";

import type { DeadLetter } from "@/api/contract";
import { api } from "@/api/endpoints";
import { keys } from "@/api/keys";

export function useDeadLetters() {
  const query = useInfiniteQuery({
    queryKey: keys.deadLetters,
    queryFn: ({ pageParam, signal }) => api.deadLetters(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    staleTime: 10_000,
  });
  const letters = useMemo<DeadLetter[]>(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  return { ...query, letters };
}
