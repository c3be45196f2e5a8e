/** What do the settings show? */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";

import { csatApi, csatKeys } from "@/api/csat";
import { keys } from "@/api/keys";
import { secretsApi } from "@/api/secrets";
import { type AuditFilter, settingsApi } from "@/api/settings";
import { startOfDay } from "@/lib/time";

const DAY = 86_400_000;

export const useOrganization = () => useQuery({ queryKey: keys.organization, queryFn: ({ signal }) => settingsApi.organization(signal) });
export const useMembers = () => useQuery({ queryKey: keys.members, queryFn: ({ signal }) => settingsApi.members(signal) });
export const useInvitations = (enabled: boolean) => useQuery({ queryKey: keys.invitations, queryFn: ({ signal }) => settingsApi.invitations(signal), enabled });
export const useTeams = () => useQuery({ queryKey: keys.teams, queryFn: ({ signal }) => settingsApi.teams(signal) });
export const useHours = () => useQuery({ queryKey: keys.hours, queryFn: ({ signal }) => settingsApi.hours(signal), refetchInterval: 60_000 });
export const useCsat = () => useQuery({ queryKey: csatKeys.settings, queryFn: ({ signal }) => csatApi.settings(signal) });
export const useChannels = () => useQuery({ queryKey: keys.channelList, queryFn: ({ signal }) => settingsApi.channels(signal) });
export const useApiKeys = () => useQuery({ queryKey: keys.apiKeys, queryFn: ({ signal }) => settingsApi.apiKeys(signal) });
export const useSecrets = () => useQuery({ queryKey: keys.secrets, queryFn: ({ signal }) => secretsApi.list(signal) });
export const useWebhooks = () => useQuery({ queryKey: keys.webhooks, queryFn: ({ signal }) => settingsApi.webhooks(signal) });

export const useDeliveries = (id: string) =>
  useInfiniteQuery({
    queryKey: keys.deliveries(id),
    queryFn: ({ pageParam, signal }) => settingsApi.deliveries(id, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    refetchInterval: 4_000,
  });

export const useAudit = (filter: AuditFilter) =>
  useInfiniteQuery({
    queryKey: [...keys.audit, filter],
    queryFn: ({ pageParam, signal }) => settingsApi.audit(moments(filter), pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });

/** Days of the organization as the moments at which they begin; the last one is meant as well. */
function moments(filter: AuditFilter): AuditFilter {
  const after = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
  return { ...filter, since: filter.since && startOfDay(filter.since), until: filter.until && startOfDay(after(filter.until)) };
}
