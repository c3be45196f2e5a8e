/** Which operations does the API offer to the screens? */
import { get, post, put, remove } from "./client";
import type { Answerer, ConversationState, Message, MessagePage, Page, UploadedMedia } from "./contract";
import { call } from "./http";
import type { TemplateUse } from "./templates";

export interface ConversationFilter {
  state: ConversationState;
  q: string;
  /** "me", "none", an id, or empty for all. */
  assignee: string;
  answerer?: Answerer;
  team_id?: string;
  tag?: string;
  channel_id?: string;
  unread?: boolean;
  /** Waiting for a person for at least so long. */
  waiting_minutes?: number;
  /** The last message's moment, ISO 8601. */
  since?: string;
  until?: string;
}

const LETTERS = "/api/v1/dead-letters";
const CONVERSATION = "/api/v1/conversations/{ref}";

export const api = {
  signIn: (json: { email: string; password: string; totp?: string }) => post("/api/v1/session", { json, anonymous: true }),
  readInvitation: (token: string) => post("/api/v1/invitations/read", { json: { token }, anonymous: true }),
  acceptInvitation: (json: { token: string; name: string; password: string; totp?: string }) => post("/api/v1/invitations/accept", { json, anonymous: true }),
  signOut: () => remove("/api/v1/session", {}),
  switchOrganization: (id: string) => post("/api/v1/session/organization", { json: { organization_id: id } }),

  overview: (signal?: AbortSignal) => get("/api/v1/overview", { signal }),
  system: (signal?: AbortSignal) => get("/api/v1/system", { signal }),
  connect: (id: string) => post("/api/v1/channels/{channel_id}/connect", { path: { channel_id: id } }),
  disconnect: (id: string) => post("/api/v1/channels/{channel_id}/disconnect", { path: { channel_id: id } }),

  conversations: (filter: Partial<ConversationFilter>, cursor: string | null, limit: number, signal?: AbortSignal) =>
    get("/api/v1/conversations", { query: { ...filter, ...(cursor === null ? {} : { cursor }), limit }, signal }),
  conversation: (ref: string, signal?: AbortSignal) => get(CONVERSATION, { path: { ref }, signal }),
  flowSession: async (ref: string, signal?: AbortSignal) => (await get(`${CONVERSATION}/session`, { path: { ref }, signal })).session,
  messages: async (ref: string, before: string | null, limit: number, signal?: AbortSignal) =>
    (await get(`${CONVERSATION}/messages`, { path: { ref }, query: { before, limit }, signal })) as unknown as Page<Message>,
  /** From the middle of a thread: `around` a message at first, then `before` or `after` what is known. */
  messagesNear: async (ref: string, place: { around?: string; before?: string; after?: string }, limit: number, signal?: AbortSignal) =>
    (await get(`${CONVERSATION}/messages`, { path: { ref }, query: { ...place, limit }, signal })) as unknown as MessagePage,
  message: async (ref: string, id: string, signal?: AbortSignal) =>
    (await get(`${CONVERSATION}/messages/{message_id}`, { path: { ref, message_id: id }, signal })) as Message,
  send: (ref: string, key: string, json: { text: string; media_id?: string; reply_to?: string; template?: TemplateUse & { components: [] } }) =>
    post(`${CONVERSATION}/send`, { path: { ref }, json, headers: { "Idempotency-Key": key } }),
  addNote: async (ref: string, text: string, mentionIds: string[] = []) =>
    (await post(`${CONVERSATION}/notes`, { path: { ref }, json: { text, mention_ids: mentionIds } })) as Message,
  react: (ref: string, id: string, emoji: string) => put(`${CONVERSATION}/messages/{message_id}/reaction`, { path: { ref, message_id: id }, json: { emoji } }),
  take: (ref: string) => post(`${CONVERSATION}/take`, { path: { ref } }),
  handBack: (ref: string) => post(`${CONVERSATION}/hand-back`, { path: { ref } }),
  archive: (ref: string) => post(`${CONVERSATION}/close`, { path: { ref } }),
  wait: (ref: string) => post(`${CONVERSATION}/wait`, { path: { ref } }),
  markRead: (ref: string) => post(`${CONVERSATION}/read`, { path: { ref } }),
  upload: (file: File) =>
    call<UploadedMedia>("/api/v1/media", {
      method: "POST",
      body: file,
      headers: { "Content-Type": file.type || "application/octet-stream", "X-Filename": encodeURIComponent(file.name) },
    }),

  deadLetters: (cursor: string | null, signal?: AbortSignal) => get(LETTERS, { query: cursor === null ? {} : { cursor }, signal }),
  retryDeadLetter: (id: string) => post(`${LETTERS}/{letter_id}/retry`, { path: { letter_id: id } }),
  dismissDeadLetter: (id: string) => post(`${LETTERS}/{letter_id}/dismiss`, { path: { letter_id: id } }),
};
