/** /whatsapp/conversas and /whatsapp/conversas/{id} */
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";

import type { Conversation } from "@/api/contract";
import type { ConversationFilter } from "@/api/endpoints";
import { InboxPage } from "@/features/conversations/components/inbox-page";
import { PersonSlot } from "@/features/conversations/person-slot";
import { PersonDeals } from "@/features/leads/components/person-deals";
import { formatPhone } from "@/lib/phone";

import { filterOf, searchOf } from "../search";

export function InboxRoute() {
  const navigate = useNavigate();
  const search = useSearch({ from: "/signed-in/whatsapp/conversas" });
  const { conversationId } = useParams({ strict: false });
  const filter = useMemo(() => filterOf(search), [search]);

  const open = useCallback(
    (id: string | null, mensagem?: string) => {
      const { mensagem: _, ...rest } = search;
      const next = mensagem === undefined ? rest : { ...rest, mensagem };
      void (id === null
        ? navigate({ to: "/whatsapp/conversas", search: next })
        : navigate({ to: "/whatsapp/conversas/$conversationId", params: { conversationId: id }, search: next }));
    },
    [navigate, search],
  );

  const setFilter = useCallback((next: ConversationFilter) => void navigate({ to: ".", search: { ...searchOf(next), ...(search.mensagem ? { mensagem: search.mensagem } : {}) }, replace: true }), [navigate, search.mensagem]);

  const beside = useCallback(
    (conversation: Conversation) => (
      <PersonDeals
        conversation={{ id: conversation.id, name: conversation.contact.name || formatPhone(conversation.contact.phone) }}
        onOpen={(funil, negocio) => void navigate({ to: "/funil", search: { funil, negocio } })}
      />
    ),
    [navigate],
  );

  return (
    <PersonSlot.Provider value={beside}>
      <InboxPage filter={filter} onFilter={setFilter} conversationId={conversationId ?? null} onOpen={open} messageId={search.mensagem ?? null} />
    </PersonSlot.Provider>
  );
}
