/** Where can one go, with a thumb? */
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { Ellipsis, Search, Smartphone } from "lucide-react";

import type { Session } from "@/api/contract";
import { useWaitingCount } from "@/features/conversations/queries";
import { HandoffBadge } from "@/features/handoffs/components/handoff-badge";
import { useHandoffCounts } from "@/features/handoffs/queries";
import { Menu, MenuItem, MenuSeparator } from "@/ui/menu";

import { OrganizationItems } from "./organization-menu";
import { PersonItems } from "./person-menu";
import { openSimulator, placesFor, useSimulatorUrl } from "./places";
import { WaitingBadge } from "./rail";

const item = "relative flex flex-1 flex-col items-center justify-center gap-0.5 text-xs font-medium text-ink-2 [&_svg]:size-5";

/** As many as a thumb finds; the others are behind "Mais". */
const SHOWN = 4;

export function TabBar({ session, onPalette }: { session: Session; onPalette: () => void }) {
  const waiting = useWaitingCount();
  const handoffs = useHandoffCounts();
  const simulator = useSimulatorUrl();
  const navigate = useNavigate();
  const { places, settings } = placesFor(session);
  // An open conversation needs the height for its composer, an open flow for its nodes.
  const { conversationId, flowId } = useParams({ strict: false });
  if (conversationId ?? flowId) return null;
  return (
    <nav aria-label="Principal" className="flex h-14 shrink-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden">
      {places.slice(0, SHOWN).map(({ to, label, icon: Icon, exact }) => (
        <Link key={to} to={to} activeOptions={{ exact, includeSearch: false }} className={item} activeProps={{ className: "!text-accent-text" }}>
          <Icon aria-hidden />
          {label}
          {to === "/whatsapp/conversas" && waiting > 0 && <WaitingBadge count={waiting} />}
          {to === "/whatsapp/transbordos" && handoffs && handoffs.open > 0 && <HandoffBadge counts={handoffs} />}
        </Link>
      ))}
      <Menu
        side="top"
        align="end"
        trigger={
          <button type="button" className={item}>
            <Ellipsis aria-hidden />
            Mais
          </button>
        }
      >
        {[...places.slice(SHOWN), ...settings].map(({ to, label, icon: Icon }) => (
          <MenuItem key={to} icon={<Icon aria-hidden />} onSelect={() => void navigate({ to })}>
            {label}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem icon={<Search aria-hidden />} onSelect={onPalette}>
          Buscar
        </MenuItem>
        {simulator && (
          <MenuItem icon={<Smartphone aria-hidden />} onSelect={() => openSimulator(simulator)}>
            Simulador
          </MenuItem>
        )}
        <MenuSeparator />
        <OrganizationItems session={session} />
        <MenuSeparator />
        <PersonItems session={session} />
      </Menu>
    </nav>
  );
}
