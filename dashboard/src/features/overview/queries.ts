/** How does the whole stand? */
import { useQuery } from "@tanstack/react-query";

import { api } from "@/api/endpoints";
import { handoffsApi } from "@/api/handoffs";
import { keys } from "@/api/keys";
import { useMay } from "@/api/use-may";

export const useOverview = () =>
  useQuery({
    queryKey: keys.overview,
    queryFn: ({ signal }) => api.overview(signal),
    // Waiting times and "today" move without a fact.
    refetchInterval: 60_000,
  });

/** What is to be put right; asked anew when there are more or fewer. */
export function useRepairs(count: number) {
  const may = useMay("conversations:all");
  return useQuery({ queryKey: [...keys.repairs, count], queryFn: ({ signal }) => handoffsApi.repairs(signal), enabled: may });
}
