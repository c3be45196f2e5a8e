/** What do the screens of transbordos say? */
import type { HandoffNotice, HandoffView } from "@/api/handoffs";
import type { Sentences } from "@/api/texts";
import { lookup } from "@/lib/lookup";
import type { Tone } from "@/ui/state-badge";

export const viewNames: Record<HandoffView, string> = { open: "Abertos", taken: "Assumidos", ended: "Encerrados" };

export const stateNames: Record<string, { label: string; tone: Tone }> = {
  open: { label: "Aberto", tone: "amber" },
  taken: { label: "Assumido", tone: "blue" },
  resolved: { label: "Resolvido", tone: "green" },
  expired: { label: "Expirado", tone: "grey" },
};

export const priorityNames = { low: "Baixa", normal: "Normal", high: "Alta" } as const;
export const classNames = { high: "Lead quente", medium: "Lead morno", low: "Lead frio", unrated: "Sem classificação" } as const;

const NOTICE_REASONS: Record<string, string> = {
  smtp_not_configured: "o envio de e-mails não está configurado nesta instalação",
  smtp_unreachable: "o servidor de e-mail não respondeu",
  smtp_auth_failed: "o servidor de e-mail recusou a senha",
  smtp_refused: "o servidor de e-mail recusou a mensagem",
  recipient_refused: "o endereço foi recusado",
  already_taken: "alguém assumiu antes",
  no_channel: "nenhum número foi escolhido para avisar",
  window_closed_no_template: "a janela de 24 horas está fechada e não há modelo escolhido",
  window_closed: "a janela de 24 horas está fechada",
  opted_out: "a pessoa pediu para não receber mensagens",
  channel_unavailable: "o número está desconectado",
  "132000": "o modelo recebeu um número errado de variáveis",
  "132001": "o modelo não existe neste idioma ou não foi aprovado",
  "131026": "o número pode não ter WhatsApp",
};

const MEDIA: Record<string, string> = { email: "E-mail", whatsapp: "WhatsApp" };
const NOTICE_STATES: Record<string, string> = { pending: "a caminho", sent: "avisado", failed: "não avisado", skipped: "não enviado" };

export function noticeSentence(notice: HandoffNotice): string {
  const what = `${lookup(MEDIA, notice.medium) ?? notice.medium} para ${notice.recipient}: ${lookup(NOTICE_STATES, notice.state) ?? notice.state}`;
  const code = notice.reason.split(" ")[0] ?? "";
  return code ? `${what} (${lookup(NOTICE_REASONS, code) ?? notice.reason})` : what;
}

export const sentences: Sentences = {
  taken_by_other: (data) => `${typeof data.name === "string" ? data.name : "Outra pessoa"} assumiu esta conversa antes.`,
  handoff_over: "Este transbordo já foi encerrado.",
  handoff_not_found: "Este transbordo não existe, ou é de um colega.",
  no_such_channel: "Este número não é desta organização.",
  invalid_request: "Confira os endereços, os números e os prazos.",
  validation_failed: "Confira os endereços, os números e os prazos.",
};
