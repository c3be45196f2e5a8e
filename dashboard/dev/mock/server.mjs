// A pretend API for work on the screens without the platform: `npm run mock`, then `npm run dev`.
// It also serves dist/ under the policy of the real server, so that a violation shows here.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";

import { Refusal } from "./refusal.mjs";
import { routes } from "./routes.mjs";
import { seed } from "./seed.mjs";
import { addMessage, publish, state } from "./state.mjs";

const DIST = new URL("../../dist/", import.meta.url).pathname;
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2" };
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'";

seed();

function json(response, status, body) {
  response.writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store" });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

async function bodyOf(request) {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces);
}

const streams = new Set();

function flood(conversation, count) {
  for (let n = 0; n < count; n += 1) {
    addMessage(conversation, { text: `Mensagem ${n} ${"palavra ".repeat(n % 23)}`, direction: n % 3 ? "in" : "out", created_at: new Date(Date.now() - (count - n) * 30_000).toISOString() });
  }
}

function live(request, response) {
  if (Date.now() < (state.cutUntil ?? 0)) return response.destroy();
  streams.add(response);
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  response.write(": olá\n\n");
  const tell = (fact) => response.write(`id: ${fact.id}\nevent: ${fact.name}\ndata: ${JSON.stringify(fact.data)}\n\n`);
  const since = Number(request.headers["last-event-id"] ?? state.facts.length);
  state.facts.slice(since).forEach(tell);
  state.listeners.add(tell);
  const beat = setInterval(() => response.write(": \n\n"), 15_000);
  request.on("close", () => {
    streams.delete(response);
    state.listeners.delete(tell);
    clearInterval(beat);
  });
}

/** Levers for trials: say something as a customer, break a path, slow everything, empty the lists, fill a thread, cut the streams. */
function lever(name, body) {
  if (name === "say") {
    const conversation = state.conversations.get(body.conversation_id);
    const message = addMessage(conversation, { text: body.text });
    conversation.unread += 1;
    publish("conversations.message_received", { conversation_id: conversation.id, message_id: message.id });
  }
  if (name === "break") state.broken = new Set(body.paths);
  if (name === "slow") state.slow = body.ms;
  if (name === "empty") state.empty = body.on;
  if (name === "flood") flood(state.conversations.get(body.conversation_id), body.count);
  if (name === "cut") {
    state.cutUntil = Date.now() + body.ms;
    for (const stream of streams) stream.destroy();
  }
  return {};
}

async function answer(request, response, path, query) {
  if (path.startsWith("/live/org/")) return live(request, response);
  if ([...state.broken].some((broken) => path.startsWith(broken))) return json(response, 500, { title: "broken", status: 500, code: "server_error", data: {} });
  if (state.slow) await new Promise((resolve) => setTimeout(resolve, state.slow));
  const raw = await bodyOf(request);
  const body = raw.length && request.headers["content-type"] === "application/json" ? JSON.parse(raw.toString()) : {};
  if (path.startsWith("/mock/")) return json(response, 200, lever(path.slice(6), body));
  const media = /^\/media\/([^/]+)$/.exec(path);
  if (media && request.method === "GET") {
    const stored = state.media.get(media[1]);
    if (!stored) return json(response, 404, { code: "not_found" });
    response.writeHead(200, { "Content-Type": stored.type });
    return response.end(stored.bytes);
  }
  for (const [method, pattern, handler] of routes) {
    const found = method === request.method && pattern.exec(path);
    if (!found) continue;
    const result = handler(...found.slice(1).map(decodeURIComponent), { query, body, raw, headers: request.headers });
    return result?.status && typeof result.status === "number" ? json(response, result.status, result.body) : json(response, 200, result);
  }
  return json(response, 404, { code: "not_found" });
}

async function page(response, path) {
  const name = extname(path) ? path : "/index.html";
  const bytes = await readFile(join(DIST, name)).catch(() => null);
  response.writeHead(bytes ? 200 : 404, { "Content-Type": TYPES[extname(name)] ?? "text/plain", "Content-Security-Policy": POLICY });
  response.end(bytes ?? "not found");
}

createServer((request, response) => {
  const url = new URL(request.url, "http://localhost");
  const work = url.pathname.startsWith("/api/v1") ? answer(request, response, url.pathname.slice(7), url.searchParams) : page(response, url.pathname);
  work?.catch?.((error) => {
    if (error instanceof Refusal) return json(response, error.status, { type: "about:blank", title: error.code, status: error.status, code: error.code, data: error.data });
    console.error(error);
    return json(response, 500, { code: "server_error" });
  });
}).listen(Number(process.env.PORT ?? 8799), "127.0.0.1", () => console.log("pretend API on http://127.0.0.1:" + (process.env.PORT ?? 8799)));
