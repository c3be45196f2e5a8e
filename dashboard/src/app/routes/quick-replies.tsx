/** /ajustes/respostas-rapidas */
import { useEffect } from "react";

import { QuickRepliesPage } from "@/features/conversations/components/teamwork/quick-replies-page";

export function QuickRepliesRoute() {
  useEffect(() => {
    document.title = "Respostas rápidas · Recado";
  }, []);
  return <QuickRepliesPage />;
}
