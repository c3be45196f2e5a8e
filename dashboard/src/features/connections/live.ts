/** Which facts make the connections stale? */
import type { QueryClient } from "@tanstack/react-query";

import { connectionKeys } from "@/api/connections";
import { type FactListener, RESYNC } from "@/api/facts";
import { throttle } from "@/lib/throttle";

export function createConnectionListener(client: QueryClient): FactListener {
  const refresh = throttle(300, () => void client.invalidateQueries({ queryKey: connectionKeys.list }));
  return (facts) => {
    if (facts.some((fact) => fact.name === RESYNC || fact.name.startsWith("whatsapp:"))) refresh();
  };
}
