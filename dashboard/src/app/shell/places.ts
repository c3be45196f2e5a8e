/** Which screens are there to go to? A screen is listed once it works. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { Gauge, Inbox, type LucideIcon, MailX } from "lucide-react";

import { api } from "@/api/endpoints";
import { keys } from "@/api/keys";

interface Place {
  to: "/whatsapp" | "/whatsapp/conversas" | "/ajustes/fila-morta";
  label: string;
  icon: LucideIcon;
  exact: boolean;
}

export const places: Place[] = [
  { to: "/whatsapp", label: "Visão geral", icon: Gauge, exact: true },
  { to: "/whatsapp/conversas", label: "Conversas", icon: Inbox, exact: false },
];

export const settings: Place[] = [{ to: "/ajustes/fila-morta", label: "Fila morta", icon: MailX, exact: false }];

const systemQuery = queryOptions({ queryKey: keys.system, queryFn: ({ signal }) => api.system(signal), staleTime: Infinity });

/** Where the simulator stands; null in an installation without one. */
export function useSimulatorUrl(): string | null {
  return useQuery(systemQuery).data?.simulator_url ?? null;
}

export function openSimulator(url: string): void {
  window.open(url, "_blank", "noopener");
}
