/** Who looks at a conversation or types in it right now? Heard on the live stream, forgotten by itself. */
import { useEffect, useMemo } from "react";

import type { Fact } from "@/api/facts";
import { sessionStore } from "@/api/session";
import { type Doing, teamworkApi } from "@/api/teamwork";
import { createStore, useStore } from "@/lib/store";
import { useNow } from "@/lib/use-now";

interface Seen {
  conversation: string;
  member: string;
  doing: Doing;
  until: number;
}

// As long as the server believes it; who is still there says so again before that.
const LASTS: Record<string, number> = { looking: 50_000, typing: 8_000 };
const LOOK_AGAIN = 20_000;
const TYPE_AGAIN = 4_000;

const seen = createStore<Seen[]>([]);

export function hearPresence(facts: Fact[]): void {
  const me = sessionStore.get()?.user.id;
  const heard = facts.filter((fact) => fact.name === "conversations.presence" && fact.member_id !== me);
  if (heard.length === 0) return;
  const now = Date.now();
  const next = new Map(seen.get().flatMap((one) => (one.until > now ? [[`${one.conversation}/${one.member}`, one] as const] : [])));
  for (const { conversation_id: conversation, member_id: member, doing } of heard) {
    if (conversation === undefined || typeof member !== "string") continue;
    const lasts = LASTS[doing ?? ""];
    if (lasts === undefined) next.delete(`${conversation}/${member}`);
    else next.set(`${conversation}/${member}`, { conversation, member, doing: doing as Doing, until: now + lasts });
  }
  seen.set([...next.values()]);
}

/** Colleagues in a conversation, those who type first. */
export function useColleaguesHere(conversationId: string): { member: string; typing: boolean }[] {
  const all = useStore(seen);
  const now = useNow(2_000);
  return useMemo(
    () =>
      all
        .filter((one) => one.conversation === conversationId && one.until > now - 2_000)
        .map((one) => ({ member: one.member, typing: one.doing === "typing" }))
        .sort((a, b) => Number(b.typing) - Number(a.typing)),
    [all, conversationId, now],
  );
}

/** Tells colleagues that one looks at this conversation for as long as it is open and the page can be seen. */
export function useLooking(conversationId: string): void {
  useEffect(() => {
    const tell = (doing: Doing) => void teamworkApi.tellPresence(conversationId, doing).catch(() => undefined);
    const look = () => tell(document.visibilityState === "visible" ? "looking" : "gone");
    look();
    void teamworkApi
      .presence(conversationId)
      .then((items) => hearPresence(items.map((one) => ({ name: "conversations.presence", conversation_id: conversationId, ...one }))))
      .catch(() => undefined);
    const again = setInterval(() => {
      if (document.visibilityState === "visible" && Date.now() - (lastTold.get(conversationId) ?? 0) > TYPE_AGAIN) look();
    }, LOOK_AGAIN);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(again);
      document.removeEventListener("visibilitychange", look);
      tell("gone");
    };
  }, [conversationId]);
}

const lastTold = new Map<string, number>();

/** Called at every key; tells colleagues once in a few seconds. */
export function tellTyping(conversationId: string): void {
  const now = Date.now();
  if (now - (lastTold.get(conversationId) ?? 0) < TYPE_AGAIN) return;
  lastTold.clear();
  lastTold.set(conversationId, now);
  void teamworkApi.tellPresence(conversationId, "typing").catch(() => undefined);
}

/** Nothing is being written any more: it was sent, or taken back. */
export function tellTyped(conversationId: string): void {
  if (!lastTold.delete(conversationId)) return;
  void teamworkApi.tellPresence(conversationId, "looking").catch(() => undefined);
}
