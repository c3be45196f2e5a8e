/** What is on its way to the server, and did it arrive? Each send keeps one key for all its attempts. */
import type { QueryClient } from "@tanstack/react-query";

import { api } from "@/api/endpoints";
import { ApiProblem } from "@/api/problem";
import type { TemplateUse } from "@/api/templates";
import { keepDraft, readDraft } from "@/lib/drafts";
import { createStore } from "@/lib/store";

import { refreshMessage } from "./cache";

export interface Outgoing {
  key: string;
  conversationId: string;
  text: string;
  replyTo: { id: string; text: string; author: string } | null;
  media: { id: string; name: string; mimeType: string; size: number } | null;
  /** The text is then how the template reads. */
  template?: TemplateUse;
  at: string;
  state: "sending" | "accepted" | "failed";
  messageId: string | null;
  problem: { status: number; code: string; data: Record<string, unknown> } | null;
}

const KEPT = "outgoing";
// What a reload interrupted may or may not have arrived; the same key makes asking again harmless.
const INTERRUPTED = { status: 0, code: "interrupted", data: {} };

export const outgoingStore = createStore<Outgoing[]>(kept());

export type NewOutgoing = Pick<Outgoing, "conversationId" | "text" | "replyTo" | "media" | "template">;

export function send(client: QueryClient, message: NewOutgoing): void {
  const entry: Outgoing = { ...message, key: crypto.randomUUID(), at: new Date().toISOString(), state: "sending", messageId: null, problem: null };
  change((all) => [...all, entry]);
  void work(client, message.conversationId);
}

export function retry(client: QueryClient, key: string): void {
  const entry = outgoingStore.get().find((one) => one.key === key);
  if (!entry) return;
  patch(key, { state: "sending", problem: null });
  void work(client, entry.conversationId);
}

export function discard(client: QueryClient, key: string): void {
  const entry = outgoingStore.get().find((one) => one.key === key);
  change((all) => all.filter((one) => one.key !== key));
  if (entry) void work(client, entry.conversationId);
}

/** Entries whose message stands in the thread have nothing left to show. */
export function settle(messageIds: Set<string>): void {
  if (outgoingStore.get().some((one) => one.messageId !== null && messageIds.has(one.messageId))) {
    change((all) => all.filter((one) => one.messageId === null || !messageIds.has(one.messageId)));
  }
}

const working = new Set<string>();

/** Sends a conversation's entries one after another; a failed one holds those behind it, so that order survives. */
async function work(client: QueryClient, conversationId: string): Promise<void> {
  if (working.has(conversationId)) return;
  working.add(conversationId);
  for (let entry = nextOf(conversationId); entry; entry = nextOf(conversationId)) {
    await attempt(client, entry);
  }
  working.delete(conversationId);
}

function nextOf(conversationId: string): Outgoing | undefined {
  const first = outgoingStore.get().find((one) => one.conversationId === conversationId && one.state !== "accepted");
  return first?.state === "sending" ? first : undefined;
}

// An answer lost on its way is asked for again before anybody is bothered: the message may stand in the thread already.
const AGAIN_AFTER = [700, 2_500];

async function deliver(entry: Outgoing, pauses: number[]): Promise<string> {
  try {
    const { message_id } = await api.send(entry.conversationId, entry.key, {
      text: entry.template ? "" : entry.text,
      ...(entry.template ? { template: { ...entry.template, components: [] } } : {}),
      ...(entry.media ? { media_id: entry.media.id } : {}),
      ...(entry.replyTo ? { reply_to: entry.replyTo.id } : {}),
    });
    return message_id;
  } catch (error) {
    const [pause, ...rest] = pauses;
    if (pause === undefined || !navigator.onLine || !(error instanceof ApiProblem && error.mayPass)) throw error;
    await new Promise((resolve) => setTimeout(resolve, pause));
    return deliver(entry, rest);
  }
}

async function attempt(client: QueryClient, entry: Outgoing): Promise<void> {
  try {
    const message_id = await deliver(entry, AGAIN_AFTER);
    patch(entry.key, { state: "accepted", messageId: message_id });
    void refreshMessage(client, entry.conversationId, message_id).catch(() => undefined);
  } catch (error) {
    const problem = error instanceof ApiProblem ? { status: error.status, code: error.code, data: error.data } : { status: 0, code: "unexpected", data: {} };
    patch(entry.key, { state: "failed", problem });
  }
}

function patch(key: string, fields: Partial<Outgoing>): void {
  change((all) => all.map((one) => (one.key === key ? { ...one, ...fields } : one)));
}

function change(next: (all: Outgoing[]) => Outgoing[]): void {
  outgoingStore.set(next(outgoingStore.get()));
  const open = outgoingStore.get().filter((one) => one.state !== "accepted");
  keepDraft(KEPT, open.length > 0 ? JSON.stringify(open) : "");
}

function kept(): Outgoing[] {
  try {
    const entries = JSON.parse(readDraft(KEPT) || "[]") as Outgoing[];
    return entries.map((entry) => (entry.state === "sending" ? { ...entry, state: "failed", problem: INTERRUPTED } : entry));
  } catch {
    return [];
  }
}
