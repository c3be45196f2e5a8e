/** Which figure is drawn, how does it read, and is more of it better? */
import type { ReportFigures } from "@/api/reports";
import { type Change, changeOfCount, changeOfShare, formatCount, formatShare } from "@/lib/numbers";
import { duration } from "@/lib/time";

export type Clock = "clock" | "open";

export interface Measure {
  key: string;
  label: string;
  hint: string;
  /** The value of a part; null where nobody can say. */
  of: (figures: ReportFigures, clock: Clock) => number | null;
  read: (value: number | null) => string;
  change: (now: number | null, before: number | null) => Change | null;
  better: "more" | "less" | "neither";
}

const count = (value: number | null) => (value === null ? "–" : formatCount(value));
const seconds = (value: number | null) => (value === null ? "–" : value < 60 ? `${Math.round(value)} s` : duration(value * 1_000));
const changeOf = (now: number | null, before: number | null) => (now === null || before === null ? null : changeOfCount(now, before));

export const measures: Measure[] = [
  { key: "first_response", label: "Primeira resposta", hint: "mediana, de quando precisou de uma pessoa até ela responder", of: (one, clock) => (clock === "open" ? one.first_response.open_median_s : one.first_response.median_s), read: seconds, change: changeOf, better: "less" },
  { key: "first_response_p90", label: "Primeira resposta, p90", hint: "nove em cada dez esperaram menos que isto", of: (one, clock) => (clock === "open" ? one.first_response.open_p90_s : one.first_response.p90_s), read: seconds, change: changeOf, better: "less" },
  { key: "resolution", label: "Resolução", hint: "mediana, da abertura ao arquivamento", of: (one, clock) => (clock === "open" ? one.resolution.open_median_s : one.resolution.median_s), read: seconds, change: changeOf, better: "less" },
  { key: "containment", label: "Contenção", hint: "encerradas sem precisar de uma pessoa", of: (one) => one.containment, read: formatShare, change: changeOfShare, better: "more" },
  { key: "messages_in", label: "Mensagens recebidas", hint: "sem notas e linhas do sistema", of: (one) => one.messages_in, read: count, change: changeOf, better: "neither" },
  { key: "messages_out", label: "Mensagens enviadas", hint: "por pessoas e por bots", of: (one) => one.messages_out, read: count, change: changeOf, better: "neither" },
  { key: "closed", label: "Conversas encerradas", hint: "arquivadas no período", of: (one) => one.closed, read: count, change: changeOf, better: "more" },
  { key: "backlog", label: "Em aberto no fim", hint: "abertas e ainda não arquivadas", of: (one) => one.backlog, read: count, change: changeOf, better: "less" },
];
