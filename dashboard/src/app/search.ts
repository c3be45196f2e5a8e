/** Which filters of the inbox stand in the address bar? */
import type { ConversationState } from "@/api/contract";

const STATES: Record<string, ConversationState> = { ativas: "active", aguardando: "waiting", arquivadas: "archived" };

export interface InboxSearch {
  estado?: string;
  busca?: string;
  responsavel?: string;
}

export function inboxSearch(search: Record<string, unknown>): InboxSearch {
  const { estado, busca, responsavel } = search;
  return {
    ...(typeof estado === "string" && estado in STATES && estado !== "ativas" ? { estado } : {}),
    // The router reads digits in an address as a number.
    ...(typeof busca === "number" || (typeof busca === "string" && busca !== "") ? { busca: String(busca).slice(0, 200) } : {}),
    ...(responsavel === "eu" || responsavel === "ninguem" ? { responsavel } : {}),
  };
}

export const stateOf = (word: string | undefined): ConversationState => STATES[word ?? "ativas"] ?? "active";

export const wordOf = (state: ConversationState): string =>
  Object.keys(STATES).find((word) => STATES[word] === state) ?? "ativas";
