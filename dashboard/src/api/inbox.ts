/** What does the API say of searching, kept filters, drafts and acts on many conversations? */
import { get, post, put, remove } from "./client";
import type { ConversationFilter } from "./endpoints";
import type { components } from "./generated";

type Schemas = components["schemas"];
export type Found = Schemas["FoundConversation"];
export type View = Schemas["ViewOutput"];
export type FilterChoices = Schemas["FilterChoices"];
export type BulkAct = Omit<Schemas["BulkInput"], "ids">;

const VIEWS = "/api/v1/conversation-views";
const DRAFT = "/api/v1/conversations/{ref}/draft";

export const inboxApi = {
  search: (filter: Partial<ConversationFilter>, cursor: string | null, limit: number, signal?: AbortSignal) =>
    get("/api/v1/search", { query: { ...filter, ...(cursor === null ? {} : { cursor }), limit }, signal }),
  choices: (signal?: AbortSignal) => get("/api/v1/conversation-filters", { signal }),
  views: async (signal?: AbortSignal) => (await get(VIEWS, { signal })).items,
  createView: (json: { name: string; filter: Partial<ConversationFilter>; shared: boolean }) => post(VIEWS, { json }),
  removeView: (id: string) => remove(`${VIEWS}/{view_id}`, { path: { view_id: id } }),
  bulk: async (ids: string[], act: BulkAct, key: string) =>
    (await post("/api/v1/conversations/bulk", { json: { ...act, ids }, headers: { "Idempotency-Key": key } })).items,
  draft: (ref: string, signal?: AbortSignal) => get(DRAFT, { path: { ref }, signal }),
  keepDraft: (ref: string, json: { text: string; revision: number }) => put(DRAFT, { path: { ref }, json }),
};
