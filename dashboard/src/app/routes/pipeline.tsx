/** /funil */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";

import { PipelinePage } from "@/features/leads/components/pipeline-page";

export function PipelineRoute() {
  const navigate = useNavigate();
  const search = useSearch({ from: "/signed-in/funil" });
  useEffect(() => {
    document.title = "Funil · Recado";
  }, []);
  return (
    <PipelinePage
      search={search}
      onSearch={(changes) => void navigate({ to: "/funil", search: (before) => ({ ...before, ...changes }), replace: !("negocio" in changes) })}
      onConversation={(conversationId) => void navigate({ to: "/whatsapp/conversas/$conversationId", params: { conversationId } })}
    />
  );
}
