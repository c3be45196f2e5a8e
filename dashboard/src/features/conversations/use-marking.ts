/** Which message do the keys mean? The arrows walk from the newest upward, and what is done is done to that one. */
import { useState } from "react";

import type { Message } from "@/api/contract";
import { useShortcuts } from "@/lib/shortcuts";

import { takesReaction, type ThreadActs } from "./thread-acts";

interface MarkingOptions {
  /** Those that stand in the thread, oldest first. */
  messages: Message[];
  reply: ThreadActs["reply"];
  react: ThreadActs["react"];
  show: (messageId: string) => void;
}

export function useMarking({ messages, reply, react, show }: MarkingOptions) {
  const [marked, setMarked] = useState<string | null>(null);
  const [choosing, choose] = useState<string | null>(null);
  const at = marked === null ? -1 : messages.findIndex((message) => message.id === marked);
  const step = (by: number) => {
    const next = messages[at < 0 ? messages.length - 1 : Math.max(0, Math.min(messages.length - 1, at + by))];
    if (!next) return;
    setMarked(next.id);
    show(next.id);
  };
  /** The marked one, else the newest that the person wrote. */
  const meant = (): Message | undefined => messages[at] ?? messages.findLast((message) => message.direction === "in");
  useShortcuts({
    ArrowUp: () => step(-1),
    ArrowDown: () => step(1),
    q: () => {
      const message = meant();
      if (message) reply(message);
    },
    g: () => {
      const message = meant();
      if (!react || !message || !takesReaction(message, Date.now())) return;
      show(message.id);
      setMarked(message.id);
      choose(message.id);
    },
    ...(marked === null ? {} : { Escape: () => setMarked(null) }),
  });
  return { marked, choosing, choose };
}
