/** What does the API say of work in common: who is there, whose a conversation is, who was called by name, what is often said? */
import { get, post, put, remove } from "./client";
import type { components } from "./generated";

type Schemas = components["schemas"];
export type DeskPerson = Schemas["ColleagueOutput"];
export type DeskTeam = Schemas["TeamDuty"];
export type Mention = Schemas["MentionOutput"];
export type QuickReply = Schemas["QuickReplyOutput"];
export type Doing = Schemas["GlanceInput"]["doing"];

const CONVERSATION = "/api/v1/conversations/{ref}";
const REPLIES = "/api/v1/quick-replies";

export interface Gift {
  member_id: string | null;
  team_id: string | null;
  seen_assignee_id: string | null;
  note: string;
}

export const teamworkApi = {
  desk: (signal?: AbortSignal) => get("/api/v1/desk", { signal }),
  setAvailable: (available: boolean) => put("/api/v1/desk/me", { json: { available } }),
  give: (ref: string, json: Gift) => post(`${CONVERSATION}/assign`, { path: { ref }, json }),
  assignments: async (ref: string, signal?: AbortSignal) => (await get(`${CONVERSATION}/assignments`, { path: { ref }, signal })).items,
  seeAssignments: (ref: string) => post(`${CONVERSATION}/assignments/seen`, { path: { ref } }),
  presence: async (ref: string, signal?: AbortSignal) => (await get(`${CONVERSATION}/presence`, { path: { ref }, signal })).items,
  tellPresence: (ref: string, doing: Doing) => post(`${CONVERSATION}/presence`, { path: { ref }, json: { doing } }),
  mentions: (signal?: AbortSignal) => get("/api/v1/mentions", { query: { limit: 30 }, signal }),
  markMentionsRead: (conversationId: string | null) => post("/api/v1/mentions/read", { json: { conversation_id: conversationId } }),
  quickReplies: (signal?: AbortSignal) => get(REPLIES, { signal }),
  createQuickReply: (json: { shortcut: string; title: string; text: string; shared: boolean }) => post(REPLIES, { json }),
  changeQuickReply: (id: string, json: { shortcut: string; title: string; text: string }) => put(`${REPLIES}/{reply_id}`, { path: { reply_id: id }, json }),
  removeQuickReply: (id: string) => remove(`${REPLIES}/{reply_id}`, { path: { reply_id: id } }),
  useQuickReply: (ref: string, id: string) => post(`${CONVERSATION}/quick-replies/{reply_id}`, { path: { ref, reply_id: id } }),
};
