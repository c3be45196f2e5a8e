/** Which rows does a thread show, in which groups? */
import type { Message } from "@/api/contract";
import { dayKey } from "@/lib/time";

import { reactedTo } from "./cache-rules";
import type { Outgoing } from "./outgoing";

export type ThreadItem =
  | { kind: "day"; key: string; at: string }
  | { kind: "unseen"; key: string }
  | { kind: "boundary"; key: string; conversationId: string }
  | { kind: "system"; key: string; message: Message }
  | { kind: "note"; key: string; message: Message }
  | { kind: "message"; key: string; message: Message; first: boolean }
  | { kind: "outgoing"; key: string; outgoing: Outgoing };

// Bubbles of one author within so short a time share one tail, as on the phone.
const TOGETHER = 5 * 60_000;

/** Messages oldest first, then what is still on its way; a line stands before `unseen`, the first that nobody had read. */
export function threadItems(messages: Message[], outgoing: Outgoing[], unseen: string | null = null): ThreadItem[] {
  const items: ThreadItem[] = [];
  let before: Message | null = null;
  // What nobody had read may begin with a reaction, which has no row of its own.
  let owed = false;
  const named = new Set(messages.map((message) => message.provider_id));
  for (const message of messages) {
    owed ||= message.id === unseen;
    if (isShownAtItsTarget(message, named)) continue;
    items.push(...linesBefore(message, before, owed));
    items.push(row(message, owed || isNewDay(before, message) ? null : before));
    owed = false;
    before = message;
  }
  const known = new Set(messages.map((message) => message.id));
  for (const entry of outgoing) {
    if (entry.messageId === null || !known.has(entry.messageId)) items.push({ kind: "outgoing", key: entry.key, outgoing: entry });
  }
  return items;
}

const isNewDay = (before: Message | null, message: Message): boolean => before === null || dayKey(before.created_at) !== dayKey(message.created_at);

function linesBefore(message: Message, before: Message | null, unseen: boolean): ThreadItem[] {
  const id = message.conversation_id;
  return [
    ...(before && before.conversation_id !== id ? [{ kind: "boundary" as const, key: `boundary-${id}-${message.id}`, conversationId: id }] : []),
    ...(isNewDay(before, message) ? [{ kind: "day" as const, key: `day-${message.id}`, at: message.created_at }] : []),
    ...(unseen ? [{ kind: "unseen" as const, key: "unseen" }] : []),
  ];
}

/** Reactions stand at the message they belong to; alone only where that one is not loaded, or where it failed. One taken back says nothing. */
function isShownAtItsTarget(message: Message, named: Set<string | null>): boolean {
  const about = reactedTo(message);
  if (message.status === "failed") return false;
  return message.type === "reaction" && (!message.text || (about !== null && named.has(about)));
}

function row(message: Message, before: Message | null): ThreadItem {
  if (message.direction === "system") return { kind: "system", key: message.id, message };
  if (message.direction === "note") return { kind: "note", key: message.id, message };
  return { kind: "message", key: message.id, message, first: !continues(before, message) };
}

function continues(before: Message | null, message: Message): boolean {
  return (
    before !== null &&
    before.direction === message.direction &&
    before.conversation_id === message.conversation_id &&
    before.author === message.author &&
    before.author_name === message.author_name &&
    Date.parse(message.created_at) - Date.parse(before.created_at) < TOGETHER
  );
}
