/** /whatsapp/viviane */
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";

import { DelegationPage } from "@/features/delegation/components/delegation-page";

export function DelegationRoute() {
  const navigate = useNavigate();
  useEffect(() => {
    document.title = "Delegação à Viviane · Recado";
  }, []);
  return <DelegationPage onOpen={(conversationId) => void navigate({ to: "/whatsapp/conversas/$conversationId", params: { conversationId } })} />;
}
