/** Which facts make what is known of people stale? */
import type { QueryClient } from "@tanstack/react-query";

import { contactKeys } from "@/api/contacts";
import { type FactListener, RESYNC } from "@/api/facts";
import { throttle } from "@/lib/throttle";

const TELLING = new Set(["conversations.message_received", "conversations.state_changed"]);

export function createContactListener(client: QueryClient): FactListener {
  const refresh = throttle(500, () => void client.invalidateQueries({ queryKey: contactKeys.all }));
  const refreshTimelines = throttle(2_000, () => void client.invalidateQueries({ queryKey: ["contacts", "timeline"] }));
  return (facts) => {
    if (facts.some((fact) => fact.name === RESYNC || fact.name.startsWith("contacts."))) refresh();
    else if (facts.some((fact) => TELLING.has(fact.name))) refreshTimelines();
  };
}
