/** Is somebody told of a new message who looks elsewhere? */
import type { Conversation } from "@/api/contract";
import { sessionStore } from "@/api/session";
import { createStore } from "@/lib/store";

const WISH = "recado.announce";

type Announcing = "on" | "off" | "blocked" | "unknown";

function current(): Announcing {
  if (!("Notification" in window)) return "unknown";
  if (Notification.permission === "denied") return "blocked";
  return Notification.permission === "granted" && localStorage.getItem(WISH) === "on" ? "on" : "off";
}

export const announcingStore = createStore<Announcing>(current());

/** Asks the browser the first time; afterwards it is turned on and off without a question. */
export async function toggleAnnouncing(): Promise<void> {
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
    shown.close();
  };
}
