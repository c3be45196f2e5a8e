/** /whatsapp/transbordos */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";

import { HandoffsPage } from "@/features/handoffs/components/handoffs-page";

import { handoffView, wordOfView } from "../handoff-search";

export function HandoffsRoute() {
  const navigate = useNavigate();
  const { situacao } = useSearch({ from: "/signed-in/whatsapp/transbordos" });
  useEffect(() => {
    document.title = "Transbordos · Recado";
  }, []);
  return (
    <HandoffsPage
      view={handoffView(situacao)}
      onView={(view) => void navigate({ to: "/whatsapp/transbordos", search: view === "open" ? {} : { situacao: wordOfView(view) }, replace: true })}
      onOpen={(conversationId) => void navigate({ to: "/whatsapp/conversas/$conversationId", params: { conversationId } })}
    />
  );
}
