/** Which templates are there, and what would be refused about a new one? */
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";

import { keys } from "@/api/keys";
import { settingsApi } from "@/api/settings";
import { type Template, type TemplateDraft, type TemplateFilter, templatesApi } from "@/api/templates";
import { useSettled } from "@/lib/use-settled";

export function useTemplates(filter: TemplateFilter) {
  const query = useInfiniteQuery({
    queryKey: keys.templateList({ ...filter, paged: true }),
    queryFn: ({ pageParam, signal }) => templatesApi.list(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
  const templates = useMemo<Template[]>(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  return { ...query, templates, syncs: query.data?.pages[0]?.syncs ?? [] };
}

/** The numbers that have templates. */
export function useTemplateChannels() {
  const query = useQuery({ queryKey: keys.channelList, queryFn: ({ signal }) => settingsApi.channels(signal) });
  return query.data?.filter((one) => one.adapter === "whatsapp_cloud") ?? [];
}

/** What the provider would refuse, and how it will read; asked once the typing rests. */
export function useDraftCheck(draft: TemplateDraft | null) {
  const settled = useSettled(draft, 250);
  return useQuery({
    queryKey: keys.templateCheck(settled ?? {}),
    queryFn: ({ signal }) => templatesApi.check(settled as TemplateDraft, signal),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}
