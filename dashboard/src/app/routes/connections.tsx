/** /whatsapp/conexoes */
import { useEffect } from "react";

import { ConnectionsPage } from "@/features/connections/components/connections-page";

export function ConnectionsRoute() {
  useEffect(() => {
    document.title = "Conexões · Recado";
  }, []);
  return <ConnectionsPage />;
}
