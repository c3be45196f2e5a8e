/** Do I take what comes? */
import { CircleCheck, CircleMinus } from "lucide-react";

import { useMay } from "@/api/use-may";
import { MenuItem } from "@/ui/menu";

import { useSetAvailable } from "../../teamwork/mutations";
import { useDesk } from "../../teamwork/queries";

export function AvailabilityItem() {
  const may = useMay("desk:own");
  const me = useDesk()?.me;
  const set = useSetAvailable();
  if (!may || !me) return null;
  return (
    <MenuItem
      icon={me.available ? <CircleCheck aria-hidden /> : <CircleMinus aria-hidden />}
      hint={me.available ? "receber conversas" : "não receber"}
      onSelect={() => set.mutate(!me.available)}
      testId="availability"
    >
      {me.available ? "Disponível" : "Ausente"}
    </MenuItem>
  );
}
