/** Which settings are there? A list beside the screen, and above it on a phone. */
import { BrainCircuit, Building2, CalendarClock, History, KeyRound, LayoutTemplate, LockKeyhole, type LucideIcon, MailX, MessageSquareText, Plug, Smile, UserRound, UsersRound, Webhook } from "lucide-react";
import type { ReactNode } from "react";

export interface SettingsPlace {
  to: "/ajustes/organizacao" | "/ajustes/entendimento" | "/ajustes/pessoas" | "/ajustes/equipes" | "/ajustes/horarios" | "/ajustes/satisfacao" | "/ajustes/canais" | "/ajustes/chaves" | "/ajustes/segredos" | "/ajustes/webhooks" | "/ajustes/auditoria" | "/ajustes/respostas-rapidas" | "/ajustes/modelos" | "/ajustes/fila-morta";
  label: string;
  icon: LucideIcon;
  needs: string;
}

export const settingsPlaces: SettingsPlace[] = [
  { to: "/ajustes/organizacao", label: "Organização", icon: Building2, needs: "organization:read" },
  { to: "/ajustes/pessoas", label: "Pessoas", icon: UserRound, needs: "members:read" },
  { to: "/ajustes/equipes", label: "Equipes", icon: UsersRound, needs: "teams:read" },
  { to: "/ajustes/horarios", label: "Horários", icon: CalendarClock, needs: "organization:read" },
  { to: "/ajustes/canais", label: "Canais", icon: Plug, needs: "channels:read" },
  { to: "/ajustes/modelos", label: "Modelos", icon: LayoutTemplate, needs: "templates:read" },
  { to: "/ajustes/respostas-rapidas", label: "Respostas rápidas", icon: MessageSquareText, needs: "quick_replies:read" },
  { to: "/ajustes/satisfacao", label: "Satisfação", icon: Smile, needs: "csat:read" },
  { to: "/ajustes/entendimento", label: "Entendimento", icon: BrainCircuit, needs: "understanding:read" },
  { to: "/ajustes/chaves", label: "Chaves de API", icon: KeyRound, needs: "api_keys:read" },
  { to: "/ajustes/segredos", label: "Segredos", icon: LockKeyhole, needs: "secrets:read" },
  { to: "/ajustes/webhooks", label: "Webhooks", icon: Webhook, needs: "webhooks:read" },
  { to: "/ajustes/auditoria", label: "Auditoria", icon: History, needs: "audit:read" },
  { to: "/ajustes/fila-morta", label: "Fila morta", icon: MailX, needs: "dead_letters:read" },
];

export function SettingsLayout({ nav, children }: { nav: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-h-0 flex-1 flex-col md:flex-row" data-testid="settings">
      <nav aria-label="Ajustes" className="shrink-0 border-line bg-surface max-md:overflow-x-auto max-md:border-b md:w-52 md:overflow-y-auto md:border-r">
        <p className="hidden px-5 pt-6 pb-2 text-list font-semibold md:block">Ajustes</p>
        <ul className="flex gap-1 p-2 md:flex-col md:pt-0">{nav}</ul>
      </nav>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">{children}</div>
    </div>
  );
}
