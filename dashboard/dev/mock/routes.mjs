// The wire contract of the API, answered from memory.
import { flowRoutes } from "./flows.mjs";
import { Refusal } from "./refusal.mjs";
import { addMessage, ago, colleague, me, org, otherOrg, publish, state, uuid, walkReceipts } from "./state.mjs";

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const session = () => ({
  access_token: "token", expires_in: 600, user: me, organization: state.org ?? org, role: "operator", totp_on: false,
  permissions: ["overview:read", "conversations:read", "conversations:write", "channels:write", "dead_letters:read", "dead_letters:write", "flows:read", "flows:write", "flows:publish"],
  organizations: [{ ...org, role: "operator" }, { ...otherOrg, role: "org_admin" }],
});

function find(ref) {
  const found = state.conversations.get(ref) ?? [...state.conversations.values()].findLast((one) => one.contact.phone === ref.replace(/\D/g, ""));
  if (!found) throw new Refusal(404, "not_found");
  return found;
}

function ordered() {
  if (state.empty) return [];
  return [...state.conversations.values()].sort((a, b) => (b.last_message?.at ?? b.opened_at).localeCompare(a.last_message?.at ?? a.opened_at));
}

function list({ query }) {
  const q = fold(query.get("q") ?? "");
  const assignee = query.get("assignee");
  const matching = ordered().filter((one) => {
    if (assignee === "me" && one.assignee?.id !== me.id) return false;
    if (assignee === "none" && one.assignee) return false;
    return !q || fold(one.contact.name).includes(q) || one.contact.phone.includes(q.replace(/\D/g, "") || "~") || state.messages.get(one.id).some((message) => fold(message.text ?? "").includes(q));
  });
  const counts = { active: 0, waiting: 0, archived: 0 };
  for (const one of matching) counts[one.state] += 1;
  const shown = matching.filter((one) => !query.get("state") || one.state === query.get("state"));
  const from = Number(query.get("cursor") ?? 0);
  const limit = Number(query.get("limit") ?? 50);
  return { items: shown.slice(from, from + limit), next_cursor: from + limit < shown.length ? String(from + limit) : null, counts };
}

function thread(ref, { query }) {
  const conversation = find(ref);
  const older = conversation.previous_id ? state.messages.get(conversation.previous_id) : [];
  const all = [...older, ...state.messages.get(conversation.id)];
  const before = query.get("before");
  const end = before ? all.findIndex((message) => message.id === before) : all.length;
  const start = Math.max(0, end - Number(query.get("limit") ?? 50));
  return { items: all.slice(start, end), next_cursor: start > 0 ? all[start].id : null };
}

function system(conversation, subtype, fields = {}) {
  const message = addMessage(conversation, { direction: "system", type: "system", subtype, author: "person", author_name: me.name, status: "", ...fields });
  publish("conversations.message_queued", { conversation_id: conversation.id, message_id: message.id });
}

function take(ref) {
  const one = find(ref);
  if (one.assignee && one.assignee.id !== me.id && one.answerer === "person") throw new Refusal(409, "taken_by_other", { name: one.assignee.name });
  if (one.contact.name.startsWith("Bruno")) {
    Object.assign(one, { answerer: "person", assignee: colleague });
    publish("conversations.answerer_changed", { conversation_id: one.id });
    throw new Refusal(409, "taken_by_other", { name: colleague.name });
  }
  Object.assign(one, { answerer: "person", assignee: { id: me.id, name: me.name }, state: "active", state_since: ago(0), waiting_since: null, handoff: one.handoff && { ...one.handoff, state: "taken" } });
  system(one, "taken");
  publish("conversations.answerer_changed", { conversation_id: one.id });
  publish("conversations.state_changed", { conversation_id: one.id });
  return one;
}

function move(ref, subtype, changes, fact) {
  const one = find(ref);
  Object.assign(one, changes);
  system(one, subtype);
  publish(fact, { conversation_id: one.id });
  return one;
}

function send(ref, { body, headers }) {
  const one = find(ref);
  const key = headers["idempotency-key"];
  if (state.keys.has(key)) return { status: 202, body: { message_id: state.keys.get(key) } };
  if (one.contact.opted_out) throw new Refusal(409, "opted_out");
  if (one.state === "archived") throw new Refusal(409, "conversation_archived");
  if (one.window && !one.window.open) throw new Refusal(409, "window_closed");
  if (one.answerer === "person" && one.assignee?.id !== me.id) throw new Refusal(409, "taken_by_other", { name: one.assignee.name });
  if (one.answerer !== "person") take(ref);
  const media = state.media.get(body.media_id);
  const quoted = body.reply_to && [...state.messages.get(one.id)].find((message) => message.id === body.reply_to);
  const message = addMessage(one, {
    direction: "out", text: body.text, author: "person", author_name: me.name, status: "queued",
    type: media ? media.type.split("/")[0].replace("application", "document") : "text",
    media: media ? [{ id: media.id, mime_type: media.type, filename: media.filename, size: media.bytes.length, voice: false, state: "stored", url: `/api/v1/media/${media.id}` }] : [],
    reply_to: quoted ? { id: quoted.id, text: quoted.text, author: quoted.author } : null,
  });
  state.keys.set(key, message.id);
  publish("conversations.message_queued", { conversation_id: one.id, message_id: message.id });
  walkReceipts(one, message, body.text.includes("falha") ? ["accepted", "failed"] : undefined);
  return { status: 202, body: { message_id: message.id } };
}

function note(ref, { body }) {
  const one = find(ref);
  const message = addMessage(one, { direction: "note", type: "note", text: body.text, author: "person", author_name: me.name, status: "" });
  publish("conversations.note_added", { conversation_id: one.id, message_id: message.id });
  return { status: 201, body: message };
}

function overview() {
  const all = ordered();
  const count = (name) => all.filter((one) => one.state === name).length;
  const figures = { active: count("active"), waiting: count("waiting"), archived: count("archived"), total: all.length, messages_today: state.empty ? 0 : 348, closing_rate: all.length ? count("archived") / all.length : null };
  const trend = (now, ...before) => ({ sparkline: [...before, now], week_before: before[0] });
  return {
    figures,
    trends: state.empty ? {} : { active: trend(figures.active, 71, 80, 84, 79, 95, 92), waiting: trend(figures.waiting, 22, 28, 30, 24, 35, 29), archived: trend(figures.archived, 40, 33, 35, 30, 38, 36), total: trend(figures.total, 133, 140, 146, 151, 160, 164), messages_today: trend(348, 402, 380, 350, 310, 90, 120), closing_rate: trend(figures.closing_rate ?? 0, 0.18, 0.17, 0.2, 0.19, 0.21, 0.2) },
    delegation: state.empty ? { pending: 0, sent: 0, failed: 0, total: 0 } : { pending: 3, sent: 41, failed: 2, total: 46 },
    open_handoffs: all.filter((one) => one.handoff?.state === "open").length,
    messages_per_hour: Array.from({ length: 24 }, (_, hour) => ({ hour, in: state.empty || hour > 16 ? 0 : Math.round(24 * Math.exp(-((hour - 10) ** 2) / 14)), out: state.empty || hour > 16 ? 0 : Math.round(31 * Math.exp(-((hour - 11) ** 2) / 12)) })),
    longest_waiting: all.filter((one) => one.state === "waiting").sort((a, b) => a.waiting_since.localeCompare(b.waiting_since)).slice(0, 5),
    connections: state.empty ? [] : state.channels,
  };
}

function channel(id, next) {
  const one = state.channels.find((other) => other.id === id);
  Object.assign(one, { state: next, state_since: ago(0), state_reason: next === "disconnected" ? "by_person" : null, last_checked_at: ago(0) });
  publish("channels.state_changed", { channel_id: id });
  return one;
}

function signIn({ body }) {
  if (body.password !== "recado-demo") throw new Refusal(401, "wrong_credentials");
  if (body.email.startsWith("totp") && body.totp !== "123456") throw new Refusal(401, "totp_required");
  if (body.email.startsWith("cansado")) throw new Refusal(429, "too_many_attempts", { retry_after_s: 65 });
  state.signedIn = true;
  return session();
}

function bury(id) {
  state.deadLetters = state.deadLetters.filter((letter) => letter.id !== id);
  return { status: 204 };
}

/** [method, pattern, answer]: the pattern's groups come first, then the request. */
export const routes = [
  ["POST", /^\/session$/, signIn],
  ["POST", /^\/session\/refresh$/, () => { if (!state.signedIn) throw new Refusal(401, "session_ended"); return session(); }],
  ["DELETE", /^\/session$/, () => { state.signedIn = false; return { status: 204 }; }],
  ["POST", /^\/session\/organization$/, ({ body }) => { state.org = body.organization_id === otherOrg.id ? otherOrg : org; return session(); }],
  ["GET", /^\/overview$/, overview],
  ["GET", /^\/system$/, () => ({ simulator_url: "http://127.0.0.1:8801/", version: "0.1.0" })],
  ["POST", /^\/channels\/([^/]+)\/connect$/, (id) => channel(id, "connected")],
  ["POST", /^\/channels\/([^/]+)\/disconnect$/, (id) => channel(id, "disconnected")],
  ["GET", /^\/conversations$/, list],
  ["GET", /^\/conversations\/([^/]+)$/, find],
  ["GET", /^\/conversations\/([^/]+)\/messages$/, thread],
  ["GET", /^\/conversations\/([^/]+)\/messages\/([^/]+)$/, (ref, id) => [...state.messages.values()].flat().find((message) => message.id === id)],
  ["GET", /^\/conversations\/([^/]+)\/session$/, (ref) => ({ session: { bot: "Recepção", flow: "Primeiro contato", node: find(ref).node, status: "waiting", turn: 4, variables: find(ref).variables, path: [], expires_at: ago(-60 * 20) } })],
  ["POST", /^\/conversations\/([^/]+)\/send$/, send],
  ["POST", /^\/conversations\/([^/]+)\/notes$/, note],
  ["POST", /^\/conversations\/([^/]+)\/take$/, take],
  ["POST", /^\/conversations\/([^/]+)\/hand-back$/, (ref) => move(ref, "handed_back", { answerer: "flow", assignee: null }, "conversations.answerer_changed")],
  ["POST", /^\/conversations\/([^/]+)\/close$/, (ref) => move(ref, "archived", { state: "archived", archived_at: ago(0), state_since: ago(0), waiting_since: null, window: null }, "conversations.state_changed")],
  ["POST", /^\/conversations\/([^/]+)\/wait$/, (ref) => move(ref, "waiting", { state: "waiting", waiting_since: ago(0), state_since: ago(0) }, "conversations.state_changed")],
  ["POST", /^\/conversations\/([^/]+)\/read$/, (ref) => { find(ref).unread = 0; publish("conversations.read", { conversation_id: ref }); return { status: 204 }; }],
  ["POST", /^\/media$/, ({ raw, headers }) => { const stored = { id: uuid(), type: headers["content-type"], filename: decodeURIComponent(headers["x-filename"] ?? ""), bytes: raw }; state.media.set(stored.id, stored); return { status: 201, body: { media_id: stored.id, mime_type: stored.type, size: raw.length } }; }],
  ["GET", /^\/dead-letters$/, () => ({ items: state.empty ? [] : state.deadLetters, next_cursor: null })],
  ["POST", /^\/dead-letters\/([^/]+)\/(?:retry|dismiss)$/, bury],
  ...flowRoutes,
];
