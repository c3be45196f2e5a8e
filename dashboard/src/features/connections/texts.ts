/** What does the page of connections say? */
import { reasonWords } from "@/api/connections";
import type { Sentences } from "@/api/texts";
import { lookup } from "@/lib/lookup";
import type { Tone } from "@/ui/state-badge";

export const states = {
  connected: { label: "Conectado", tone: "green" },
  connecting: { label: "Conectando", tone: "blue" },
  attention: { label: "Precisa de atenção", tone: "amber" },
  disconnected: { label: "Desconectado", tone: "red" },
} satisfies Record<string, { label: string; tone: Tone }>;

export const adapters: Record<string, string> = {
  whatsapp_cloud: "API oficial da Meta",
  evolution: "Evolution API",
  whatsapp_web: "WhatsApp Web",
  email: "E-mail",
};

export const sentences: Sentences = {
  phone_needed: "Digite o número do aparelho, com DDD.",
  connection_refused: (data) => (typeof data.reason === "string" && lookup(reasonWords, data.reason)) || "O provedor recusou a conexão agora.",
};
