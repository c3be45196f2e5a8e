/** /ajustes/fila-morta */
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";

import { DeadLettersPage } from "@/features/dead-letters/components/dead-letters-page";

export function DeadLettersRoute() {
  const navigate = useNavigate();
  useEffect(() => {
    document.title = "Fila morta · Recado";
  }, []);
  return (
    <DeadLettersPage
      onOpenConversation={(conversationId) => void navigate({ to: "/whatsapp/conversas/$conversationId", params: { conversationId } })}
    />
  );
}
