/** What was asked of Viviane? */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";

import { type Delegation, type DelegationState, handoffsApi } from "@/api/handoffs";
import { keys } from "@/api/keys";

export function useDelegations(state: DelegationState | null) {
  const query = useInfiniteQuery({
    queryKey: keys.delegationList(state),
    queryFn: ({ pageParam, signal }) => handoffsApi.delegations(state, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
  const tasks = useMemo<Delegation[]>(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  return { ...query, tasks };
}
