/** What does the API say of automations, and what can be asked of it? */
import { get, post, put, remove } from "./client";
import type { components } from "./generated";

type Schemas = components["schemas"];

export type Value = string | number | boolean | (string | number | boolean)[] | null;
export interface Test {
  kind: "test";
  field: string;
  op: string;
  value: Value;
}
export interface Group {
  kind: "group";
  join: "all" | "any" | "none";
  tests: (Test | Group)[];
}
export type Action = NonNullable<Schemas["RuleShape-Output"]["actions"]>[number];
export type ActionName = Action["do"];
export type Hours = "always" | "open" | "closed" | "next_opening";
export interface Rule {
  conditions: Group;
  actions: Action[];
  wait_minutes: number;
  hours: Hours;
  per_hour: number;
  again_after_minutes: number;
}
/** What the editor holds and the API takes. */
export interface Draft {
  name: string;
  triggers: string[];
  rule: Rule;
}
export type Automation = Omit<Schemas["AutomationOutput"], "rule"> & { rule: Rule };
export type ListedAutomation = Omit<Schemas["ListedAutomation"], "rule"> & { rule: Rule };
export type Run = Schemas["RunOutput"];
export type RunState = Run["state"];
export type Trace = Schemas["SeenGroupOutput"];
export type Seen = Schemas["SeenOutput"];
export type Outcome = Schemas["OutcomeOutput"];

export type Tried = Schemas["TriedOutput"];
export type Catalogue = Schemas["CatalogueOutput"];
export type CatalogueField = Schemas["FieldOutput"];

export const automationKeys = {
  all: ["automations"] as const,
  list: ["automations", "list"] as const,
  one: (id: string) => ["automations", "one", id] as const,
  runs: (id: string, state: string) => ["automations", "runs", id, state] as const,
  everyRun: ["automations", "runs"] as const,
  catalogue: ["automations", "catalogue"] as const,
  facts: (triggers: string) => ["automations", "facts", triggers] as const,
};

const ONE = "/api/v1/automations/{automation_id}";
const at = (automation_id: string) => ({ path: { automation_id } });

export const automationsApi = {
  list: async (signal?: AbortSignal) => (await get("/api/v1/automations", { signal })).items as ListedAutomation[],
  read: async (id: string, signal?: AbortSignal) => (await get(ONE, { ...at(id), signal })) as Automation,
  create: async (json: Draft) => (await post("/api/v1/automations", { json })) as Automation,
  change: async (id: string, revision: number, draft: Draft) => (await put(ONE, { ...at(id), json: { ...draft, revision } })) as Automation,
  switchTo: (id: string, state: "on" | "off") => put(`${ONE}/state`, { ...at(id), json: { state } }),
  order: (ids: string[]) => put("/api/v1/automations/order", { json: { ids } }),
  remove: (id: string) => remove(ONE, at(id)),
  runs: (id: string, state: RunState | null, cursor: string | null, signal?: AbortSignal) =>
    get(`${ONE}/runs`, { ...at(id), query: { limit: 30, ...(state === null ? {} : { state }), ...(cursor === null ? {} : { cursor }) }, signal }),
  catalogue: (signal?: AbortSignal) => get("/api/v1/automations/catalogue", { signal }),
  facts: async (triggers: string[], signal?: AbortSignal) => (await get("/api/v1/automations/facts", { query: { triggers: triggers.join(",") }, signal })).items,
  tryOn: (draft: Draft, id: string | null, fact_seq: number, anyway: boolean) => post("/api/v1/automations/try", { json: { ...draft, automation_id: id, fact_seq, anyway } }),
};
