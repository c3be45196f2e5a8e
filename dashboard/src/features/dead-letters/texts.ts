/** What does the dead-letter queue say? */
import { lookup } from "@/lib/lookup";

const KINDS: Record<string, string> = {
  inbox: "Mensagem recebida",
  inbound: "Mensagem recebida",
  outbox: "Envio",
  job: "Tarefa",
  delivery: "Aviso da Meta",
  raw_delivery: "Aviso da Meta",
  message: "Mensagem recebida",
  status: "Recibo de envio",
  send: "Envio",
  flow_timer: "Espera de um fluxo",
  flow_answer: "Resposta que um fluxo esperava",
  flow_bubble: "Mensagens em sequência",
  flow_start: "Começo de um fluxo",
};

export const kindName = (kind: string): string => lookup(KINDS, kind) ?? lookup(KINDS, kind.split(/[:.]/)[0]) ?? kind;

const UNREADABLE: Record<string, string> = {
  syntax: "não é JSON válido",
  encoding: "não é texto em UTF-8",
  depth: "tem níveis demais",
  nodes: "é grande demais",
  number: "tem um número que não se pode guardar",
  duplicate_key: "diz a mesma coisa duas vezes",
};

/** What was given up, in its own words where it has any. */
export const summarySentence = (summary: string): string => (summary === "webhook" ? "Entrega que não pôde ser lida" : summary);

/** Why, in Portuguese where the cause is one of ours; the words of a programme or a provider stay as they are. */
export function causeSentence(cause: string): string {
  const refused = /^json refused: (\w+)$/.exec(cause)?.[1];
  return refused === undefined ? cause : `O conteúdo ${lookup(UNREADABLE, refused) ?? "não pôde ser entendido"} (${cause}).`;
}

export const attemptsText = (attempts: number): string => (attempts === 1 ? "tentativa" : "tentativas");
