/** What does the API say of flows, and what can be asked of it? Definitions and sessions pass through as they are. */
import { call, callForBlob } from "./http";

interface BotRef {
  id: string;
  name: string;
}

export interface FlowSummary {
  id: string;
  name: string;
  bot: BotRef | null;
  is_entry: boolean;
  published: { number: number; at: string; by_name: string } | null;
  draft: { revision: number; changed_at: string; changed_by_name: string; differs: boolean };
  open_sessions: number;
  errors: number;
  warnings: number;
}

export interface FlowProblem {
  code: string;
  severity: "error" | "warning";
  node: string;
  path: string;
  data: Record<string, unknown>;
  sentence: string;
}

interface FlowExit {
  key: string;
  label: string;
  optional: boolean;
}

/** What a check found, and the ways out that each node has with its options. */
export interface Checked {
  problems: FlowProblem[];
  exits: Record<string, FlowExit[]>;
}

export interface FlowDetail extends Checked {
  id: string;
  name: string;
  bot: BotRef | null;
  is_entry: boolean;
  revision: number;
  changed_at: string;
  changed_by_name: string;
  definition: unknown;
  published: { number: number; at: string; by_name: string } | null;
}

export interface Change {
  kind: string;
  node: string;
  sentence: string;
}

export interface PublishPreview {
  next_number: number;
  revision: number;
  changes: Change[];
  sessions: { open: number; can_move: number; must_restart: number };
  problems: FlowProblem[];
}

export type SessionsFate = "stay" | "move" | "restart";

export interface FlowVersion {
  number: number;
  at: string;
  by_name: string;
  note: string;
  open_sessions: number;
}

export interface SaidChoice {
  id: string;
  title: string;
  description: string;
}

export interface Said {
  type: string;
  text: string;
  node: string;
  choices: SaidChoice[];
  list_label: string;
  header: string;
  footer: string;
  media: { type: string; link: string; filename: string } | null;
  template: string;
}

export type SimulatedInput =
  | { kind: "start" }
  | { kind: "message"; text?: string; choice_id?: string; media_type?: string }
  | { kind: "timer"; key: string }
  | { kind: "answer"; key: string; ok: boolean; value: unknown };

export interface SimulatedAsk {
  kind: string;
  key: string;
  request: Record<string, unknown>;
}

export interface Simulated {
  session: unknown;
  said: Said[];
  path: string[];
  whole_path: string[];
  exits: { node: string; exit: string }[];
  problems: FlowProblem[];
  ask: SimulatedAsk | null;
  timer: { key: string; at: string } | null;
  status: string;
  waiting_at: string;
  handoff: { reason: string; team: string; summary: string; priority: string } | null;
  effects: { kind: string; name: string; value: unknown }[];
  variables: Record<string, unknown>;
  moment: string;
}

export interface FlowAnalytics {
  starts: number;
  completions: number;
  nodes: { node: string; entered: number; left_here: number; median_s: number | null }[];
  edges: { node: string; exit: string; taken: number }[];
  splits: { node: string; arms: { exit: string; entered: number; completed: number; rate: number | null; low: number | null; high: number | null }[] }[];
}

/** Scripts are lines as they stand in the text; `line` is that of the step that failed. */
export interface CaseResult {
  name: string;
  passed: boolean;
  sentence: string;
  script: string[];
  line: number;
  expected: string;
  got: string;
  shortest: string[];
  warnings: string[];
}

interface Coverage {
  nodes: number;
  nodes_seen: number;
  exits: number;
  exits_seen: number;
  missing: { node: string; exit: string }[];
  missing_nodes: string[];
}

export interface TestsReport {
  cases: CaseResult[];
  coverage: Coverage;
}

export interface RecordedTest {
  name: string;
  exchanges: (SimulatedInput & { moment: string })[];
  definition: unknown;
}

export interface Bot {
  id: string;
  name: string;
  entry_flow_id: string | null;
  entry_flow_name: string;
  keywords: string[];
  bubble_window_ms: number;
  session_minutes: number;
  language: string;
  fallback_text: string;
  is_fallback: boolean;
}

export interface FlowTemplate {
  key: string;
  name: string;
  description: string;
  nodes: number;
}

export interface NodeTypes {
  items: unknown[];
  variables: { name: string; label: string }[];
  filters: { name: string; example: string; result: string }[];
  flows: { id: string; name: string; bot_id: string | null }[];
}

export interface ImportFinding {
  severity: "info" | "warning" | "error";
  place: string;
  sentence: string;
}

export interface NewFlow {
  name: string;
  bot_id?: string | null;
  template?: string;
  definition?: unknown;
}

const flow = (id: string, rest = ""): string => `/api/v1/flows/${encodeURIComponent(id)}${rest}`;
const get = <T>(path: string, signal?: AbortSignal, query?: Record<string, string | number>) => call<T>(path, { signal, ...(query ? { query } : {}) });
const post = <T>(path: string, json: unknown = {}, signal?: AbortSignal) => call<T>(path, { method: "POST", json, signal });

export const flowsApi = {
  list: async (signal?: AbortSignal) => (await get<{ items: FlowSummary[] }>("/api/v1/flows", signal)).items,
  create: (json: NewFlow) => post<{ id: string; revision: number }>("/api/v1/flows", json),
  read: (id: string, signal?: AbortSignal) => get<FlowDetail>(flow(id), signal),
  save: (id: string, json: { revision: number; definition: unknown; name?: string }) =>
    call<Checked & { revision: number }>(flow(id, "/draft"), { method: "PUT", json }),
  archive: (id: string) => post<unknown>(flow(id, "/archive")),
  templates: async (signal?: AbortSignal) => (await get<{ items: FlowTemplate[] }>("/api/v1/flow-templates", signal)).items,
  nodeTypes: (signal?: AbortSignal) => get<NodeTypes>("/api/v1/node-types", signal),
  check: (id: string, definition: unknown, signal?: AbortSignal) => post<Checked>("/api/v1/flows/check", { definition, flow_id: id }, signal),
  publishPreview: (id: string, signal?: AbortSignal) => get<PublishPreview>(flow(id, "/publish-preview"), signal),
  publish: (id: string, json: { revision: number; sessions: SessionsFate; note?: string }) =>
    post<{ number: number; moved: number; restarted: number; stayed: number }>(flow(id, "/publish"), json),
  versions: async (id: string, signal?: AbortSignal) => (await get<{ items: FlowVersion[] }>(flow(id, "/versions"), signal)).items,
  version: (id: string, number: number, signal?: AbortSignal) => get<{ number: number; definition: unknown }>(flow(id, `/versions/${number}`), signal),
  diff: async (id: string, number: number, to: "draft" | number, signal?: AbortSignal) =>
    (await get<{ changes: Change[] }>(flow(id, `/versions/${number}/diff`), signal, { to })).changes,
  restore: (id: string, number: number, revision: number) => post<{ revision: number }>(flow(id, `/versions/${number}/restore`), { revision }),
  simulate: (id: string, json: { definition?: unknown; session: unknown; input: SimulatedInput; moment?: string }) => post<Simulated>(flow(id, "/simulate"), json),
  analytics: (id: string, days: number, signal?: AbortSignal) => get<FlowAnalytics>(flow(id, "/analytics"), signal, { days }),
  tests: (id: string, signal?: AbortSignal) => get<{ revision: number; text: string }>(flow(id, "/tests"), signal),
  saveTests: (id: string, json: { revision: number; text: string }) => call<{ revision: number; text: string }>(flow(id, "/tests"), { method: "PUT", json }),
  runTests: (id: string, json: { definition?: unknown; text?: string }) => post<TestsReport>(flow(id, "/tests/run"), json),
  recordTest: (id: string, json: RecordedTest) => post<{ text: string; name: string }>(flow(id, "/tests/record"), json),
  importFlow: (json: { format: "json" | "yaml" | "typebot"; text: string; name?: string; bot_id?: string | null }) =>
    post<{ id: string; revision: number; report: ImportFinding[] }>("/api/v1/flows/import", json),
  exportFlow: (id: string, format: "yaml" | "json") => callForBlob(flow(id, `/export?format=${format}`)),
  bots: async (signal?: AbortSignal) => (await get<{ items: Bot[] }>("/api/v1/bots", signal)).items,
  createBot: (json: Partial<Bot> & { name: string }) => post<Bot>("/api/v1/bots", json),
  changeBot: (id: string, json: Partial<Bot>) => call<Bot>(`/api/v1/bots/${encodeURIComponent(id)}`, { method: "PATCH", json }),
};
