/** /fluxos */
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";

import { FlowsPage } from "@/features/flows/components/list/flows-page";

export function FlowsRoute() {
  const navigate = useNavigate();
  useEffect(() => {
    document.title = "Fluxos · Recado";
  }, []);
  return <FlowsPage onOpen={(flowId) => void navigate({ to: "/fluxos/$flowId", params: { flowId } })} />;
}
