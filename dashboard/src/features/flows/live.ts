/** Which facts make the flows stale? */
import type { QueryClient } from "@tanstack/react-query";

import { type FactListener, RESYNC } from "@/api/facts";
import { keys } from "@/api/keys";
import { throttle } from "@/lib/throttle";

export function createFlowListener(client: QueryClient): FactListener {
  const refresh = throttle(2_000, () => void client.invalidateQueries({ queryKey: keys.flows }));
  return (facts) => {
    if (facts.some((fact) => fact.name === RESYNC || fact.name.startsWith("flows."))) refresh();
  };
}
