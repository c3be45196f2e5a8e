/** How is a rule begun, changed and told in words? */
import type { Action, ActionName, Catalogue, CatalogueField, Draft, Group, Rule, Test, Value } from "@/api/automations";
import { lookup } from "@/lib/lookup";
import { formatMoney } from "@/lib/money";

import { actionNames, minutesText } from "./texts";

const test = (field: string, op: string, value: Value = null): Test => ({ kind: "test", field, op, value });
const all = (...tests: (Test | Group)[]): Group => ({ kind: "group", join: "all", tests });

const emptyRule: Rule = { conditions: all(), actions: [], wait_minutes: 0, hours: "always", per_hour: 5, again_after_minutes: 0 };
export const emptyDraft: Draft = { name: "", triggers: ["conversations.message_received"], rule: emptyRule };

/** Rules that many want: each is a draft to be finished. */
export const recipes: { title: string; text: string; draft: Draft }[] = [
  {
    title: "Ninguém respondeu em 30 minutos",
    text: "Chama uma pessoa quando o cliente fica esperando.",
    draft: {
      name: "Sem resposta em 30 minutos",
      triggers: ["conversations.message_received"],
      rule: { ...emptyRule, wait_minutes: 30, hours: "open", again_after_minutes: 60, conditions: all(test("since.answered", "is", "false")), actions: [{ do: "open_handoff", reason: "Sem resposta há 30 minutos", priority: "high", team_id: null }] },
    },
  },
  {
    title: "Mensagem fora do horário",
    text: "Avisa quando a equipe volta, uma vez por noite.",
    draft: {
      name: "Fora do horário",
      triggers: ["conversations.message_received"],
      rule: { ...emptyRule, hours: "closed", again_after_minutes: 600, actions: [{ do: "send_text", text: "{{ greeting }}, {{ contact.first_name }}! Estamos fora do horário agora e respondemos assim que abrirmos." }] },
    },
  },
  {
    title: "Pergunta sobre preço",
    text: "Etiqueta quem pergunta o valor.",
    draft: {
      name: "Perguntou o preço",
      triggers: ["conversations.message_received"],
      rule: { ...emptyRule, again_after_minutes: 1440, conditions: all(test("message.text", "word", ["preço", "valor", "quanto custa"])), actions: [{ do: "tags", add: ["Preço"], remove: [] }] },
    },
  },
  {
    title: "Nota baixa na pesquisa",
    text: "Avisa colegas quando alguém dá nota 1 ou 2.",
    draft: {
      name: "Nota baixa",
      triggers: ["conversations.csat_answered"],
      rule: { ...emptyRule, conditions: all(test("csat.score", "lte", 2)), actions: [{ do: "tags", add: ["Insatisfeito"], remove: [] }] },
    },
  },
];

export function newAction(name: ActionName, catalogue: Catalogue): Action {
  const first = (kind: string) => catalogue.named.find((one) => one.kind === kind)?.id ?? "";
  const pipeline = first("pipelines");
  const stage = catalogue.named.find((one) => one.kind === "stages" && one.within === pipeline)?.id ?? "";
  const made: { [N in ActionName]: Extract<Action, { do: N }> } = {
    send_text: { do: "send_text", text: "" },
    send_template: { do: "send_template", name: catalogue.templates[0]?.name ?? "", language: catalogue.templates[0]?.language ?? "pt_BR", values: [] },
    assign: { do: "assign", team_id: first("teams") || null, member_id: null },
    open_handoff: { do: "open_handoff", reason: "", priority: "normal", team_id: null },
    notify: { do: "notify", member_ids: [], text: "", by_email: false },
    add_note: { do: "add_note", text: "" },
    tags: { do: "tags", add: [], remove: [] },
    set_field: { do: "set_field", field: "", value: "" },
    create_deal: { do: "create_deal", pipeline_id: pipeline, stage_id: null, title: "", value_cents: 0, even_if_open: false },
    move_deal: { do: "move_deal", pipeline_id: pipeline, stage_id: stage, reason_note: "" },
    start_flow: { do: "start_flow", bot_id: first("bots") },
    hand_back: { do: "hand_back" },
    call_webhook: { do: "call_webhook", webhook_id: first("webhooks") },
    resolve: { do: "resolve" },
  };
  return made[name];
}

/** What an action needs that the organization does not have; empty where it may be chosen. */
export function lacking(name: ActionName, catalogue: Catalogue): string {
  const needs: Partial<Record<ActionName, [string, string]>> = {
    start_flow: ["bots", "nenhum bot"], create_deal: ["pipelines", "nenhum funil"], move_deal: ["pipelines", "nenhum funil"], call_webhook: ["webhooks", "nenhum webhook"],
  };
  const need = needs[name];
  if (need && !catalogue.named.some((one) => one.kind === need[0])) return need[1];
  return name === "send_template" && catalogue.templates.length === 0 ? "nenhum modelo aprovado" : "";
}

export const fieldOf = (catalogue: Catalogue, key: string): CatalogueField | undefined => catalogue.fields.find((one) => one.key === key);
export const opsOf = (catalogue: Catalogue, key: string) => lookup(catalogue.ops, fieldOf(catalogue, key)?.kind ?? "") ?? [];
export const needsNothing = (op: string): boolean => op === "filled" || op === "empty";
const nameOf = (catalogue: Catalogue, id: unknown): string => catalogue.named.find((one) => one.id === id)?.name ?? "";

/** A comparison to begin with on a field. */
export function firstTest(catalogue: Catalogue, key: string): Test {
  const field = fieldOf(catalogue, key);
  const op = opsOf(catalogue, key)[0]?.value ?? "is";
  return test(key, op, field ? firstValue(catalogue, field) : "");
}

function firstValue(catalogue: Catalogue, field: CatalogueField): Value {
  if (field.choices[0]) return field.choices[0].value;
  if (field.kind === "number" || field.kind === "money") return 0;
  if (field.kind === "text" || field.kind === "tags") return [];
  return catalogue.named.find((one) => one.kind === field.refers)?.id ?? "";
}

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

export function valueText(catalogue: Catalogue, key: string, value: unknown): string {
  if (isNothing(value)) return "vazio";
  if (Array.isArray(value)) return value.map((one) => valueText(catalogue, key, one)).join(" ou ");
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const field = fieldOf(catalogue, key);
  const choice = field?.choices.find((one) => one.value === text.toLowerCase());
  if (choice) return choice.label;
  if (field?.kind === "money") return formatMoney(Number(text));
  if (field?.kind === "ref") return nameOf(catalogue, text) || "(não existe mais)";
  return field?.kind === "number" ? text : `“${text}”`;
}

export function testText(catalogue: Catalogue, one: { field: string; op: string; value?: unknown }): string {
  const label = fieldOf(catalogue, one.field)?.label ?? one.field;
  const op = opsOf(catalogue, one.field).find((each) => each.value === one.op)?.label ?? one.op;
  return needsNothing(one.op) ? `${label} ${op}` : `${label} ${op} ${valueText(catalogue, one.field, one.value)}`;
}

export const triggerText = (catalogue: Catalogue, fact: string): string => catalogue.triggers.find((one) => one.fact === fact)?.label ?? fact;

const countTests = (group: Group): number => group.tests.reduce((sum, one) => sum + (one.kind === "group" ? countTests(one) : 1), 0);

/** A rule in one sentence for the list. */
export function summary(catalogue: Catalogue, { triggers, rule }: Pick<Draft, "triggers" | "rule">): string {
  const when = triggers.map((one) => triggerText(catalogue, one)).join(" ou ");
  const wait = rule.wait_minutes ? `, depois de ${minutesText(rule.wait_minutes)}` : "";
  const count = countTests(rule.conditions);
  const only = rule.conditions.tests[0];
  const condition = count === 0 ? "" : count === 1 && only?.kind === "test" ? `, se ${testText(catalogue, only)}` : `, com ${count} condições`;
  const does = rule.actions.map((one) => actionNames[one.do].toLowerCase()).join(", ");
  return `${when}${wait}${condition} → ${does || "nenhuma ação"}`;
}
