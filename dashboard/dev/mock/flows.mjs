// Flows of the pretend API: drawn, saved and checked for loose ends; the engine itself is not pretended.
import { readFileSync } from "node:fs";

import { Refusal } from "./refusal.mjs";
import { ago, colleague, me, state, uuid } from "./state.mjs";

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const manifests = read("./node-types.json");
const flows = new Map();

function add(name, definition, fields = {}) {
  const id = uuid();
  flows.set(id, { id, name, bot: { id: "b1", name: "Recepção" }, is_entry: false, revision: 1, changed_at: ago(12), changed_by_name: me.name, definition: { ...definition, name }, published: null, ...fields });
  return flows.get(id);
}

const blank = () => ({ format: 1, id: "novo", name: "", entry: "inicio", nodes: { inicio: { type: "start", layout: { x: 80, y: 160 } } } });
const grown = (count) => {
  const nodes = { n0: { type: "start", exits: { next: "n1" } } };
  for (let n = 1; n < count; n += 1) {
    const exits = { next: `n${Math.min(count - 1, n + 1)}`, ...(n % 7 === 0 && n + 9 < count ? { invalid: `n${n + 9}` } : {}) };
    nodes[`n${n}`] = n % 3 === 0 ? { type: "question", label: `Pergunta ${n}`, options: { text: `Qual é a resposta da pergunta ${n}, {{ contact.first_name }}?`, variable: `v${n}` }, exits } : { type: "message", options: { text: `Mensagem número ${n}: um texto com o tamanho que as pessoas escrevem no dia a dia.` }, exits };
    nodes[`n${n}`].layout = { x: (n % 20) * 340, y: Math.floor(n / 20) * 300 };
  }
  return { format: 1, id: "grande", name: "Grande", entry: "n0", nodes };
};

add("Primeiro contato", read("../../../src/recado/flows/demo/clinica.json"), { is_entry: true, published: { number: 4, at: ago(60 * 26), by_name: colleague.name }, changed_at: ago(3) });
add("Pesquisa de satisfação", blank(), { bot: null });
add("Fluxo com 300 blocos", grown(300));

function find(id) {
  const found = flows.get(id);
  if (!found) throw new Refusal(404, "not_found");
  return found;
}

/** Loose ends only: the real inspection is the engine's. */
function problems(definition) {
  return Object.entries(definition.nodes).flatMap(([node, one]) => {
    const manifest = manifests.find((other) => other.key === one.type);
    const open = (manifest?.exits ?? []).filter((exit) => !exit.optional && !(one.exits ?? {})[exit.key] && !(one.options?.choices ?? []).length);
    return open.map((exit) => ({ code: "missing_exit", severity: "warning", node, path: `nodes.${node}.exits.${exit.key}`, data: { exit: exit.key }, sentence: `A saída “${exit.label}” não leva a lugar nenhum.` }));
  });
}

function save(id, { body }) {
  const one = find(id);
  if (body.revision !== one.revision) throw new Refusal(409, "draft_changed", { revision: one.revision, changed_by_name: one.changed_by_name, changed_at: one.changed_at });
  Object.assign(one, { revision: one.revision + 1, definition: body.definition, name: body.name ?? one.name, changed_at: ago(0), changed_by_name: me.name });
  return { revision: one.revision, problems: problems(one.definition), exits: {} };
}

const summary = (one) => ({
  id: one.id, name: one.name, bot: one.bot, is_entry: one.is_entry, published: one.published,
  draft: { revision: one.revision, changed_at: one.changed_at, changed_by_name: one.changed_by_name, differs: true },
  open_sessions: one.published ? 12 : 0, errors: 0, warnings: problems(one.definition).length,
});

export const flowRoutes = [
  ["GET", /^\/flows$/, () => ({ items: state.empty ? [] : [...flows.values()].map(summary) })],
  ["POST", /^\/flows$/, ({ body }) => ({ status: 201, body: add(body.name, body.definition ?? blank(), { bot: null }) })],
  ["POST", /^\/flows\/check$/, ({ body }) => ({ problems: problems(body.definition), exits: {} })],
  ["GET", /^\/flow-templates$/, () => ({ items: [{ key: "faq", name: "Perguntas frequentes", description: "Um menu com respostas prontas.", nodes: 9 }] })],
  ["GET", /^\/node-types$/, () => ({ items: manifests, variables: [{ name: "contact.first_name", label: "Primeiro nome" }, { name: "contact.phone", label: "Telefone" }], filters: [{ name: "upcase", example: "{{ nome | upcase }}", result: "ANA" }], flows: [...flows.values()].map(({ id, name }) => ({ id, name, bot_id: null })) })],
  ["GET", /^\/bots$/, () => ({ items: [{ id: "b1", name: "Recepção", entry_flow_id: [...flows.keys()][0], entry_flow_name: "Primeiro contato", keywords: [], bubble_window_ms: 1500, session_minutes: 1440, language: "pt-BR", fallback_text: "", is_fallback: true }] })],
  ["GET", /^\/flows\/([^/]+)$/, (id) => ({ ...find(id), problems: problems(find(id).definition), exits: {} })],
  ["PUT", /^\/flows\/([^/]+)\/draft$/, save],
  ["GET", /^\/flows\/([^/]+)\/versions$/, (id) => ({ items: find(id).published ? [{ ...find(id).published, note: "Horários de verão", open_sessions: 12 }] : [] })],
  ["GET", /^\/flows\/([^/]+)\/versions\/\d+\/diff$/, () => ({ changes: [{ kind: "changed", node: "saudacao", sentence: "A mensagem “saudacao” agora diz “Oi!”." }] })],
  ["GET", /^\/flows\/([^/]+)\/publish-preview$/, (id) => ({ next_number: 5, revision: find(id).revision, changes: [{ kind: "added", node: "menu", sentence: "Nova pergunta “menu”." }], sessions: { open: 12, can_move: 9, must_restart: 3 }, problems: [] })],
  ["POST", /^\/flows\/([^/]+)\/publish$/, (id) => { find(id).published = { number: 5, at: ago(0), by_name: me.name }; return { number: 5, moved: 0, restarted: 0, stayed: 12 }; }],
  ["GET", /^\/flows\/([^/]+)\/tests$/, () => ({ revision: 1, text: "" })],
];
