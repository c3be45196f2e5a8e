/** Why does a conversation stand where it stands? The codes that rules give, in the words of someone at a counter. */
import { lookup } from "./lookup";

const REASONS: Record<string, string> = {
  opened: "O cliente escreveu",
  contact_wrote: "O cliente escreveu",
  asked_for_person: "Pediu para falar com uma pessoa",
  question_given_up: "O robô não entendeu a resposta",
  flow_failed: "O robô parou por um erro",
  no_bot: "Nenhum robô atende este número",
  stale: "A mensagem chegou atrasada; uma pessoa precisa ver",
  opted_out_wrote: "Tinha pedido para sair e voltou a escrever",
  flow_ended: "O fluxo terminou",
  taken: "Alguém assumiu",
  by_hand: "Passada pela equipe",
  transfer: "Passada a um colega",
  released: "Devolvida à fila",
  called: "O robô chamou uma equipe",
  round_robin: "Passada pela regra da equipe",
  least_loaded: "Passada pela regra da equipe",
  handed_back: "Devolvida ao robô",
  closed: "Arquivada pela equipe",
  put_to_wait: "Posta em espera pela equipe",
  handoff: "O robô chamou uma pessoa",
  person: "Decisão da equipe",
  by_person: "Decisão da equipe",
  bot_returned: "O robô voltou depois do silêncio da equipe",
  answered_by_phone: "Respondida pelo celular",
  handoff_resolved: "Transbordo resolvido",
  repaired: "Estado corrigido pela equipe",
  written_to: "A equipe escreveu primeiro",
  legacy: "Estado antigo, para revisar",
};

/** The sentence for a code; what a flow's author wrote as a reason stays as it is. */
export function reasonSentence(reason: string): string {
  return lookup(REASONS, reason) ?? reason;
}
