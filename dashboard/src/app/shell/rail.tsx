/** Where can one go? */
import { Link } from "@tanstack/react-router";
import { ExternalLink, Search, Smartphone } from "lucide-react";
import type { ReactNode } from "react";

import type { Session } from "@/api/contract";
import { useWaitingCount } from "@/features/conversations/queries";
import { HandoffBadge } from "@/features/handoffs/components/handoff-badge";
import { useHandoffCounts } from "@/features/handoffs/queries";
import { cx } from "@/lib/classes";
import { modKey } from "@/lib/shortcuts";
import { Tooltip } from "@/ui/tooltip";

import { OrganizationMenu } from "./organization-menu";
import { PersonMenu } from "./person-menu";
import { type Place, placesFor, useSimulatorUrl } from "./places";

const item =
  "relative flex w-full flex-col items-center gap-1 rounded-lg px-1 py-1.5 text-xs font-medium text-ink-2 transition-colors hover:bg-hover hover:text-ink [&_svg]:size-5";

export function Rail({ session, onPalette, onHelp }: { session: Session; onPalette: () => void; onHelp: () => void }) {
  const waiting = useWaitingCount();
  const handoffs = useHandoffCounts();
  const simulator = useSimulatorUrl();
  const { places, settings } = placesFor(session);
  return (
    <nav aria-label="Principal" className="hidden w-20 shrink-0 flex-col items-center border-r border-line bg-surface px-1.5 py-3 md:flex">
      <OrganizationMenu session={session} />
      <div className="mt-4 flex w-full flex-col gap-1">
        <Tooltip label="Buscar ou executar" shortcut={`${modKey} K`} side="right">
          <button type="button" onClick={onPalette} className={item}>
            <Search aria-hidden />
            Buscar
          </button>
        </Tooltip>
        {places.map((place) => (
          <PlaceLink key={place.to} {...place}>
            {place.to === "/whatsapp/conversas" && waiting > 0 && <WaitingBadge count={waiting} />}
            {place.to === "/whatsapp/transbordos" && handoffs && handoffs.open > 0 && <HandoffBadge counts={handoffs} />}
          </PlaceLink>
        ))}
        {simulator && (
          <a href={simulator} target="_blank" rel="noopener" className={item} data-testid="open-simulator">
            <Smartphone aria-hidden />
            <span className="inline-flex items-center gap-0.5">
              Simulador <ExternalLink className="!size-2.5 text-ink-3" aria-label="abre em outra aba" />
            </span>
          </a>
        )}
      </div>
      <div className="mt-auto flex w-full flex-col items-center gap-1">
        {settings.map((place) => (
          <PlaceLink key={place.to} {...place} />
        ))}
        <PersonMenu session={session} onHelp={onHelp} />
      </div>
    </nav>
  );
}

function PlaceLink({ to, label, icon: Icon, exact, children }: Place & { children?: ReactNode }) {
  return (
    <Link to={to} activeOptions={{ exact, includeSearch: false }} className={item} activeProps={{ className: cx("bg-selected !text-accent-text") }}>
      <Icon aria-hidden />
      {label}
      {children}
    </Link>
  );
}

export function WaitingBadge({ count }: { count: number }) {
  return (
    <span
      data-testid="waiting-badge"
      className="absolute top-1 right-2.5 flex h-4 min-w-4 items-center justify-center rounded-full bg-amber px-1 text-[10px] leading-none font-semibold text-black"
    >
      {count > 99 ? "99+" : count}
      <span className="sr-only"> aguardando</span>
    </span>
  );
}
