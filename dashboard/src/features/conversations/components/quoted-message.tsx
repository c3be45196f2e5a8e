/** To what does this answer? */
import type { Message } from "@/api/contract";
import { lookup } from "@/lib/lookup";
import { SafeText } from "@/ui/safe-text";

interface QuotedMessageProps {
  reply: NonNullable<Message["reply_to"]>;
  contactName: string;
  onJump: (messageId: string) => void;
}

export function QuotedMessage({ reply, contactName, onJump }: QuotedMessageProps) {
  return (
    <button
      type="button"
      onClick={() => {
        if (reply.id !== null) onJump(reply.id);
      }}
      className="mb-1 flex w-full min-w-32 flex-col rounded-md border-l-3 border-accent bg-black/5 px-2 py-1 text-left text-list dark:bg-white/5"
    >
      <span className="text-sm font-medium text-accent-text">
        <SafeText text={quotedAuthor(reply.author, contactName)} max={60} />
      </span>
      <span className="line-clamp-2 text-bubble-meta [overflow-wrap:anywhere]">
        <SafeText text={reply.text || "Mensagem"} max={160} />
      </span>
    </button>
  );
}

export function quotedAuthor(author: string | null, contactName: string): string {
  if (author === "contact") return contactName || "Cliente";
  return lookup({ flow: "Robô", agent: "Agente", person: "Equipe", phone: "Pelo celular" }, author) ?? "Mensagem";
}
