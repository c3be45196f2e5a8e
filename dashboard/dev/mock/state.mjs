// What the pretend platform remembers. A development aid: nothing of it is shipped.
import { randomUUID } from "node:crypto";

export const org = { id: randomUUID(), name: "Clínica Patas & Cia", slug: "patas", time_zone: "America/Sao_Paulo" };
export const otherOrg = { id: randomUUID(), name: "Auto Rio Veículos", slug: "auto-rio", time_zone: "America/Manaus" };
export const me = { id: randomUUID(), name: "Beatriz Nogueira", email: "beatriz@patas.example" };
export const colleague = { id: randomUUID(), name: "Rafael Teixeira" };

export const state = {
  conversations: new Map(),
  messages: new Map(),
  media: new Map(),
  channels: [],
  deadLetters: [],
  keys: new Map(),
  facts: [],
  listeners: new Set(),
  broken: new Set(),
  slow: 0,
  signedIn: false,
  empty: false,
};

let clock = Date.now();
export const uuid = () => {
  clock = Math.max(clock + 1, Date.now());
  const hex = clock.toString(16).padStart(12, "0") + randomUUID().replaceAll("-", "").slice(12);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

export const ago = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();

export function publish(name, data) {
  const fact = { id: String(state.facts.length + 1), name, data };
  state.facts.push(fact);
  for (const listener of state.listeners) listener(fact);
}

export function addMessage(conversation, fields) {
  const message = {
    id: uuid(), conversation_id: conversation.id, direction: "in", type: "text", subtype: "", text: "", content: null, provider_id: null,
    author: "contact", author_name: "", status: "received", failure: null, possible_duplicate: false, reply_to: null,
    reactions: [], edited: false, revoked: false, media: [], buttons: [], sections: [],
    created_at: new Date().toISOString(), sent_at: null, ...fields,
  };
  if (message.direction === "out" && message.status === "received") message.status = "queued";
  const thread = state.messages.get(conversation.id) ?? [];
  thread.push(message);
  state.messages.set(conversation.id, thread);
  if (message.direction === "in" || message.direction === "out") {
    conversation.last_message = { preview: message.text || labels[message.type] || "Mensagem", direction: message.direction, at: message.created_at };
  }
  return message;
}

const labels = { image: "Foto", audio: "Áudio", document: "Documento", video: "Vídeo", sticker: "Figurinha", location: "Localização", contacts: "Contato" };

/** A person of the office answers: the message walks through its receipts as a real one does. */
export function walkReceipts(conversation, message, steps = ["accepted", "sent", "delivered", "read"]) {
  steps.forEach((status, index) => {
    setTimeout(() => {
      message.status = status;
      message.sent_at = new Date().toISOString();
      publish("conversations.message_status_changed", { conversation_id: conversation.id, message_ids: [message.id] });
    }, 250 + index * 700);
  });
}
