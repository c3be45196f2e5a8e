/** Which facts make which conversations and messages stale? */
import type { QueryClient } from "@tanstack/react-query";

import { conversationIds, type Fact, type FactListener, messageIds, RESYNC } from "@/api/facts";
import { api } from "@/api/endpoints";
import { keys } from "@/api/keys";
import { ApiProblem } from "@/api/problem";
import { throttle } from "@/lib/throttle";

import { announce } from "./finding/announcing";
import { dropConversation, putConversation, refreshMessage, refreshNewest, trimThread } from "./cache";

// Beyond so many at once one page costs less than the single rows.
const FEW = 8;

const MOVES_COUNTS = new Set(["conversations.conversation_opened", "conversations.state_changed", "conversations.handoff_opened"]);
const MESSAGES_CHANGED = new Set([
  "conversations.message_received",
  "conversations.message_queued",
  "conversations.message_status_changed",
  "conversations.message_changed",
  "conversations.note_added",
  "conversations.state_changed",
  "conversations.answerer_changed",
  "conversations.handoff_opened",
  "media.stored",
]);

export function createConversationListener(client: QueryClient): FactListener {
  const refreshCounts = throttle(1_000, () => void client.invalidateQueries({ queryKey: keys.conversationCounts }));
  const refreshRows = oneAtATime((facts) => rows(client, facts));
  const refreshThreads = oneAtATime((facts) => threads(client, facts));
  return (facts) => {
    if (facts.some((fact) => fact.name === RESYNC)) {
      resync(client);
      return;
    }
    const mine = facts.filter((fact) => fact.name.startsWith("conversations.") || fact.name.startsWith("media."));
    if (mine.some((fact) => MOVES_COUNTS.has(fact.name))) refreshCounts();
    refreshThreads(mine.filter((fact) => MESSAGES_CHANGED.has(fact.name)));
    refreshRows(mine.filter((fact) => fact.conversation_id !== undefined));
  };
}

function resync(client: QueryClient): void {
  client.getQueriesData({ queryKey: ["conversations", "thread"] }).forEach(([key]) => trimThread(client, String(key[2])));
  void client.invalidateQueries({ queryKey: ["conversations"] });
}

// A turn of the flow shows as messages; receipts and reading tell nothing of it.
const TURN = new Set(["conversations.message_received", "conversations.message_queued", "conversations.answerer_changed"]);

async function rows(client: QueryClient, facts: Fact[]): Promise<void> {
  const ids = conversationIds(facts);
  conversationIds(facts.filter((fact) => TURN.has(fact.name))).forEach((id) => void client.invalidateQueries({ queryKey: keys.flowSession(id) }));
  if (ids.length > FEW) {
    await client.invalidateQueries({ queryKey: keys.conversationLists });
    await client.invalidateQueries({ queryKey: keys.conversations });
    return;
  }
  const heard = new Set(conversationIds(facts.filter((fact) => fact.name === "conversations.message_received")));
  await Promise.all(ids.map((id) => refreshRow(client, id, heard.has(id))));
}

async function refreshRow(client: QueryClient, id: string, heard: boolean): Promise<void> {
  try {
    const conversation = await api.conversation(id);
    putConversation(client, conversation);
    if (heard) announce(conversation);
  } catch (error) {
    // Given to somebody else, it is out of an agent's sight; what was open says so.
    if (error instanceof ApiProblem && error.status === 404) dropConversation(client, id);
    else throw error;
  }
}

async function threads(client: QueryClient, facts: Fact[]): Promise<void> {
  for (const id of conversationIds(facts)) {
    const key = keys.thread(id);
    const state = client.getQueryState(key);
    if (!state) continue;
    const own = facts.filter((fact) => fact.conversation_id === id);
    const wanted = messageIds(own);
    if (state.data === undefined) await client.invalidateQueries({ queryKey: key });
    else if (wanted.length > FEW || own.some((fact) => messageIds([fact]).length === 0)) await refreshNewest(client, id);
    else await Promise.all(wanted.map((message) => refreshMessage(client, id, message)));
  }
}

/** While one refresh is under way the next facts gather; a busy organization is refreshed as fast as it answers. */
function oneAtATime(refresh: (facts: Fact[]) => Promise<void>): (facts: Fact[]) => void {
  let waiting: Fact[] = [];
  let running = false;
  const run = async () => {
    running = true;
    while (waiting.length > 0) {
      const facts = waiting;
      waiting = [];
      // A refresh that fails leaves what was there; the next fact or a resync mends it.
      await refresh(facts).catch(() => undefined);
    }
    running = false;
  };
  return (facts) => {
    waiting.push(...facts);
    if (!running && waiting.length > 0) void run();
  };
}
