/** What does the API say of pipelines and deals, and what can be asked of it? Money is whole centavos. */
import { get, patch, post, remove } from "./client";
import type { components } from "./generated";
import { callForBlob } from "./http";

type Schemas = components["schemas"];

export type Pipeline = Schemas["PipelineOutput"];
export type Stage = Schemas["StageOutput"];
export type StageKind = Stage["kind"];
export type StageColor = Stage["color"];
export type Deal = Schemas["DealOutput"];
export type DealDetail = Schemas["DealPage"];
export type Board = Schemas["BoardOutput"];
export type BoardColumn = Schemas["ColumnOutput"];
export type Conversion = Schemas["ConversionOutput"];
export type NewDeal = Schemas["DealInput"];
export type DealChange = Schemas["DealChange"];
export type DealMove = Schemas["MoveInput"];

/** Which deals are meant; an owner's id, or nobody's; the days are those of the entry. */
export interface DealFilter {
  owner?: string;
  unowned?: boolean;
  origin?: string;
  since?: string;
  until?: string;
}

const PIPELINE = "/api/v1/pipelines/{pipeline_id}";
const DEAL = "/api/v1/deals/{deal_id}";
const MOST_COLLEAGUES = 200;

export const leadsApi = {
  pipelines: async (signal?: AbortSignal) => (await get("/api/v1/pipelines", { signal })).items,
  createPipeline: (name: string) => post("/api/v1/pipelines", { json: { name } }),
  renamePipeline: (id: string, name: string) => patch(PIPELINE, { path: { pipeline_id: id }, json: { name } }),
  removePipeline: (id: string) => remove(PIPELINE, { path: { pipeline_id: id } }),
  addStage: (id: string, json: Schemas["StageInput"]) => post(`${PIPELINE}/stages`, { path: { pipeline_id: id }, json }),
  changeStage: (id: string, json: Schemas["StageChange"]) => patch("/api/v1/stages/{stage_id}", { path: { stage_id: id }, json }),
  removeStage: (id: string, moveTo: string | null) => remove("/api/v1/stages/{stage_id}", { path: { stage_id: id }, query: moveTo === null ? {} : { move_to: moveTo } }),
  reasons: async (signal?: AbortSignal) => (await get("/api/v1/deal-reasons", { signal })).items,
  addReason: (kind: "won" | "lost", name: string) => post("/api/v1/deal-reasons", { json: { kind, name } }),
  removeReason: (id: string) => remove("/api/v1/deal-reasons/{reason_id}", { path: { reason_id: id } }),
  colleagues: async (signal?: AbortSignal) => (await get("/api/v1/members", { query: { limit: MOST_COLLEAGUES }, signal })).items,

  board: (id: string, filter: DealFilter, limit: number, signal?: AbortSignal) => get(`${PIPELINE}/board`, { path: { pipeline_id: id }, query: { ...filter, limit }, signal }),
  stageDeals: (id: string, filter: DealFilter, cursor: string, limit: number, signal?: AbortSignal) =>
    get("/api/v1/stages/{stage_id}/deals", { path: { stage_id: id }, query: { ...filter, cursor, limit }, signal }),
  conversion: (id: string, filter: DealFilter, signal?: AbortSignal) => get(`${PIPELINE}/conversion`, { path: { pipeline_id: id }, query: { ...filter }, signal }),
  sheet: (id: string, what: "conversion" | "deals", filter: DealFilter) => callForBlob(`/api/v1/pipelines/${encodeURIComponent(id)}/${what}.csv?${new URLSearchParams(Object.entries(filter).map(([name, value]) => [name, String(value)])).toString()}`),

  deal: (id: string, signal?: AbortSignal) => get(DEAL, { path: { deal_id: id }, signal }),
  dealsOfConversation: async (ref: string, signal?: AbortSignal) => (await get("/api/v1/deals", { query: { conversation_ref: ref }, signal })).items,
  createDeal: (json: NewDeal, key: string) => post("/api/v1/deals", { json, headers: { "Idempotency-Key": key } }),
  changeDeal: (id: string, json: DealChange) => patch(DEAL, { path: { deal_id: id }, json }),
  moveDeal: (id: string, json: DealMove, key: string) => post(`${DEAL}/move`, { path: { deal_id: id }, json, headers: { "Idempotency-Key": key } }),
  removeDeal: (id: string) => remove(DEAL, { path: { deal_id: id } }),
};
