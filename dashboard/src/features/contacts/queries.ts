/** What do the screens of people read? */
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";

import { contactKeys, contactsApi, type PeopleQuery, type RowOutcome } from "@/api/contacts";

export function usePeople(query: PeopleQuery) {
  const found = useInfiniteQuery({
    queryKey: contactKeys.people(query),
    queryFn: ({ pageParam, signal }) => contactsApi.people(query, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  const people = useMemo(() => found.data?.pages.flatMap((page) => page.items) ?? [], [found.data]);
  return { ...found, people };
}

export const usePerson = (id: string) => useQuery({ queryKey: contactKeys.person(id), queryFn: ({ signal }) => contactsApi.person(id, signal) });

export function useTimeline(id: string) {
  const found = useInfiniteQuery({
    queryKey: contactKeys.timeline(id),
    queryFn: ({ pageParam, signal }) => contactsApi.timeline(id, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
  const lines = useMemo(() => found.data?.pages.flatMap((page) => page.items) ?? [], [found.data]);
  return { ...found, lines };
}

export function useProposals() {
  const found = useInfiniteQuery({
    queryKey: contactKeys.proposals,
    queryFn: ({ pageParam, signal }) => contactsApi.proposals(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
  const proposals = useMemo(() => found.data?.pages.flatMap((page) => page.items) ?? [], [found.data]);
  return { ...found, proposals };
}

export const useTags = () => useQuery({ queryKey: contactKeys.tags, queryFn: ({ signal }) => contactsApi.tags(signal), staleTime: 30_000 });
export const useFields = () => useQuery({ queryKey: contactKeys.fields, queryFn: ({ signal }) => contactsApi.fields(signal), staleTime: 60_000 });
export const useSegments = () => useQuery({ queryKey: contactKeys.segments, queryFn: ({ signal }) => contactsApi.segments(signal), staleTime: 30_000 });
export const useImports = () => useQuery({ queryKey: contactKeys.imports, queryFn: ({ signal }) => contactsApi.imports(signal) });

export function useImportRows(id: string, outcome: RowOutcome | "") {
  const found = useInfiniteQuery({
    queryKey: contactKeys.importRows(id, outcome),
    queryFn: ({ pageParam, signal }) => contactsApi.importRows(id, outcome, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next_after,
  });
  const rows = useMemo(() => found.data?.pages.flatMap((page) => page.items) ?? [], [found.data]);
  return { ...found, rows };
}
