/** /entrar */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";

import { sessionRanOut, sessionStore } from "@/api/session";
import { SignInPage } from "@/features/session/components/sign-in-page";
import { useStore } from "@/lib/store";

export function SignInRoute() {
  const session = useStore(sessionStore);
  const navigate = useNavigate();
  const { volta } = useSearch({ from: "/entrar" });
  useEffect(() => {
    document.title = "Entrar · Recado";
    if (session) void navigate({ to: volta ?? "/whatsapp", replace: true });
  }, [session, volta, navigate]);
  return session ? null : <SignInPage ended={sessionRanOut()} />;
}
