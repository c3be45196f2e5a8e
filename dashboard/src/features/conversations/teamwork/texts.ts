/** What is said of work in common? */
import type { DeskTeam } from "@/api/teamwork";

export const ruleSentences: Record<DeskTeam["assignment"], string> = {
  off: "espera na fila",
  round_robin: "um de cada vez",
  least_loaded: "quem tem menos",
};

export const fold = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** What a variable stands for, in words. */
export const variableNames: Record<string, string> = {
  "contact.first_name": "Primeiro nome do contato",
  "contact.name": "Nome do contato",
  "contact.phone": "Telefone do contato",
  "operator.first_name": "Seu primeiro nome",
  "operator.name": "Seu nome",
  "organization.name": "Nome da empresa",
  greeting: "Bom dia, boa tarde ou boa noite",
};
