/** May one write here now, and if not, why? */
import type { Conversation } from "@/api/contract";

export type ComposerState =
  | { kind: "open"; closesAt: string | null; hint: "takes" | null }
  | { kind: "closed"; reason: "archived" | "opted_out" | "window" | "read_only" }
  | { kind: "closed"; reason: "taken"; by: string };

/** The first obstacle counts; notes for colleagues are possible past all but `read_only`. */
export function composerState(conversation: Conversation, me: string | null, mayWrite: boolean, now: number): ComposerState {
  if (!mayWrite) return { kind: "closed", reason: "read_only" };
  if (conversation.state === "archived") return { kind: "closed", reason: "archived" };
  if (conversation.contact.opted_out) return { kind: "closed", reason: "opted_out" };
  if (conversation.answerer === "person" && conversation.assignee && conversation.assignee.id !== me) {
    return { kind: "closed", reason: "taken", by: conversation.assignee.name };
  }
  if (windowIsClosed(conversation.window, now)) return { kind: "closed", reason: "window" };
  return {
    kind: "open",
    closesAt: conversation.window?.closes_at ?? null,
    hint: conversation.answerer === "person" && conversation.assignee?.id === me ? null : "takes",
  };
}

function windowIsClosed(window: Conversation["window"], now: number): boolean {
  if (!window) return false;
  return !window.open || (window.closes_at !== null && Date.parse(window.closes_at) <= now);
}

/** Characters of a text message that the Cloud API takes. */
export const TEXT_LIMIT = 4096;

const MEGABYTE = 1_000_000;

/** Why a file cannot be sent; null if it can. Sizes are the Cloud API's. */
export function fileObstacle(file: { type: string; size: number }): string | null {
  const kind = file.type.split("/")[0] ?? "";
  const limit = { image: 5, video: 16, audio: 16 }[kind] ?? 100;
  if (file.size === 0) return "O arquivo está vazio.";
  if (file.size > limit * MEGABYTE) return `O limite do WhatsApp para este tipo é ${limit} MB.`;
  return null;
}

/** Whether the Cloud API carries a text below this file; a voice message has none. */
export const takesCaption = (mimeType: string): boolean => !mimeType.startsWith("audio/");
