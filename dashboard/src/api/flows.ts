/** What does the API say of flows, and what can be asked of it? Definitions and sessions pass through as they are. */
import { get, patch, post, put } from "./client";
import type { components } from "./generated";
import { callForBlob } from "./http";

type Schemas = components["schemas"];
type Definition = Record<string, unknown>;

export type FlowSummary = Schemas["ListedFlowOutput"];
export type FlowProblem = Schemas["ProblemOutput"];
/** What a check found, and the ways out that each node has with its options. */
export type Checked = Pick<Schemas["CheckOutput"], "problems" | "exits">;
export type FlowDetail = Schemas["FlowOutput"];
export type Change = Schemas["ChangeOutput"];
export type PublishPreview = Schemas["PreviewOutput"];
export type SessionsFate = "stay" | "move" | "restart";
export type FlowVersion = Schemas["VersionOutput"];
export type SaidChoice = Schemas["SaidChoice"];
export type Said = Schemas["SaidOutput"];
export type SimulatedAsk = Schemas["AskOutput"];
export type Simulated = Schemas["SimulatedOutput"];
export type FlowAnalytics = Schemas["AnalyticsOutput"];
/** Scripts are lines as they stand in the text; `line` is that of the step that failed. */
export type CaseResult = Schemas["CaseOutput"];
export type TestsReport = Schemas["TestsRunOutput"];
export type Bot = Schemas["BotOutput"];
export type NodeTypes = Schemas["NodeTypesOutput"];
export type ImportFinding = Schemas["FindingOutput"];
/** A bot to make, or one to change where it has an id. */
export type BotForm = Schemas["BotInput"] & { id?: string };
export type NewFlow = Schemas["FlowInput"];

export type MediaType = NonNullable<Schemas["SimulatedInput"]["media_type"]>;

export type SimulatedInput =
  | { kind: "start" }
  | { kind: "message"; text?: string; choice_id?: string; media_type?: MediaType }
  | { kind: "timer"; key: string }
  | { kind: "answer"; key: string; ok: boolean; value: unknown };

export interface RecordedTest {
  name: string;
  exchanges: (SimulatedInput & { moment: string })[];
  definition: Definition;
}

interface Turn {
  definition: Definition;
  session: Definition | null;
  input: SimulatedInput;
  moment: string;
}

const FLOW = "/api/v1/flows/{flow_id}";
const at = (flow_id: string) => ({ path: { flow_id } });

export const flowsApi = {
  list: async (signal?: AbortSignal) => (await get("/api/v1/flows", { signal })).items,
  create: (json: NewFlow) => post("/api/v1/flows", { json }),
  read: (id: string, signal?: AbortSignal) => get(FLOW, { ...at(id), signal }),
  save: (id: string, json: { revision: number; definition: Definition; name?: string }) => put(`${FLOW}/draft`, { ...at(id), json }),
  archive: (id: string) => post(`${FLOW}/archive`, at(id)),
  templates: async (signal?: AbortSignal) => (await get("/api/v1/flow-templates", { signal })).items,
  nodeTypes: (signal?: AbortSignal) => get("/api/v1/node-types", { signal }),
  check: (id: string, definition: Definition, signal?: AbortSignal) => post("/api/v1/flows/check", { json: { definition, flow_id: id }, signal }),
  publishPreview: (id: string, signal?: AbortSignal) => get(`${FLOW}/publish-preview`, { ...at(id), signal }),
  publish: (id: string, json: { revision: number; sessions: SessionsFate; note?: string }) => post(`${FLOW}/publish`, { ...at(id), json }),
  versions: async (id: string, signal?: AbortSignal) => (await get(`${FLOW}/versions`, { ...at(id), signal })).items,
  diff: async (id: string, number: number, to: "draft" | number, signal?: AbortSignal) =>
    (await get(`${FLOW}/versions/{number}/diff`, { path: { flow_id: id, number }, query: { to: String(to) }, signal })).changes,
  restore: (id: string, number: number, revision: number) => post(`${FLOW}/versions/{number}/restore`, { path: { flow_id: id, number }, json: { revision } }),
  simulate: (id: string, json: Turn) => post(`${FLOW}/simulate`, { ...at(id), json }),
  analytics: (id: string, days: number, signal?: AbortSignal) => get(`${FLOW}/analytics`, { ...at(id), query: { days }, signal }),
  tests: (id: string, signal?: AbortSignal) => get(`${FLOW}/tests`, { ...at(id), signal }),
  saveTests: (id: string, json: { revision: number; text: string }) => put(`${FLOW}/tests`, { ...at(id), json }),
  runTests: (id: string, json: { definition: Definition; text: string }) => post(`${FLOW}/tests/run`, { ...at(id), json }),
  recordTest: (id: string, json: RecordedTest) => post(`${FLOW}/tests/record`, { ...at(id), json }),
  importFlow: (json: Schemas["ImportInput"]) => post("/api/v1/flows/import", { json }),
  exportFlow: (id: string, format: "yaml" | "json") => callForBlob(`/api/v1/flows/${encodeURIComponent(id)}/export?format=${format}`),
  bots: async (signal?: AbortSignal) => (await get("/api/v1/bots", { signal })).items,
  createBot: (json: Schemas["BotInput"]) => post("/api/v1/bots", { json }),
  changeBot: (id: string, json: Schemas["BotSettingsInput"]) => patch("/api/v1/bots/{bot_id}", { path: { bot_id: id }, json }),
};
