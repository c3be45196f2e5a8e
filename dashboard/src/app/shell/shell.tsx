/** What surrounds every screen? */
import { Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";

import type { Session } from "@/api/contract";
import { sessionStore, signedOutByWill } from "@/api/session";
import { openWishStore } from "@/features/conversations/finding/announcing";
import { useShortcuts } from "@/lib/shortcuts";
import { useStore } from "@/lib/store";

import { useLive } from "../live-bridge";
import { ConnectionNotice } from "./connection-notice";
import { NoOrganization } from "./no-organization";
import { Palette } from "./palette";
import { Rail } from "./rail";
import { ShortcutHelp } from "./shortcut-help";
import { TabBar } from "./tab-bar";

export function Shell() {
  const session = useStore(sessionStore);
  const navigate = useNavigate();
  const here = useRouterState({ select: (state) => state.location.href });
  useEffect(() => {
    if (!session) void navigate({ to: "/entrar", search: signedOutByWill() ? {} : { volta: here }, replace: true });
    // Where the session ended is where one returns to; later addresses are those of the sign-in page.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [session]);
  // What stands in the address belongs to the organization before.
  const organizationId = session?.organization?.id;
  const lastOrganization = useRef(organizationId);
  useEffect(() => {
    if (organizationId === undefined) return;
    if (lastOrganization.current !== undefined && lastOrganization.current !== organizationId) void navigate({ to: "/whatsapp" });
    lastOrganization.current = organizationId;
  }, [organizationId, navigate]);
  if (!session) return null;
  return session.organization ? <Frame key={session.organization.id} session={session} organizationId={session.organization.id} /> : <NoOrganization session={session} />;
}

/** A notice of the browser was pressed: its conversation opens, on whatever screen one is. */
function useOpenWish(): void {
  const navigate = useNavigate();
  const wish = useStore(openWishStore);
  useEffect(() => {
    if (wish === null) return;
    openWishStore.set(null);
    void navigate({ to: "/whatsapp/conversas/$conversationId", params: { conversationId: wish } });
  }, [wish, navigate]);
}

function Frame({ session, organizationId }: { session: Session; organizationId: string }) {
  const [overlay, setOverlay] = useState<"palette" | "help" | null>(null);
  const close = () => setOverlay(null);
  useLive(organizationId);
  useShortcuts({
    "mod+k": () => setOverlay(overlay === "palette" ? null : "palette"),
    "?": () => setOverlay("help"),
  });
  useOpenWish();
  const openPalette = () => setOverlay("palette");
  const openHelp = () => setOverlay("help");
  return (
    <div className="flex h-full flex-col md:flex-row">
      <a
        href="#conteudo"
        className="sr-only z-50 rounded-lg bg-accent px-3 py-2 text-accent-ink focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        Ir para o conteúdo
      </a>
      <Rail session={session} onPalette={openPalette} onHelp={openHelp} />
      <main id="conteudo" tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 flex-col outline-none">
        <Outlet />
      </main>
      <TabBar session={session} onPalette={openPalette} />
      <ConnectionNotice />
      {overlay === "palette" && <Palette session={session} onClose={close} onHelp={openHelp} />}
      {overlay === "help" && <ShortcutHelp onClose={close} />}
    </div>
  );
}
