/** What does the screen of templates say? */
import { refusalSentence } from "@/api/template-texts";
import type { Template } from "@/api/templates";
import type { Sentences } from "@/api/texts";
import { lookup } from "@/lib/lookup";
import type { Tone } from "@/ui/state-badge";

const UNREACHED: Record<string, string> = {
  network: "O WhatsApp não respondeu. Tente de novo em instantes.",
  provider: "O WhatsApp está com problemas agora. Tente de novo em instantes.",
  token_invalid: "O acesso ao WhatsApp expirou: renove o token do canal.",
  token_missing: "Falta o token de acesso do canal.",
  permission_missing: "O token não tem permissão para gerenciar modelos (whatsapp_business_management).",
  waba_id: "Falta o ID da conta do WhatsApp Business (WABA) nos ajustes do canal.",
  account_restricted: "A conta do WhatsApp está restrita.",
};
export const syncProblem = (code: string): string => lookup(UNREACHED, code) ?? `A lista não pôde ser lida (código ${code.slice(0, 40)}).`;

export const sentences: Sentences = {
  template_refused: refusalSentence,
  template_exists: "Já existe um modelo com este nome e idioma, com outro conteúdo. Escolha outro nome.",
  template_not_found: "Este modelo não existe mais.",
  templates_unsupported: "Este tipo de conexão não tem modelos.",
  provider_unavailable: (data) => syncProblem(typeof data.why === "string" ? data.why : ""),
  too_large: "O arquivo de exemplo passa de 16 MB.",
};

const STATES: Record<string, { label: string; tone: Tone; text: string }> = {
  APPROVED: { label: "Aprovado", tone: "green", text: "Pode ser enviado." },
  PENDING: { label: "Em análise", tone: "amber", text: "A Meta ainda está analisando. Costuma levar minutos; às vezes, até um dia." },
  IN_APPEAL: { label: "Em recurso", tone: "amber", text: "A Meta está reavaliando a recusa." },
  REJECTED: { label: "Recusado", tone: "red", text: "Não pode ser enviado. Corrija e envie de novo com outro nome." },
  PAUSED: { label: "Pausado", tone: "amber", text: "Clientes bloquearam ou denunciaram este modelo. A Meta o libera sozinha: 3 horas na primeira vez, 6 na segunda." },
  DISABLED: { label: "Desativado", tone: "red", text: "Pausado vezes demais por baixa qualidade; não volta. Crie outro." },
  FLAGGED: { label: "Em alerta", tone: "amber", text: "A qualidade caiu. Se continuar assim, a Meta pausa o modelo." },
  LIMIT_EXCEEDED: { label: "Limite atingido", tone: "red", text: "A conta chegou ao limite de modelos." },
  ARCHIVED: { label: "Arquivado", tone: "grey", text: "Sem uso há muito tempo; a Meta o exclui depois de 28 dias." },
  LOCKED: { label: "Bloqueado", tone: "red", text: "A Meta bloqueou mudanças neste modelo." },
  PENDING_DELETION: { label: "Sendo excluído", tone: "grey", text: "A Meta está excluindo este modelo." },
  DELETED: { label: "Excluído", tone: "grey", text: "Não existe mais na Meta. O nome fica bloqueado por 30 dias." },
};
export const stateOf = (status: string): { label: string; tone: Tone; text: string } =>
  lookup(STATES, status) ?? { label: status.slice(0, 30) || "Desconhecido", tone: "grey", text: "Estado informado pela Meta." };

const REASONS: Record<string, string> = {
  ABUSIVE_CONTENT: "A Meta considerou o conteúdo abusivo: tire ameaças, ofensas ou pedidos de dados sensíveis.",
  INCORRECT_CATEGORY: "A categoria não combina com o texto: promoções são Marketing; avisos de algo que o cliente pediu são Utilidade.",
  INVALID_FORMAT: "O formato não passou: confira variáveis, exemplos, links e caracteres especiais.",
  PROMOTIONAL: "O texto é promocional e foi enviado como Utilidade. Mude a categoria para Marketing ou tire a oferta.",
  SCAM: "A Meta viu risco de golpe: tire links encurtados, pedidos de senha ou de pagamento fora do comum.",
  TAG_CONTENT_MISMATCH: "O idioma ou a categoria não combina com o texto.",
  CATEGORY_NOT_AVAILABLE: "A categoria não está disponível para esta conta.",
};

/** Why was it refused, in words; nothing where it was not. */
export function reasonOf(template: Template): string {
  if (template.rejected_reason === "") return "";
  return lookup(REASONS, template.rejected_reason) ?? `Motivo informado pela Meta: ${template.rejected_reason.toLowerCase().replaceAll("_", " ").slice(0, 120)}.`;
}

const QUALITIES: Record<string, { label: string; tone: Tone }> = {
  GREEN: { label: "Qualidade alta", tone: "green" },
  YELLOW: { label: "Qualidade média", tone: "amber" },
  RED: { label: "Qualidade baixa", tone: "red" },
};
export const qualityOf = (word: string) => lookup(QUALITIES, word) ?? null;

export const CATEGORIES: readonly (readonly [string, string, string])[] = [
  ["UTILITY", "Utilidade", "Sobre algo que o cliente já pediu: lembrete, confirmação, status de pedido."],
  ["MARKETING", "Marketing", "Oferta, novidade, convite para voltar. Custa mais e tem limite por pessoa."],
];
export const HEADERS: readonly (readonly [string, string])[] = [
  ["", "Sem cabeçalho"],
  ["TEXT", "Texto"],
  ["IMAGE", "Imagem"],
  ["VIDEO", "Vídeo"],
  ["DOCUMENT", "Documento"],
  ["LOCATION", "Localização"],
];
export const BUTTON_KINDS: readonly (readonly [string, string])[] = [
  ["quick_reply", "Resposta rápida"],
  ["url", "Abrir link"],
  ["phone_number", "Ligar"],
  ["copy_code", "Copiar código"],
];
