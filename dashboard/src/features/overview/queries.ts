/** How does the whole stand? */
import { useQuery } from "@tanstack/react-query";

import { api } from "@/api/endpoints";
import { keys } from "@/api/keys";

export const useOverview = () =>
  useQuery({
    queryKey: keys.overview,
    queryFn: ({ signal }) => api.overview(signal),
    // Waiting times and "today" move without a fact.
    refetchInterval: 60_000,
  });
