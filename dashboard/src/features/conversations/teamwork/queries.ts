/** Who works here, where was one called, and what is often said? */
import { useQuery } from "@tanstack/react-query";

import { keys } from "@/api/keys";
import { teamworkApi } from "@/api/teamwork";
import { useMay } from "@/api/use-may";

export const useDesk = () => useQuery({ queryKey: keys.desk, queryFn: ({ signal }) => teamworkApi.desk(signal), staleTime: 20_000 }).data;

export const useAssignments = (id: string) =>
  useQuery({ queryKey: keys.assignments(id), queryFn: ({ signal }) => teamworkApi.assignments(id, signal) }).data;

export function useMentions() {
  const own = useMay("desk:own");
  return useQuery({ queryKey: keys.mentions, queryFn: ({ signal }) => teamworkApi.mentions(signal), staleTime: 30_000, enabled: own });
}

export const useQuickReplies = (enabled = true) =>
  useQuery({ queryKey: keys.quickReplies, queryFn: ({ signal }) => teamworkApi.quickReplies(signal), staleTime: 60_000, enabled });
