/** Ajustes › Entendimento, with the part of it in the address. */
import { useNavigate, useSearch } from "@tanstack/react-router";

import { UnderstandingPage } from "@/features/settings/understanding/understanding-page";

export function UnderstandingRoute() {
  const { parte } = useSearch({ from: "/signed-in/ajustes/entendimento" });
  const navigate = useNavigate();
  return <UnderstandingPage tab={parte ?? "testar"} onTab={(tab) => void navigate({ to: "/ajustes/entendimento", search: tab === "testar" ? {} : { parte: tab } })} />;
}
