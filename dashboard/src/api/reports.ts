/** What can be asked of the reports about conversations? */
import { get } from "./client";
import type { components } from "./generated";
import { callForBlob } from "./http";

type Schemas = components["schemas"];

export type Report = Schemas["ReportOutput"];
export type ReportFigures = Schemas["ReportFigures"];
export type ReportGroup = "day" | "week" | "month" | "hour" | "person" | "team";

export interface ReportFilter {
  /** Local days as 2026-03-02, both of them part of the time. */
  from: string;
  to: string;
  group: ReportGroup;
}

export const reportsApi = {
  conversations: (filter: ReportFilter, signal?: AbortSignal) => get("/api/v1/analytics/conversations", { query: { ...filter }, signal }),
  table: (filter: ReportFilter) => callForBlob(`/api/v1/analytics/conversations.csv?${new URLSearchParams({ ...filter }).toString()}`),
};
