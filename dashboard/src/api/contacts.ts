/** What does the API say of people, and what can be asked of it? */
import { get, patch, post, put, remove } from "./client";
import type { components } from "./generated";
import { call, callForBlob } from "./http";

type Schemas = components["schemas"];

export type Person = Schemas["ContactCardOutput"];
export type Profile = Schemas["ProfileOutput"];
export type Identifier = Schemas["IdentifierOutput"];
export type IdentifierKind = Schemas["IdentifierInput"]["kind"];
export type Proposal = Schemas["ProposalOutput"];
export type Merge = Schemas["MergeOutput"];
export type Happening = Schemas["HappeningOutput"];
export type ContactField = Schemas["ContactFieldOutput"];
export type FieldType = Schemas["ContactFieldInput"]["type"];
export type Import = Schemas["ImportOutput"];
export type ImportPreview = Schemas["ImportPreview"];
export type ImportRow = Schemas["ImportRowOutput"];
export type ImportStart = Schemas["ImportStartInput"];
export type RowOutcome = "created" | "updated" | "unchanged" | "refused";
export type FieldValue = string | number | boolean | null;

export interface Condition {
  field: string;
  op: string;
  value?: string | number | boolean;
}

/** One level is what the builder draws; deeper trees of the API are shown by their name alone. */
export interface Filter {
  joint: "all" | "any";
  conditions: Condition[];
}

export interface PeopleQuery {
  q: string;
  segment: string;
  filter: string;
}

const ROOT = "/api/v1/contacts";
const ONE = `${ROOT}/{contact_id}` as const;
const after = (cursor: string | null) => (cursor === null ? {} : { cursor });

const treeOf = ({ joint, conditions }: Filter): Record<string, unknown> => ({ [joint]: conditions });

export const contactsApi = {
  people: ({ q, segment, filter }: PeopleQuery, cursor: string | null, signal?: AbortSignal) =>
    get(ROOT, { query: { q, ...(segment ? { segment_id: segment } : {}), ...(filter ? { filter } : {}), ...after(cursor), limit: 50 }, signal }),
  person: (id: string, signal?: AbortSignal) => get(ONE, { path: { contact_id: id }, signal }),
  create: (name: string, identifiers: { kind: IdentifierKind; value: string }[]) => post(ROOT, { json: { name, identifiers } }),
  change: (id: string, json: { name?: string; fields?: Record<string, FieldValue> }) => patch(ONE, { path: { contact_id: id }, json: { fields: {}, ...json } }),
  setTags: (id: string, tags: string[]) => put(`${ONE}/tags`, { path: { contact_id: id }, json: { tags } }),
  addIdentifier: (id: string, kind: IdentifierKind, value: string) => post(`${ONE}/identifiers`, { path: { contact_id: id }, json: { kind, value } }),
  removeIdentifier: (id: string, kind: IdentifierKind, value: string) => post(`${ONE}/identifiers/remove`, { path: { contact_id: id }, json: { kind, value } }),
  addNote: (id: string, text: string) => post(`${ONE}/notes`, { path: { contact_id: id }, json: { text } }),
  timeline: (id: string, cursor: string | null, signal?: AbortSignal) => get(`${ONE}/timeline`, { path: { contact_id: id }, query: { ...after(cursor), limit: 50 }, signal }),
  tags: async (signal?: AbortSignal) => (await get(`${ROOT}/tags`, { signal })).items,

  proposals: (cursor: string | null, signal?: AbortSignal) => get(`${ROOT}/proposals`, { query: after(cursor), signal }),
  findDuplicates: () => post(`${ROOT}/proposals/search`, {}),
  accept: (id: string, keptId: string) => post(`${ROOT}/proposals/{proposal_id}/accept`, { path: { proposal_id: id }, json: { kept_id: keptId } }),
  refuse: (id: string) => post(`${ROOT}/proposals/{proposal_id}/refuse`, { path: { proposal_id: id } }),
  undo: (id: string) => post(`${ROOT}/merges/{merge_id}/undo`, { path: { merge_id: id } }),

  fields: async (signal?: AbortSignal) => (await get(`${ROOT}/fields`, { signal })).items,
  createField: (label: string, type: FieldType, choices: string[]) => post(`${ROOT}/fields`, { json: { label, type, choices, key: "" } }),
  segments: async (signal?: AbortSignal) => (await get(`${ROOT}/segments`, { signal })).items,
  createSegment: (name: string, filter: Filter) => post(`${ROOT}/segments`, { json: { name, filter: treeOf(filter) } }),
  removeSegment: (id: string) => remove(`${ROOT}/segments/{segment_id}`, { path: { segment_id: id } }),
  count: (filter: Filter) => post(`${ROOT}/segments/count`, { json: { filter: treeOf(filter) } }),

  imports: (signal?: AbortSignal) => get(`${ROOT}/imports`, { signal }),
  upload: (file: File) =>
    call<ImportPreview>(`${ROOT}/imports`, {
      method: "POST",
      body: file,
      headers: { "Content-Type": "application/octet-stream", "X-Filename": encodeURIComponent(file.name) },
    }),
  import: (id: string, signal?: AbortSignal) => get(`${ROOT}/imports/{import_id}`, { path: { import_id: id }, signal }),
  startImport: (id: string, json: ImportStart) => post(`${ROOT}/imports/{import_id}/start`, { path: { import_id: id }, json }),
  importRows: (id: string, outcome: RowOutcome | "", afterRow: number, signal?: AbortSignal) =>
    get(`${ROOT}/imports/{import_id}/rows`, { path: { import_id: id }, query: { ...(outcome ? { outcome } : {}), after: afterRow }, signal }),
  export: (query: PeopleQuery) => callForBlob(`${ROOT}/export?${new URLSearchParams({ ...(query.segment ? { segment_id: query.segment } : {}), ...(query.filter ? { filter: query.filter } : {}) })}`),
};

export const contactKeys = {
  all: ["contacts"] as const,
  people: (query: PeopleQuery) => ["contacts", "list", query] as const,
  person: (id: string) => ["contacts", "one", id] as const,
  timeline: (id: string) => ["contacts", "timeline", id] as const,
  proposals: ["contacts", "proposals"] as const,
  tags: ["contacts", "tags"] as const,
  fields: ["contacts", "fields"] as const,
  segments: ["contacts", "segments"] as const,
  imports: ["contacts", "imports"] as const,
  importRows: (id: string, outcome: string) => ["contacts", "imports", id, outcome] as const,
};
