/** Which facts make the board and its deals stale? */
import type { QueryClient } from "@tanstack/react-query";

import { type FactListener, RESYNC } from "@/api/facts";
import { keys } from "@/api/keys";
import { throttle } from "@/lib/throttle";

export function createLeadListener(client: QueryClient): FactListener {
  const refresh = (...stale: (readonly string[])[]) => stale.forEach((queryKey) => void client.invalidateQueries({ queryKey }));
  const refreshDeals = throttle(300, () => refresh(keys.boards, keys.deals, keys.dealsOfPeople));
  const refreshFigures = throttle(3_000, () => refresh(keys.conversions));
  return (facts) => {
    const mine = facts.filter((fact) => fact.name.startsWith("leads."));
    const again = facts.some((fact) => fact.name === RESYNC);
    if (again || mine.some((fact) => fact.name === "leads.pipeline_changed")) refresh(keys.pipelines, keys.boards);
    if (again || mine.some((fact) => fact.name === "leads.reasons_changed")) refresh(keys.dealReasons);
    if (again || mine.some((fact) => fact.name.startsWith("leads.deal_"))) {
      refreshDeals();
      refreshFigures();
    }
  };
}
