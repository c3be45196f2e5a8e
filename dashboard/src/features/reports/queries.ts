/** What do the reports show? */
import { keepPreviousData, useQuery } from "@tanstack/react-query";

import { keys } from "@/api/keys";
import { type ReportFilter, reportsApi } from "@/api/reports";

export const useReport = (filter: ReportFilter) =>
  useQuery({ queryKey: [...keys.reports, filter], queryFn: ({ signal }) => reportsApi.conversations(filter, signal), placeholderData: keepPreviousData, refetchInterval: 60_000 });
