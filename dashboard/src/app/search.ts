/** Which filters of the inbox stand in the address bar? */
import type { Answerer, ConversationState } from "@/api/contract";
import type { ConversationFilter } from "@/api/endpoints";
import { lookup } from "@/lib/lookup";

const STATES: Record<string, ConversationState> = { ativas: "active", aguardando: "waiting", arquivadas: "archived" };
const ANSWERERS: Record<string, Answerer> = { robo: "flow", agente: "agent", pessoa: "person" };
const PEOPLE: Record<string, string> = { eu: "me", ninguem: "none" };
const WORDS = ["estado", "busca", "responsavel", "responde", "equipe", "etiqueta", "numero", "naolidas", "espera", "desde", "ate"] as const;
const LONGEST = 200;
const UUID = /^[0-9a-f-]{36}$/i;

/** `mensagem`: the one to be shown in the open conversation. */
export type InboxSearch = Partial<Record<(typeof WORDS)[number] | "mensagem", string>>;

export function inboxSearch(search: Record<string, unknown>): InboxSearch {
  const found: InboxSearch = {};
  for (const word of WORDS) {
    const value = search[word];
    // The router reads digits in an address as a number.
    if (typeof value === "number" || (typeof value === "string" && value !== "")) found[word] = String(value).slice(0, LONGEST);
  }
  if (typeof search.mensagem === "string" && UUID.test(search.mensagem)) found.mensagem = search.mensagem;
  if (found.estado === "ativas" || lookup(STATES, found.estado) === undefined) delete found.estado;
  return found;
}

const stateOf = (word: string | undefined): ConversationState => lookup(STATES, word) ?? "active";

/** The word for a state in addresses. */
export const wordOf = (state: ConversationState): string => keyOf(STATES, state) ?? "ativas";

const keyOf = (table: Record<string, string>, value: string | undefined): string | undefined => Object.keys(table).find((word) => table[word] === value);

const idOf = (word: string | undefined): string | undefined => (word !== undefined && UUID.test(word) ? word : undefined);

const momentOf = (word: string | undefined, days: number): string | undefined => {
  const day = word === undefined ? Number.NaN : new Date(`${word}T00:00:00`).setDate(new Date(`${word}T00:00:00`).getDate() + days);
  return Number.isNaN(day) ? undefined : new Date(day).toISOString();
};

/** Days are the person's own; the last one counts whole. */
export function filterOf(search: InboxSearch): ConversationFilter {
  const minutes = Number(search.espera);
  const rest = {
    answerer: lookup(ANSWERERS, search.responde),
    team_id: idOf(search.equipe),
    tag: search.etiqueta,
    channel_id: idOf(search.numero),
    unread: search.naolidas === "sim" ? true : undefined,
    waiting_minutes: minutes > 0 ? Math.min(minutes, 86_400) : undefined,
    since: momentOf(search.desde, 0),
    until: momentOf(search.ate, 1),
  };
  return {
    state: stateOf(search.estado),
    q: search.busca ?? "",
    assignee: lookup(PEOPLE, search.responsavel) ?? idOf(search.responsavel) ?? "",
    ...(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Partial<ConversationFilter>),
  };
}

const dayOf = (moment: string | undefined, days: number): string | undefined => {
  if (moment === undefined) return undefined;
  const day = new Date(moment);
  day.setDate(day.getDate() + days);
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}-${String(day.getDate()).padStart(2, "0")}`;
};

export function searchOf(filter: ConversationFilter): InboxSearch {
  return inboxSearch({
    estado: wordOf(filter.state),
    busca: filter.q,
    responsavel: keyOf(PEOPLE, filter.assignee) ?? filter.assignee,
    responde: keyOf(ANSWERERS, filter.answerer),
    equipe: filter.team_id,
    etiqueta: filter.tag,
    numero: filter.channel_id,
    naolidas: filter.unread ? "sim" : undefined,
    espera: filter.waiting_minutes,
    desde: dayOf(filter.since, 0),
    ate: dayOf(filter.until, -1),
  });
}

const REPORT_GROUPS = ["dia", "semana", "mes", "hora", "pessoa", "equipe"] as const;
const isDay = (value: unknown): value is string => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);

export interface ReportSearch {
  de?: string;
  ate?: string;
  por?: (typeof REPORT_GROUPS)[number];
}

export function reportSearch(search: Record<string, unknown>): ReportSearch {
  const por = REPORT_GROUPS.find((word) => word === search.por);
  return { ...(isDay(search.de) ? { de: search.de } : {}), ...(isDay(search.ate) ? { ate: search.ate } : {}), ...(por ? { por } : {}) };
}
