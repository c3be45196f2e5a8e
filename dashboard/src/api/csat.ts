/** What can be asked about satisfaction? */
import { get, put } from "./client";
import type { components } from "./generated";
import { callForBlob } from "./http";

type Schemas = components["schemas"];

export type CsatSettings = Schemas["CsatSettingsOutput"];
export type CsatReport = Schemas["CsatReportOutput"];
export type CsatScores = Schemas["CsatScores"];

export const csatKeys = { settings: ["settings", "csat"] as const, report: (filter: object) => ["reports", "csat", filter] as const };

export const csatApi = {
  settings: (signal?: AbortSignal) => get("/api/v1/csat/settings", { signal }),
  change: (json: Schemas["CsatSettingsInput"]) => put("/api/v1/csat/settings", { json }),
  report: (filter: { from: string; to: string }, signal?: AbortSignal) => get("/api/v1/analytics/csat", { query: filter, signal }),
  table: (filter: { from: string; to: string }) => callForBlob(`/api/v1/analytics/csat.csv?${new URLSearchParams(filter).toString()}`),
};

/** The five answers in each style, worst first, as the customer sees them. */
export const csatOptions: Record<CsatSettings["style"], string[]> = {
  emojis: ["😡 Péssimo", "🙁 Ruim", "😐 Regular", "🙂 Bom", "😍 Ótimo"],
  numbers: ["1 - Péssimo", "2 - Ruim", "3 - Regular", "4 - Bom", "5 - Ótimo"],
  stars: ["⭐", "⭐⭐", "⭐⭐⭐", "⭐⭐⭐⭐", "⭐⭐⭐⭐⭐"],
};
