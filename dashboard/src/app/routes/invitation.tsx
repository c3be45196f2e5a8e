/** /convite#token */
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";

import { InvitationPage } from "@/features/session/components/invitation-page";

export function InvitationRoute() {
  const navigate = useNavigate();
  // Behind '#', so that no server writes it into a log; taken out of the address at once.
  const [token] = useState(() => window.location.hash.slice(1));
  useEffect(() => {
    document.title = "Convite · Recado";
    window.history.replaceState(window.history.state, "", window.location.pathname);
  }, []);
  return <InvitationPage token={token} onJoined={() => void navigate({ to: "/whatsapp", replace: true })} />;
}
