/** Which facts make the list of templates stale? */
import type { QueryClient } from "@tanstack/react-query";

import { type FactListener, RESYNC } from "@/api/facts";
import { keys } from "@/api/keys";
import { throttle } from "@/lib/throttle";

export function createTemplateListener(client: QueryClient): FactListener {
  const refresh = throttle(1_000, () => void client.invalidateQueries({ queryKey: keys.templates }));
  return (facts) => {
    if (facts.some((fact) => fact.name === RESYNC || fact.name === "templates.changed")) refresh();
  };
}
