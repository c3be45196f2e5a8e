/** Which operations does the API offer to the screens? */
import type {
  Channel,
  Conversation,
  ConversationPage,
  ConversationState,
  DeadLetter,
  Message,
  Overview,
  Page,
  SignedIn,
  System,
  UploadedMedia,
} from "./contract";
import { call } from "./http";

export interface ConversationFilter {
  state: ConversationState;
  q: string;
  assignee: string;
}

const at = (ref: string): string => `/conversations/${encodeURIComponent(ref)}`;

export const api = {
  signIn: (credentials: { email: string; password: string; totp?: string }) =>
    call<SignedIn>("/session", { method: "POST", json: credentials, anonymous: true }),
  signOut: () => call<undefined>("/session", { method: "DELETE" }),
  switchOrganization: (id: string) => call<SignedIn>("/session/organization", { method: "POST", json: { organization_id: id } }),

  overview: (signal?: AbortSignal) => call<Overview>("/overview", { signal }),
  system: (signal?: AbortSignal) => call<System>("/system", { signal }),
  connect: (id: string) => call<Channel>(`/channels/${id}/connect`, { method: "POST", json: {} }),
  disconnect: (id: string) => call<Channel>(`/channels/${id}/disconnect`, { method: "POST", json: {} }),

  conversations: (filter: Partial<ConversationFilter>, cursor: string | null, limit: number, signal?: AbortSignal) =>
    call<ConversationPage>("/conversations", { query: { ...filter, cursor, limit }, signal }),
  conversation: (ref: string, signal?: AbortSignal) => call<Conversation>(at(ref), { signal }),
  messages: (ref: string, before: string | null, limit: number, signal?: AbortSignal) =>
    call<Page<Message>>(`${at(ref)}/messages`, { query: { before, limit }, signal }),
  message: (ref: string, id: string, signal?: AbortSignal) => call<Message>(`${at(ref)}/messages/${id}`, { signal }),
  send: (ref: string, key: string, message: { text: string; media_id?: string; reply_to?: string }) =>
    call<{ message_id: string }>(`${at(ref)}/send`, { method: "POST", json: message, headers: { "Idempotency-Key": key } }),
  addNote: (ref: string, text: string) => call<Message>(`${at(ref)}/notes`, { method: "POST", json: { text } }),
  take: (ref: string) => call<Conversation>(`${at(ref)}/take`, { method: "POST", json: {} }),
  handBack: (ref: string) => call<Conversation>(`${at(ref)}/hand-back`, { method: "POST", json: {} }),
  archive: (ref: string) => call<Conversation>(`${at(ref)}/close`, { method: "POST", json: {} }),
  wait: (ref: string) => call<Conversation>(`${at(ref)}/wait`, { method: "POST", json: {} }),
  markRead: (ref: string) => call<undefined>(`${at(ref)}/read`, { method: "POST", json: {} }),
  upload: (file: File) =>
    call<UploadedMedia>("/media", {
      method: "POST",
      body: file,
      headers: { "Content-Type": file.type || "application/octet-stream", "X-Filename": encodeURIComponent(file.name) },
    }),

  deadLetters: (cursor: string | null, signal?: AbortSignal) => call<Page<DeadLetter>>("/dead-letters", { query: { cursor }, signal }),
  retryDeadLetter: (id: string) => call<undefined>(`/dead-letters/${id}/retry`, { method: "POST", json: {} }),
  dismissDeadLetter: (id: string) => call<undefined>(`/dead-letters/${id}/dismiss`, { method: "POST", json: {} }),
};
