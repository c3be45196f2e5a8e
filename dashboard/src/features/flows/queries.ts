/** Which flows are there, and what stands in one? */
import { useQuery } from "@tanstack/react-query";

import { flowsApi } from "@/api/flows";
import { keys } from "@/api/keys";
import { secretsApi } from "@/api/secrets";

import type { Manifest } from "./model/manifest";

export const useFlows = () => useQuery({ queryKey: keys.flows, queryFn: ({ signal }) => flowsApi.list(signal), staleTime: 10_000 });

export const useTemplates = () => useQuery({ queryKey: keys.flowTemplates, queryFn: ({ signal }) => flowsApi.templates(signal), staleTime: Infinity });

export const useBots = () => useQuery({ queryKey: keys.bots, queryFn: ({ signal }) => flowsApi.bots(signal), staleTime: 10_000 });

export const useSecrets = (enabled: boolean) => useQuery({ queryKey: keys.secrets, queryFn: ({ signal }) => secretsApi.list(signal), enabled, staleTime: 10_000 });

/** Read anew each time a builder opens; what is drawn then belongs to the draft and not to the cache. */
export const useFlowDetail = (id: string) =>
  useQuery({ queryKey: keys.flow(id), queryFn: ({ signal }) => flowsApi.read(id, signal), staleTime: 0, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false });

export function useNodeTypes() {
  return useQuery({
    queryKey: keys.nodeTypes,
    queryFn: async ({ signal }) => {
      const { items, variables, filters, flows } = await flowsApi.nodeTypes(signal);
      const manifests = items as unknown as Manifest[];
      return { manifests: new Map(manifests.map((one) => [one.key, one])), words: { variables, filters }, flows };
    },
    staleTime: Infinity,
  });
}

export const useVersions = (id: string) => useQuery({ queryKey: keys.flowVersions(id), queryFn: ({ signal }) => flowsApi.versions(id, signal), staleTime: 5_000 });

export const useChanges = (id: string, number: number, revision: number, enabled: boolean) =>
  useQuery({ queryKey: [...keys.flowVersions(id), "diff", number, revision], queryFn: ({ signal }) => flowsApi.diff(id, number, "draft", signal), enabled });

export const usePublishPreview = (id: string, revision: number) =>
  useQuery({ queryKey: [...keys.flowVersions(id), "preview", revision], queryFn: ({ signal }) => flowsApi.publishPreview(id, signal), staleTime: 0, gcTime: 0 });

export const useAnalytics = (id: string, days: number, enabled: boolean) =>
  useQuery({ queryKey: keys.flowAnalytics(id, days), queryFn: ({ signal }) => flowsApi.analytics(id, days, signal), enabled, staleTime: 30_000 });

export const useTests = (id: string) => useQuery({ queryKey: keys.flowTests(id), queryFn: ({ signal }) => flowsApi.tests(id, signal), staleTime: 0, refetchOnWindowFocus: false });
