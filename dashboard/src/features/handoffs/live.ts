/** Which facts make transbordos stale, and which are worth a notification of the browser? */
import type { QueryClient } from "@tanstack/react-query";

import { api } from "@/api/endpoints";
import { type FactListener, RESYNC } from "@/api/facts";
import { keys } from "@/api/keys";
import { throttle } from "@/lib/throttle";

import { announce } from "./announcing";

const MINE = new Set([
  "conversations.handoff_opened",
  "conversations.handoff_changed",
  "conversations.answerer_changed",
  "conversations.state_changed",
  RESYNC,
]);

export function createHandoffListener(client: QueryClient): FactListener {
  const refresh = throttle(1_000, () => void client.invalidateQueries({ queryKey: keys.handoffs }));
  return (facts) => {
    if (facts.some((fact) => MINE.has(fact.name))) refresh();
    for (const { name, conversation_id: id } of facts) {
      if (name !== "conversations.handoff_opened" || id === undefined) continue;
      // Facts carry ids: who it is, is asked under the reader's own permissions, and refused to who may not know.
      announce(id, async () => {
        const { contact } = await api.conversation(id);
        return contact.name || contact.phone;
      });
    }
  };
}
