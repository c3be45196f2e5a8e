/** Which facts change what the settings show? */
import type { QueryClient } from "@tanstack/react-query";

import { type FactListener, RESYNC } from "@/api/facts";
import { keys } from "@/api/keys";
import { notify } from "@/ui/toast";

export function createSettingsListener(client: QueryClient): FactListener {
  return (facts) => {
    const names = new Set(facts.map((fact) => fact.name));
    if (names.has("organizations.webhook_disabled")) {
      notify("error", "Um webhook parou de aceitar avisos e foi desativado. Veja em Ajustes › Webhooks.");
      void client.invalidateQueries({ queryKey: keys.webhooks });
    }
    if (names.has("whatsapp:status") || names.has("whatsapp:disconnected")) void client.invalidateQueries({ queryKey: keys.channelList });
    if (names.has(RESYNC)) void client.invalidateQueries({ queryKey: ["settings"] });
  };
}
