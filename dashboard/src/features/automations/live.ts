/** Which facts make automations and their log stale? */
import type { QueryClient } from "@tanstack/react-query";

import { automationKeys } from "@/api/automations";
import { type FactListener, RESYNC } from "@/api/facts";
import { throttle } from "@/lib/throttle";

export function createAutomationListener(client: QueryClient): FactListener {
  const refresh = throttle(1_000, () => {
    void client.invalidateQueries({ queryKey: automationKeys.list });
    void client.invalidateQueries({ queryKey: automationKeys.everyRun });
  });
  return (facts) => {
    if (facts.some((fact) => fact.name === RESYNC || fact.name.startsWith("automations."))) refresh();
  };
}
