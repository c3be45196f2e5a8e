/** Which pipelines are there, and what stands in one? */
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";

import { keys } from "@/api/keys";
import { type BoardColumn, type Deal, type DealFilter, leadsApi } from "@/api/leads";

export const FIRST_PAGE = 20;
const MORE = 100;

export const usePipelines = () => useQuery({ queryKey: keys.pipelines, queryFn: ({ signal }) => leadsApi.pipelines(signal), staleTime: 10_000 });

export const useReasons = () => useQuery({ queryKey: keys.dealReasons, queryFn: ({ signal }) => leadsApi.reasons(signal), staleTime: 30_000 });

export const useColleagues = () =>
  useQuery({ queryKey: keys.colleagues, queryFn: ({ signal }) => leadsApi.colleagues(signal), staleTime: 60_000, select: (all) => all.filter((one) => one.active) });

export const useBoard = (id: string | null, filter: DealFilter) =>
  useQuery({
    queryKey: keys.board(id ?? "", filter),
    queryFn: ({ signal }) => leadsApi.board(id ?? "", filter, FIRST_PAGE, signal),
    enabled: id !== null,
    staleTime: 5_000,
    placeholderData: keepPreviousData,
  });

/** The columns with everything that was asked for below their first page; `wanted` counts cards by stage. */
export function useLongColumns(columns: BoardColumn[], filter: DealFilter, wanted: Record<string, number>): BoardColumn[] {
  const long = columns.filter((column) => (wanted[column.id] ?? 0) > FIRST_PAGE);
  const pages = useQueries({
    queries: long.map((column) => ({
      queryKey: keys.stageDeals(column.id, filter, wanted[column.id] ?? 0),
      queryFn: ({ signal }: { signal: AbortSignal }) => readStage(column.id, filter, wanted[column.id] ?? 0, signal),
      staleTime: 5_000,
      placeholderData: keepPreviousData,
    })),
  });
  const found = new Map(long.map((column, index) => [column.id, pages[index]?.data]));
  return columns.map((column) => {
    const more = found.get(column.id);
    return more ? { ...column, ...more } : column;
  });
}

export const useConversion = (id: string, filter: DealFilter) =>
  useQuery({ queryKey: keys.conversion(id, filter), queryFn: ({ signal }) => leadsApi.conversion(id, filter, signal), staleTime: 10_000, placeholderData: keepPreviousData });

export const useDeal = (id: string) => useQuery({ queryKey: keys.deal(id), queryFn: ({ signal }) => leadsApi.deal(id, signal), staleTime: 2_000 });

export const useDealsOfConversation = (id: string) =>
  useQuery({ queryKey: keys.dealsOfConversation(id), queryFn: ({ signal }) => leadsApi.dealsOfConversation(id, signal), staleTime: 10_000 });

async function readStage(id: string, filter: DealFilter, count: number, signal: AbortSignal): Promise<Pick<BoardColumn, "deals" | "next_cursor">> {
  const deals: Deal[] = [];
  let cursor = "";
  while (deals.length < count) {
    const page = await leadsApi.stageDeals(id, filter, cursor, Math.min(MORE, count - deals.length), signal);
    deals.push(...page.items);
    if (page.next_cursor === null) return { deals, next_cursor: null };
    cursor = page.next_cursor;
  }
  return { deals, next_cursor: cursor };
}
