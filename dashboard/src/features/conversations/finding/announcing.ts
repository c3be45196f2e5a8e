/** Is somebody told of a new message who looks elsewhere? */
import type { Conversation } from "@/api/contract";
import { sessionStore } from "@/api/session";
import { createStore } from "@/lib/store";

const WISH = "recado.announce";
const DECLINED = "recado.announce.declined";

type Announcing = "on" | "off" | "blocked" | "unknown";

function current(): Announcing {
  if (!("Notification" in window)) return "unknown";
  if (Notification.permission === "denied") return "blocked";
  return Notification.permission === "granted" && localStorage.getItem(WISH) === "on" ? "on" : "off";
}

export const announcingStore = createStore<Announcing>(current());

/** Whether to ask: true from the first conversation that somebody takes here, until they have said yes or no. */
export const offerStore = createStore(false);

export function offerAnnouncing(): void {
  const open = "Notification" in window && Notification.permission === "default" && localStorage.getItem(DECLINED) === null;
  offerStore.set(open);
}

export function declineAnnouncing(): void {
  localStorage.setItem(DECLINED, "yes");
  offerStore.set(false);
}

/** The conversation whose notice was pressed; whoever shows conversations opens it and forgets the wish. */
export const openWishStore = createStore<string | null>(null);

/** Asks the browser the first time; afterwards it is turned on and off without a question. */
export async function toggleAnnouncing(): Promise<void> {
  offerStore.set(false);
  if (announcingStore.get() === "on") localStorage.removeItem(WISH);
  else if ((await Notification.requestPermission()) === "granted") localStorage.setItem(WISH, "on");
  announcingStore.set(current());
}

/** Only what concerns this person, and never what was said: a screen may be seen by others. */
export function announce(conversation: Conversation): void {
  const me = sessionStore.get()?.user.id;
  const mine = conversation.assignee === null ? conversation.answerer === "person" : conversation.assignee.id === me;
  if (announcingStore.get() !== "on" || !document.hidden || !mine) return;
  // One for a conversation: the next message replaces what stands there.
  const shown = new Notification(conversation.contact.name || conversation.contact.phone, { body: "Nova mensagem", tag: conversation.id });
  shown.onclick = () => {
    window.focus();
    openWishStore.set(conversation.id);
    shown.close();
  };
}
