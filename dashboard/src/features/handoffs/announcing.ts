/** How does somebody who looks elsewhere learn that a person is asked for? */
import { plainText } from "@/lib/text-marks";

export type Announcing = "unsupported" | "ask" | "on" | "blocked";

export function announcing(): Announcing {
  if (!("Notification" in window)) return "unsupported";
  return ({ granted: "on", denied: "blocked", default: "ask" } as const)[Notification.permission];
}

export async function allowAnnouncing(): Promise<Announcing> {
  if (announcing() === "ask") await Notification.requestPermission();
  return announcing();
}

/** Shows one notification for a conversation, however often it is told; nothing while the page itself is looked at. */
export function announce(conversationId: string, nameOf: () => Promise<string>): void {
  if (announcing() !== "on" || (document.visibilityState === "visible" && document.hasFocus())) return;
  void nameOf()
    .then((name) => {
      const body = `${plainText(name).slice(0, 80) || "Alguém"} espera por uma pessoa.`;
      const shown = new Notification("Transbordo", { body, tag: `handoff-${conversationId}`, lang: "pt-BR" });
      shown.onclick = () => {
        window.focus();
        window.location.assign(`/whatsapp/conversas/${conversationId}`);
      };
    })
    .catch(() => undefined);
}
