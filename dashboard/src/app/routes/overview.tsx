/** /whatsapp */
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";

import { OverviewPage } from "@/features/overview/components/overview-page";

import { wordOf } from "../search";

export function OverviewRoute() {
  const navigate = useNavigate();
  useEffect(() => {
    document.title = "Visão geral · Recado";
  }, []);
  return (
    <OverviewPage
      onOpen={(conversationId) => void navigate({ to: "/whatsapp/conversas/$conversationId", params: { conversationId } })}
      onOpenHandoffs={() => void navigate({ to: "/whatsapp/transbordos", search: {} })}
      onOpenDelegation={() => void navigate({ to: "/whatsapp/viviane" })}
      onOpenInbox={(state) => {
        const estado = state && wordOf(state);
        void navigate({ to: "/whatsapp/conversas", search: estado && estado !== "ativas" ? { estado } : {} });
      }}
    />
  );
}
