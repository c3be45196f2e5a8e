/** /fluxos/{id} */
import { useNavigate, useParams } from "@tanstack/react-router";
import { useEffect } from "react";

import { BuilderPage } from "@/features/flows/components/builder/builder-page";

export function FlowBuilderRoute() {
  const navigate = useNavigate();
  const { flowId } = useParams({ from: "/signed-in/fluxos/$flowId" });
  useEffect(() => {
    document.title = "Fluxo · Recado";
  }, []);
  return <BuilderPage key={flowId} flowId={flowId} onBack={() => void navigate({ to: "/fluxos" })} />;
}
