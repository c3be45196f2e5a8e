/** Which facts change what the page of the understanding shows? */
import type { QueryClient } from "@tanstack/react-query";

import { type FactListener, RESYNC } from "@/api/facts";
import { keys } from "@/api/keys";

export function createUnderstandingListener(client: QueryClient): FactListener {
  return (facts) => {
    if (facts.some(({ name }) => name === "conversations.understanding_changed" || name === RESYNC)) void client.invalidateQueries({ queryKey: keys.understanding });
  };
}
