/** /whatsapp/conversas and /whatsapp/conversas/{id} */
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";

import type { ConversationFilter } from "@/api/endpoints";
import { InboxPage } from "@/features/conversations/components/inbox-page";

import { type InboxSearch, stateOf, wordOf } from "../search";

const ASSIGNEES: Record<string, string> = { eu: "me", ninguem: "none" };

export function InboxRoute() {
  const navigate = useNavigate();
  const search = useSearch({ from: "/signed-in/whatsapp/conversas" });
  const { conversationId } = useParams({ strict: false });

  const filter = useMemo<ConversationFilter>(
    () => ({ state: stateOf(search.estado), q: search.busca ?? "", assignee: ASSIGNEES[search.responsavel ?? ""] ?? "" }),
    [search.estado, search.busca, search.responsavel],
  );

  const open = useCallback(
    (id: string | null) =>
      void (id === null
        ? navigate({ to: "/whatsapp/conversas", search: true })
        : navigate({ to: "/whatsapp/conversas/$conversationId", params: { conversationId: id }, search: true })),
    [navigate],
  );

  const setFilter = useCallback(
    (next: ConversationFilter) => {
      const estado = wordOf(next.state);
      const responsavel = Object.keys(ASSIGNEES).find((word) => ASSIGNEES[word] === next.assignee);
      const words: InboxSearch = {
        ...(estado === "ativas" ? {} : { estado }),
        ...(next.q ? { busca: next.q } : {}),
        ...(responsavel ? { responsavel } : {}),
      };
      void navigate({ to: ".", search: words, replace: true });
    },
    [navigate],
  );

  return <InboxPage filter={filter} onFilter={setFilter} conversationId={conversationId ?? null} onOpen={open} />;
}
