/** Which rows does a thread show, in which groups? */
import type { Message } from "@/api/contract";
import { dayKey } from "@/lib/time";

import { reactedTo } from "./cache-rules";
import type { Outgoing } from "./outgoing";

export type ThreadItem =
  | { kind: "day"; key: string; at: string }
  | { kind: "boundary"; key: string; conversationId: string }
  | { kind: "system"; key: string; message: Message }
  | { kind: "note"; key: string; message: Message }
  | { kind: "message"; key: string; message: Message; first: boolean }
  | { kind: "outgoing"; key: string; outgoing: Outgoing };

// Bubbles of one author within so short a time share one tail, as on the phone.
const TOGETHER = 5 * 60_000;

/** Messages oldest first, then what is still on its way. */
export function threadItems(messages: Message[], outgoing: Outgoing[]): ThreadItem[] {
  const items: ThreadItem[] = [];
  let before: Message | null = null;
  const named = new Set(messages.map((message) => message.provider_id));
  for (const message of messages) {
    if (isShownAtItsTarget(message, named)) continue;
    const newDay = before === null || dayKey(before.created_at) !== dayKey(message.created_at);
    if (before && before.conversation_id !== message.conversation_id) {
      items.push({ kind: "boundary", key: `boundary-${message.conversation_id}-${message.id}`, conversationId: message.conversation_id });
    }
    if (newDay) items.push({ kind: "day", key: `day-${message.id}`, at: message.created_at });
    items.push(row(message, newDay ? null : before));
    before = message;
  }
  const known = new Set(messages.map((message) => message.id));
  for (const entry of outgoing) {
    if (entry.messageId === null || !known.has(entry.messageId)) items.push({ kind: "outgoing", key: entry.key, outgoing: entry });
  }
  return items;
}

/** Reactions stand at the message they belong to; alone only where that one is not loaded. One taken back says nothing. */
function isShownAtItsTarget(message: Message, named: Set<string | null>): boolean {
  const about = reactedTo(message);
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
