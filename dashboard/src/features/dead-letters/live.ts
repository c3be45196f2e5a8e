/** Which facts make the dead-letter queue stale? */
import type { QueryClient } from "@tanstack/react-query";

import { type FactListener, RESYNC } from "@/api/facts";
import { keys } from "@/api/keys";
import { throttle } from "@/lib/throttle";

export function createDeadLetterListener(client: QueryClient): FactListener {
  const refresh = throttle(2_000, () => void client.invalidateQueries({ queryKey: keys.deadLetters }));
  return (facts) => {
    if (facts.some((fact) => fact.name === RESYNC || /dead|died/.test(fact.name))) refresh();
  };
}
