/** What does the overview say? */
import { reasonWords } from "@/api/connections";
import type { FigureName } from "@/api/contract";
import type { Sentences } from "@/api/texts";
import type { Tone } from "@/ui/state-badge";

export const figureNames: Record<FigureName, string> = {
  active: "Ativas",
  waiting: "Aguardando",
  archived: "Arquivadas",
  total: "Total",
  messages_today: "Mensagens hoje",
  closing_rate: "Taxa de fechamento",
};

export const channelStates = {
  connected: { label: "Conectado", tone: "green" },
  connecting: { label: "Conectando", tone: "blue" },
  attention: { label: "Precisa de atenção", tone: "amber" },
  disconnected: { label: "Desconectado", tone: "red" },
} satisfies Record<string, { label: string; tone: Tone }>;

export const channelReasons: Record<string, string> = {
  ...reasonWords,
  token_expired: "O acesso da Meta expirou",
  token_expiring: "O acesso da Meta está para expirar",
  timed_out: "A Meta não respondeu",
  unreachable: "A Meta não respondeu",
};

export const adapterNames: Record<string, string> = {
  whatsapp_cloud: "API oficial da Meta",
  evolution: "Evolution API",
  whatsapp_web: "WhatsApp Web",
  email: "E-mail",
};

export const sentences: Sentences = {
  taken_by_other: (data) => `${typeof data.name === "string" ? data.name : "Outra pessoa"} assumiu esta conversa antes.`,
};
