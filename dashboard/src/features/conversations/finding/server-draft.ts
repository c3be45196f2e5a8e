/** What somebody has begun to write, also on another machine: kept on the server a moment after the last key. */
import { useEffect, useRef } from "react";

import { inboxApi } from "@/api/inbox";

const SETTLED_MS = 800;
const pending = new Map<string, { text: string; timer: ReturnType<typeof setTimeout> }>();

/** Tells the server after a pause; the clock is the revision, so that of two machines the one typed on last wins. */
function keepSoon(conversationId: string, text: string): void {
  clearTimeout(pending.get(conversationId)?.timer);
  const timer = setTimeout(() => keepNow(conversationId), SETTLED_MS);
  pending.set(conversationId, { text, timer });
}

function keepNow(conversationId: string): void {
  const one = pending.get(conversationId);
  if (!one) return;
  clearTimeout(one.timer);
  pending.delete(conversationId);
  // A draft that was not kept stands in this tab still; the next key tries again.
  void inboxApi.keepDraft(conversationId, { text: one.text, revision: Date.now() }).catch(() => undefined);
}

interface ServerDraft {
  conversationId: string;
  enabled: boolean;
  text: string;
  onFound: (text: string) => void;
}

/** Fetches a draft where the field is empty as it opens, and keeps what is typed from then on. */
export function useServerDraft({ conversationId, enabled, text, onFound }: ServerDraft): (text: string) => void {
  const now = useRef({ text, onFound });
  useEffect(() => {
    now.current = { text, onFound };
  });
  useEffect(() => {
    if (!enabled || now.current.text !== "") return undefined;
    const leave = new AbortController();
    inboxApi
      .draft(conversationId, leave.signal)
      .then((draft) => {
        // Whoever has begun to type meanwhile is not interrupted.
        if (draft.text !== "" && now.current.text === "" && !pending.has(conversationId)) now.current.onFound(draft.text);
      })
      .catch(() => undefined);
    return () => leave.abort();
  }, [conversationId, enabled]);
  useEffect(() => () => keepNow(conversationId), [conversationId]);
  return (next) => {
    if (enabled) keepSoon(conversationId, next);
  };
}
