/** What does the dead-letter queue say? */

const KINDS: Record<string, string> = {
  inbox: "Mensagem recebida",
  inbound: "Mensagem recebida",
  outbox: "Envio",
  job: "Tarefa",
  delivery: "Aviso da Meta",
  raw_delivery: "Aviso da Meta",
};

export const kindName = (kind: string): string => KINDS[kind] ?? KINDS[kind.split(/[:.]/)[0] ?? ""] ?? kind;
