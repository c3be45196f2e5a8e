/** What does the queue to Viviane say? */
import type { Delegation, DelegationState } from "@/api/handoffs";
import { lookup } from "@/lib/lookup";
import type { Tone } from "@/ui/state-badge";

export const stateNames: Record<DelegationState, { label: string; tone: Tone }> = {
  pending: { label: "Pendente", tone: "amber" },
  sent: { label: "Enviada", tone: "green" },
  failed: { label: "Com falha", tone: "red" },
};

const FAILURES: Record<string, string> = {
  window_closed: "A janela de 24 horas está fechada: tente de novo quando o cliente escrever, ou use um modelo.",
  opted_out: "Este contato pediu para não receber mensagens.",
  channel_unavailable: "O número está desconectado. Reconecte-o e tente de novo.",
  no_address: "Não se sabe por qual número falar com este contato.",
  text_too_long: "O texto passa do limite do WhatsApp.",
  message_refused: "O WhatsApp não aceita esta mensagem.",
  "131026": "Não foi possível entregar: o número pode não ter WhatsApp.",
  "131047": "A janela de 24 horas fechou antes do envio.",
  "131049": "O WhatsApp segurou esta mensagem para não cansar o cliente.",
  "132000": "O modelo recebeu um número errado de variáveis.",
  "132001": "O modelo não existe neste idioma ou não foi aprovado.",
};

export function failureOf(task: Delegation): string {
  return lookup(FAILURES, task.failure_code) ?? (task.failure_detail || "O WhatsApp não aceitou esta mensagem.");
}
