/** Which facts make whose work stale, and which of them is one told of? */
import type { QueryClient } from "@tanstack/react-query";

import { type Fact, type FactListener, RESYNC } from "@/api/facts";
import { keys } from "@/api/keys";
import { sessionStore } from "@/api/session";
import { throttle } from "@/lib/throttle";
import { notify } from "@/ui/toast";

import { hearPresence } from "./presence";

const CHANGES_DESK = new Set(["conversations.duty_changed", "conversations.assigned", "conversations.answerer_changed", "conversations.state_changed"]);

export function createTeamworkListener(client: QueryClient): FactListener {
  const refreshDesk = throttle(3_000, () => void client.invalidateQueries({ queryKey: keys.desk, exact: true }));
  return (facts) => {
    hearPresence(facts);
    const resync = facts.some((fact) => fact.name === RESYNC);
    if (resync || facts.some((fact) => CHANGES_DESK.has(fact.name))) refreshDesk();
    if (resync || facts.some((fact) => fact.name === "conversations.quick_replies_changed")) void client.invalidateQueries({ queryKey: keys.quickReplies });
    if (resync) void client.invalidateQueries({ queryKey: keys.mentions });
    facts.forEach((fact) => tell(client, fact));
  };
}

function tell(client: QueryClient, fact: Fact): void {
  const me = sessionStore.get()?.user.id;
  if (fact.name === "conversations.assigned" && fact.conversation_id !== undefined) {
    void client.invalidateQueries({ queryKey: keys.assignments(fact.conversation_id) });
    if (fact.member_id === me && fact.by !== me) notify("info", "Uma conversa foi passada para você.");
  }
  if (fact.name === "conversations.mentioned" && fact.member_id === me) {
    void client.invalidateQueries({ queryKey: keys.mentions });
    notify("info", "Um colega chamou você em uma nota.");
  }
}
