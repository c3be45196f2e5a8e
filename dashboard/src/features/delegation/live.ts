/** Which facts make the queue to Viviane stale? */
import type { QueryClient } from "@tanstack/react-query";

import { type FactListener, RESYNC } from "@/api/facts";
import { keys } from "@/api/keys";
import { throttle } from "@/lib/throttle";

export function createDelegationListener(client: QueryClient): FactListener {
  const refresh = throttle(1_000, () => void client.invalidateQueries({ queryKey: keys.delegations }));
  return (facts) => {
    if (facts.some((fact) => fact.name === RESYNC || fact.name === "conversations.delegation_changed")) refresh();
  };
}
