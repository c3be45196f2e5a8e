/** What do search, filters and acts on many say? */
import type { Answerer } from "@/api/contract";
import type { ConversationFilter } from "@/api/endpoints";
import type { BulkAct, FilterChoices } from "@/api/inbox";
import { lookup } from "@/lib/lookup";
import type { Sentences } from "@/api/texts";

import { sentences as inboxSentences } from "../texts";

export const sentences: Sentences = {
  ...inboxSentences,
  view_not_found: "Esta visão não existe mais.",
  not_your_view: "Só quem vê todas as conversas pode compartilhar uma visão ou mudar a de um colega.",
  too_many_views: (data) => `Você já tem ${Number(data.limit) || 30} visões. Apague uma para salvar outra.`,
  tag_missing: "Escreva o nome da etiqueta.",
};

export const answerers: { value: Answerer; label: string }[] = [
  { value: "flow", label: "Robô" },
  { value: "agent", label: "Agente" },
  { value: "person", label: "Pessoa" },
];

export const waits = [
  { value: 5, label: "5 minutos" },
  { value: 15, label: "15 minutos" },
  { value: 60, label: "1 hora" },
  { value: 240, label: "4 horas" },
  { value: 1440, label: "1 dia" },
];

const dateLabel = (moment: string, days: number): string => {
  const day = new Date(moment);
  day.setDate(day.getDate() + days);
  return day.toLocaleDateString("pt-BR");
};

export interface Chip {
  label: string;
  /** The filter without it. */
  without: ConversationFilter;
}

const nameIn = (list: { id: string; name: string }[] | undefined, id: string): string => list?.find((one) => one.id === id)?.name ?? "…";

/** Each thing that narrows the list, in words, and how the filter looks without it. */
export function chipsOf(filter: ConversationFilter, choices: FilterChoices | undefined): Chip[] {
  const said: [keyof ConversationFilter, string | null][] = [
    ["assignee", filter.assignee === "" ? null : (PEOPLE[filter.assignee] ?? nameIn(choices?.members, filter.assignee))],
    ["answerer", wordFor(filter.answerer, (value) => `Responde: ${answerers.find((one) => one.value === value)?.label ?? ""}`)],
    ["team_id", wordFor(filter.team_id, (id) => nameIn(choices?.teams, id))],
    ["tag", wordFor(filter.tag, (tag) => `#${tag}`)],
    ["channel_id", wordFor(filter.channel_id, (id) => nameIn(choices?.channels, id))],
    ["unread", filter.unread ? "Não lidas" : null],
    ["waiting_minutes", wordFor(filter.waiting_minutes, (minutes) => `Espera há ${waits.find((one) => one.value === minutes)?.label ?? `${minutes} min`} ou mais`)],
    ["since", wordFor(filter.since, (moment) => `Desde ${dateLabel(moment, 0)}`)],
    ["until", wordFor(filter.until, (moment) => `Até ${dateLabel(moment, -1)}`)],
  ];
  return said.flatMap(([name, label]) => (label === null ? [] : [{ label, without: without(filter, name) }]));
}

const PEOPLE: Record<string, string> = { me: "Minhas", none: "Sem responsável" };

const wordFor = <T,>(value: T | undefined, say: (value: T) => string): string | null => (value === undefined ? null : say(value));

function without(filter: ConversationFilter, name: keyof ConversationFilter): ConversationFilter {
  if (name === "assignee") return { ...filter, assignee: "" };
  const { [name]: _, ...rest } = filter;
  return rest as ConversationFilter;
}

/** Whether anything but state and words narrows the list. */
export const isNarrowed = (filter: ConversationFilter): boolean => chipsOf(filter, undefined).length > 0;

const DONE: Record<BulkAct["action"], [string, string]> = {
  archive: ["conversa arquivada", "conversas arquivadas"],
  assign: ["conversa atribuída", "conversas atribuídas"],
  tag: ["contato etiquetado", "contatos etiquetados"],
  untag: ["etiqueta retirada", "etiquetas retiradas"],
  mark_read: ["conversa marcada como lida", "conversas marcadas como lidas"],
  mark_unread: ["conversa marcada como não lida", "conversas marcadas como não lidas"],
};

/** “3 conversas arquivadas. 1 não: A conversa foi arquivada …” */
export function bulkSentence(action: BulkAct["action"], done: number, refused: string[]): string {
  const [one, many] = DONE[action];
  const said = `${done} ${done === 1 ? one : many}.`;
  const first = refused[0];
  if (first === undefined) return said;
  const why = lookup(sentences, first);
  return `${said} ${refused.length} não: ${typeof why === "string" ? why : "o servidor recusou."}`;
}
