/** Which facts make the figures stale? All of conversations and channels, at most once a second. */
import type { QueryClient } from "@tanstack/react-query";

import { type FactListener, RESYNC } from "@/api/facts";
import { keys } from "@/api/keys";
import { throttle } from "@/lib/throttle";

// Receipts and reading change no figure.
const INDIFFERENT = new Set(["conversations.message_status_changed", "conversations.read", "conversations.note_added"]);
const MINE = /^(conversations\.|channels\.|whatsapp:|delegation\.)/;

export function createOverviewListener(client: QueryClient): FactListener {
  const refresh = throttle(1_000, () => void client.invalidateQueries({ queryKey: keys.overview }));
  return (facts) => {
    if (facts.some((fact) => fact.name === RESYNC || (MINE.test(fact.name) && !INDIFFERENT.has(fact.name)))) refresh();
  };
}
