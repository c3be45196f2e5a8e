/** /ajustes and what lies below it */
import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect } from "react";

import { sessionStore } from "@/api/session";
import { AuditPage } from "@/features/settings/components/audit-page";
import { ChannelsPage } from "@/features/settings/components/channels-page";
import { CsatPage } from "@/features/settings/components/csat-page";
import { HoursPage } from "@/features/settings/components/hours-page";
import { KeysPage } from "@/features/settings/components/keys-page";
import { OrganizationPage } from "@/features/settings/components/organization-page";
import { PeoplePage } from "@/features/settings/components/people-page";
import { SecretsPage } from "@/features/settings/components/secrets-page";
import { SettingsLayout, settingsPlaces } from "@/features/settings/components/settings-layout";
import { TeamsPage } from "@/features/settings/components/teams-page";
import { WebhooksPage } from "@/features/settings/components/webhooks-page";
import { useStore } from "@/lib/store";

export function SettingsRoute() {
  const session = useStore(sessionStore);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const places = settingsPlaces.filter((place) => session?.permissions.includes(place.needs));
  const here = places.find((place) => path.startsWith(place.to));
  useEffect(() => {
    document.title = `${here?.label ?? "Ajustes"} · Recado`;
    // On a phone the list is a row that is wider than the screen.
    document.querySelector('[data-settings-place][aria-current="page"]')?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [here]);
  return (
    <SettingsLayout
      nav={places.map(({ to, label, icon: Icon }) => (
        <li key={to}>
          <Link
            to={to}
            data-settings-place
            className="flex h-9 items-center gap-2.5 rounded-lg px-3 text-list whitespace-nowrap text-ink-2 transition-colors hover:bg-hover hover:text-ink [&_svg]:size-4"
            activeProps={{ className: "bg-selected font-medium !text-accent-text" }}
          >
            <Icon aria-hidden />
            {label}
          </Link>
        </li>
      ))}
    >
      <Outlet />
    </SettingsLayout>
  );
}

export const OrganizationRoute = OrganizationPage;
export const PeopleRoute = PeoplePage;
export const TeamsRoute = TeamsPage;
export const CsatRoute = CsatPage;
export const HoursRoute = HoursPage;
export const ChannelsRoute = ChannelsPage;
export const KeysRoute = KeysPage;
export const SecretsRoute = SecretsPage;
export const WebhooksRoute = WebhooksPage;
export const AuditRoute = AuditPage;
