/** Which conversations came with a state nobody knows, and what are they really? */
import { TriangleAlert } from "lucide-react";

import { formatPhone } from "@/lib/phone";
import { SafeText } from "@/ui/safe-text";

import { useRepair } from "../mutations";
import { useRepairs } from "../queries";
import { Card } from "./card";

export function Repairs({ count, onOpen }: { count: number; onOpen: (conversationId: string) => void }) {
  const { data: items } = useRepairs(count);
  const repair = useRepair();
  return (
    <Card title="Estados para revisar" aside={<TriangleAlert className="size-4 text-amber-text" aria-hidden />}>
      <p className="px-4 text-sm text-ink-2">Vieram de outro sistema com um estado que o Recado não conhece. Contam como aguardando até alguém dizer o que são.</p>
      <ul className="flex flex-col divide-y divide-line px-4 pb-2" data-testid="repairs">
        {items?.map(({ conversation, legacy_state: word }) => (
          <li key={conversation.id} className="flex items-center gap-2 py-2">
            <button type="button" onClick={() => onOpen(conversation.id)} className="min-w-0 flex-1 rounded-md text-left">
              <span className="block truncate text-list font-medium">
                <SafeText text={conversation.contact.name || formatPhone(conversation.contact.phone)} max={60} />
              </span>
              <span className="block truncate text-sm text-ink-2">
                veio como “<SafeText text={word} max={40} />”
              </span>
            </button>
            <select
              aria-label="Estado certo"
              value=""
              disabled={repair.isPending}
              onChange={(event) => repair.mutate({ id: conversation.id, state: event.target.value as "active" | "waiting" | "archived" })}
              className="h-8 rounded-lg border border-line-strong bg-surface px-2 text-sm"
            >
              <option value="" disabled>
                Corrigir…
              </option>
              <option value="active">Ativa</option>
              <option value="waiting">Aguardando</option>
              <option value="archived">Arquivada</option>
            </select>
          </li>
        ))}
      </ul>
    </Card>
  );
}
