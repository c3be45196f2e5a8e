/** What does the API say of transbordos and of what is asked of Viviane? */
import { get, patch, post, put } from "./client";
import type { components } from "./generated";
import { callForBlob } from "./http";

type Schemas = components["schemas"];
export type Handoff = Schemas["HandoffTask"];
export type HandoffPage = Schemas["HandoffPage"];
export type HandoffNotice = Schemas["NoticeOutput"];
export type HandoffSettings = Schemas["HandoffSettingsOutput"];
export type HandoffSettingsInput = Schemas["HandoffSettingsBody"];
export type HandoffChange = Schemas["HandoffChange"];
export type Delegation = Schemas["DelegationOutput"];
export type HandoffView = "open" | "taken" | "ended";
export type DelegationState = Delegation["state"];

const HANDOFFS = "/api/v1/handoffs";
const QUEUE = "/api/v1/viva/handoff";

export const handoffsApi = {
  list: (state: HandoffView | "late", cursor: string | null, signal?: AbortSignal) =>
    get(HANDOFFS, { query: { state, limit: 50, ...(cursor === null ? {} : { cursor }) }, signal }),
  counts: async (signal?: AbortSignal) => (await get(HANDOFFS, { query: { state: "open", limit: 1 }, signal })).counts,
  history: async (ref: string, signal?: AbortSignal) => (await get("/api/v1/conversations/{ref}/handoffs", { path: { ref }, signal })).items,
  change: (id: string, json: HandoffChange) => patch(`${HANDOFFS}/{handoff_id}`, { path: { handoff_id: id }, json }),
  resolve: (id: string) => post(`${HANDOFFS}/{handoff_id}/resolve`, { path: { handoff_id: id } }),
  settings: (signal?: AbortSignal) => get(`${HANDOFFS}/settings`, { signal }),
  saveSettings: (json: HandoffSettingsInput) => put(`${HANDOFFS}/settings`, { json }),

  delegations: (state: DelegationState | null, cursor: string | null, signal?: AbortSignal) =>
    get(QUEUE, { query: { ...(state === null ? {} : { state }), ...(cursor === null ? {} : { cursor }) }, signal }),
  delegate: (conversation: string, text: string, key: string) => post(QUEUE, { json: { conversation, text }, headers: { "Idempotency-Key": key } }),
  retryDelegation: (id: string) => post(`${QUEUE}/{task_id}/retry`, { path: { task_id: id } }),

  sheet: () => callForBlob("/api/v1/overview/export"),
  repairs: async (signal?: AbortSignal) => (await get("/api/v1/overview/repairs", { signal })).items,
  repair: (ref: string, state: "active" | "waiting" | "archived") => post("/api/v1/conversations/{ref}/repair", { path: { ref }, json: { state } }),
};
