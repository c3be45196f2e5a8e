/** What does the dead-letter queue say? */
import { lookup } from "@/lib/lookup";

const KINDS: Record<string, string> = {
  inbox: "Mensagem recebida",
  inbound: "Mensagem recebida",
  outbox: "Envio",
  job: "Tarefa",
  delivery: "Aviso da Meta",
  raw_delivery: "Aviso da Meta",
};

export const kindName = (kind: string): string => lookup(KINDS, kind) ?? lookup(KINDS, kind.split(/[:.]/)[0]) ?? kind;
