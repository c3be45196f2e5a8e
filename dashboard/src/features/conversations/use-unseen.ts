/** From which message on had nobody read? Remembered when the conversation is opened, and again when one comes back to the page. */
import { useCallback, useEffect, useRef, useState } from "react";

import type { Conversation, Message } from "@/api/contract";

import { unseenFrom } from "./thread-acts";

export function useUnseen(conversation: Conversation | undefined, ownCount: number): (messages: Message[]) => string | null {
  const found = useRef<string | null>(null);
  const owed = useRef(0);
  const began = useRef(false);
  const [, redraw] = useState(0);
  const unread = conversation?.unread ?? 0;
  const known = conversation !== undefined;
  useEffect(() => {
    if (!known || unread === 0) return;
    // Whoever looks at the thread sees what arrives; a line is for what came before, or behind one's back.
    if (began.current && document.visibilityState === "visible") return;
    owed.current = unread;
    found.current = null;
    redraw((count) => count + 1);
  }, [known, unread]);
  useEffect(() => {
    if (known) began.current = true;
  }, [known]);
  // Whoever answers has read.
  useEffect(() => {
    if (ownCount === 0) return;
    found.current = null;
    owed.current = 0;
    redraw((count) => count + 1);
  }, [ownCount]);
  return useCallback((messages: Message[]) => {
    if (owed.current > 0 && messages.length > 0) {
      found.current = unseenFrom(messages, owed.current);
      owed.current = 0;
    }
    return found.current;
  }, []);
}
