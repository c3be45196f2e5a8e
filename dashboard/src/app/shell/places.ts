/** Which screens are there to go to? A screen is listed once it works. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { ChartColumn, Gauge, Inbox, Kanban, LifeBuoy, type LucideIcon, PlugZap, Settings, Users, Workflow, Zap } from "lucide-react";

import type { Session } from "@/api/contract";
import { api } from "@/api/endpoints";
import { keys } from "@/api/keys";

export interface Place {
  to: "/whatsapp" | "/whatsapp/conexoes" | "/whatsapp/conversas" | "/whatsapp/transbordos" | "/contatos" | "/funil" | "/fluxos" | "/automacoes" | "/relatorios" | "/ajustes";
  label: string;
  icon: LucideIcon;
  exact: boolean;
  /** The permission without which the screen would only refuse. */
  needs: string;
}

const places: Place[] = [
  { to: "/whatsapp", label: "Visão geral", icon: Gauge, exact: true, needs: "overview:read" },
  { to: "/whatsapp/conversas", label: "Conversas", icon: Inbox, exact: false, needs: "conversations:read" },
  { to: "/whatsapp/transbordos", label: "Transbordos", icon: LifeBuoy, exact: false, needs: "handoffs:read" },
  { to: "/contatos", label: "Contatos", icon: Users, exact: false, needs: "contacts:read" },
  { to: "/funil", label: "Funil", icon: Kanban, exact: false, needs: "leads:read" },
  { to: "/fluxos", label: "Fluxos", icon: Workflow, exact: false, needs: "flows:read" },
  { to: "/automacoes", label: "Automações", icon: Zap, exact: false, needs: "automations:read" },
  { to: "/relatorios", label: "Relatórios", icon: ChartColumn, exact: false, needs: "analytics:read" },
];

const settings: Place[] = [
  { to: "/whatsapp/conexoes", label: "Conexões", icon: PlugZap, exact: false, needs: "channels:read" },
  { to: "/ajustes", label: "Ajustes", icon: Settings, exact: false, needs: "organization:read" },
];

/** The screens that this role may see, work first, settings after. */
export function placesFor(session: Session): { places: Place[]; settings: Place[] } {
  const allowed = (place: Place) => session.permissions.includes(place.needs);
  return { places: places.filter(allowed), settings: settings.filter(allowed) };
}

const systemQuery = queryOptions({ queryKey: keys.system, queryFn: ({ signal }) => api.system(signal), staleTime: Infinity });

/** Where the simulator stands; null in an installation without one. */
export function useSimulatorUrl(): string | null {
  return useQuery(systemQuery).data?.simulator_url ?? null;
}

export function openSimulator(url: string): void {
  window.open(url, "_blank", "noopener");
}
