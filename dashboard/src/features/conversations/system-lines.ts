/** What does a system line of the thread say? */
import type { Message } from "@/api/contract";
import { lookup } from "@/lib/lookup";
import { reasonSentence } from "@/lib/reasons";

const LINES: Record<string, (who: string, text: string) => string> = {
  taken: (who) => `Assumida por ${who}`,
  handed_back: (who) => `Devolvida ao robô por ${who}`,
  archived: (who) => `Arquivada por ${who}`,
  closed: (who) => `Arquivada por ${who}`,
  waiting: (who) => `Marcada como aguardando por ${who}`,
  activated: (who) => `Marcada como ativa por ${who}`,
  opened: () => "Conversa iniciada",
  reopened: (who) => `Reaberta por ${who}`,
  handoff_opened: (_, text) => (text ? `Transbordo: ${text}` : "Uma pessoa foi chamada"),
  handoff_taken: (who) => `Transbordo assumido por ${who}`,
  handoff_resolved: (who) => `Transbordo resolvido por ${who}`,
  handoff_expired: () => "O transbordo expirou sem resposta",
  opted_out: () => "O contato pediu para não receber mensagens",
  opted_in: () => "O contato voltou a aceitar mensagens",
  session_expired: () => "A sessão do robô expirou",
  flow_ended: () => "O fluxo terminou",
  user_changed_number: (_, text) => (text ? `O contato mudou de número: ${text}` : "O contato mudou de número"),
  customer_identity_changed: () => "O código de segurança do contato mudou",
  number_changed: (_, text) => (text ? `O contato mudou de número: ${text}` : "O contato mudou de número"),
  identity_changed: () => "O código de segurança do contato mudou",
};

export function systemLine(message: Message): string {
  const line = lookup(LINES, message.subtype);
  if (message.subtype === "assigned") return assignedLine(message);
  const text = message.text || reasonSentence(told(message, "reason") ?? "");
  return line ? line(who(message), text) : text || "Atualização da conversa";
}

function who(message: Message): string {
  const name = message.author_name || told(message, "actor");
  if (name) return name;
  return lookup({ flow: "o robô", agent: "o agente", contact: "o cliente", phone: "alguém no celular" }, message.author) ?? "o sistema";
}

function told(message: Message, name: string): string | null {
  const value = message.content?.[name];
  return typeof value === "string" && value !== "" ? value : null;
}

const RULES: Record<string, string> = { round_robin: "era a vez", least_loaded: "tinha menos conversas" };

function assignedLine(message: Message): string {
  const to = told(message, "to");
  const team = told(message, "team");
  const rule = lookup(RULES, told(message, "reason"));
  if (to && rule !== undefined) return `Passada para ${to} pela regra da equipe: ${rule}`;
  const by = told(message, "reason") === "called" ? "o robô" : who(message);
  if (to) return `Passada para ${to}${team ? `, da equipe ${team},` : ""} por ${by}`;
  return team ? `Passada para a equipe ${team} por ${by}` : `Devolvida à fila por ${by}`;
}
