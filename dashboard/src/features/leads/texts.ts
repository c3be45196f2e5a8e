/** What do the pipeline's screens say? */
import type { Sentences } from "@/api/texts";

export const leadSentences: Sentences = {
  deal_changed: ({ stage, changed_by_name: who }) =>
    `${typeof who === "string" && who !== "" ? who : "Outra pessoa"} mudou este negócio antes${typeof stage === "string" && stage !== "" ? `; ele está em “${stage}”` : ""}. Nada foi sobrescrito.`,
  deal_not_found: "Este negócio não existe mais, ou não é visível para você.",
  pipeline_not_found: "Este funil não existe mais.",
  stage_not_found: "Esta etapa não existe mais.",
  deal_reason_not_found: "Este motivo saiu da lista. Escolha outro.",
  contact_not_found: "Não há contato assim. Confira o telefone, com DDD.",
  conversation_not_found: "Esta conversa não existe mais, ou não é visível para você.",
  owner_not_found: "Esta pessoa não trabalha mais aqui.",
  reason_needed: "Diga por que o negócio foi perdido.",
  person_needed: "Diga com quem é o negócio.",
  stage_has_deals: ({ count }) => `Há ${plural(Number(count), "negócio", "negócios")} nesta etapa. Diga para onde vão.`,
  pipeline_has_deals: ({ count }) => `Há ${plural(Number(count), "negócio", "negócios")} neste funil. Mova-os antes.`,
  last_stage_of_kind: "O funil precisa de ao menos uma etapa em aberto, uma de ganho e uma de perda.",
  wrong_destination: "Os negócios só podem ir para outra etapa do mesmo tipo, no mesmo funil.",
  name_taken: "Já existe um com este nome.",
  too_many_of_these: ({ limit }) => `O limite é ${String(limit)}.`,
  invalid_request: "Confira os campos: algum valor não é aceito.",
};

export const plural = (count: number, one: string, many: string): string => `${count.toLocaleString("pt-BR")} ${count === 1 ? one : many}`;

export const kindNames = { open: "Em aberto", won: "Ganho", lost: "Perdido" } as const;
export const colorNames = { grey: "Cinza", blue: "Azul", green: "Verde", amber: "Âmbar", red: "Vermelho" } as const;
export const actorNames: Record<string, string> = { flow: "o fluxo", automation: "uma automação", system: "o sistema", key: "uma integração" };
