/** What can be done to one message of the thread, and which one is meant by the keys? */
import { createContext, useContext } from "react";

import type { Conversation, Message } from "@/api/contract";

export interface ThreadActs {
  reply: (message: Message) => void;
  jump: (messageId: string) => void;
  /** Null where no emoji may be sent now. */
  react: ((message: Message, emoji: string) => void) | null;
  /** The message that the arrow keys stand at. */
  marked: string | null;
  /** The message whose emoji are being chosen. */
  choosing: string | null;
  choose: (messageId: string | null) => void;
  /** The message that was jumped to, for a moment. */
  lit: string | null;
}

const nothing = () => undefined;

export const ThreadActsContext = createContext<ThreadActs>({ reply: nothing, jump: nothing, react: null, marked: null, choosing: null, choose: nothing, lit: null });

export const useThreadActs = (): ThreadActs => useContext(ThreadActsContext);

// Cloud API, reaction messages: older ones are refused.
const OLDEST = 30 * 24 * 60 * 60_000;
const TAKES_NONE = new Set(["reaction", "system", "edit", "revoke", "unsupported"]);

/** Only what the person wrote, as long as it stands there; the server says the same. */
export function takesReaction(message: Message, now: number): boolean {
  return message.direction === "in" && message.provider_id !== null && !message.revoked && !TAKES_NONE.has(message.type) && now - Date.parse(message.created_at) < OLDEST;
}

export const ourReaction = (message: Message): string => message.reactions.find((one) => one.by !== "contact")?.emoji ?? "";

/** How the message looks while the server is told. */
export function withReaction(message: Message, emoji: string): Message {
  const theirs = message.reactions.filter((one) => one.by === "contact");
  return { ...message, reactions: emoji === "" ? theirs : [...theirs, { emoji, by: "person" }] };
}

/** Where the person's newest messages begin that nobody had seen; null where there are none. */
export function unseenFrom(messages: Message[], unread: Conversation["unread"]): string | null {
  if (unread <= 0) return null;
  const theirs = messages.filter((message) => message.direction === "in");
  return theirs.at(-Math.min(unread, theirs.length))?.id ?? null;
}
