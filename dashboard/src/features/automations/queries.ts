/** Which automations are there, what did they do, and of what can one be made? */
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";

import { automationKeys, automationsApi, type Run, type RunState } from "@/api/automations";

// A run is told by no fact: what automations do must not set automations off.
const RUNS_EVERY_MS = 5_000;
const FACTS_EVERY_MS = 3_000;

export const useAutomations = () => useQuery({ queryKey: automationKeys.list, queryFn: ({ signal }) => automationsApi.list(signal) });

export const useCatalogue = () => useQuery({ queryKey: automationKeys.catalogue, queryFn: ({ signal }) => automationsApi.catalogue(signal), staleTime: 30_000 });

export const useAutomation = (id: string | null) =>
  useQuery({ queryKey: automationKeys.one(id ?? "new"), queryFn: ({ signal }) => automationsApi.read(id as string, signal), enabled: id !== null });

export function useRuns(id: string, state: RunState | null) {
  const query = useInfiniteQuery({
    queryKey: automationKeys.runs(id, state ?? ""),
    queryFn: ({ pageParam, signal }) => automationsApi.runs(id, state, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
    refetchInterval: RUNS_EVERY_MS,
  });
  const runs = useMemo<Run[]>(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  return { ...query, runs };
}

export const usePastFacts = (triggers: string[]) =>
  useQuery({
    queryKey: automationKeys.facts(triggers.join(",")),
    queryFn: ({ signal }) => automationsApi.facts(triggers, signal),
    enabled: triggers.length > 0,
    // Whoever has just made happen what they want to try with need not load the page anew.
    refetchInterval: (query) => (query.state.data?.length ? false : FACTS_EVERY_MS),
  });
