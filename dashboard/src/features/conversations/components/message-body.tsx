/** What stands inside the bubble, from the quote at the top to the time at the end? */
import { Ban, Forward } from "lucide-react";

import type { Message } from "@/api/contract";
import { SafeText } from "@/ui/safe-text";

import { Choices } from "./choices";
import { LongText } from "./long-text";
import { MessageContent } from "./message-content";
import { MessageFooter } from "./message-footer";
import { QuotedMessage } from "./quoted-message";

interface MessageBodyProps {
  message: Message;
  large: boolean;
  contactName: string;
  onJump: (messageId: string) => void;
}

export function MessageBody({ message, large, contactName, onJump }: MessageBodyProps) {
  if (message.revoked) return <Revoked message={message} />;
  const { text } = message;
  const choices = message.buttons.length > 0 || message.sections.length > 0;
  // The time stands at the end of the last line of the text where the text comes last.
  const beside = text !== "" && !choices && !large && phrase(message, "footer") === null;
  return (
    <>
      {message.content?.forwarded === true && (
        <p className="flex items-center gap-1 text-sm text-bubble-meta italic">
          <Forward className="size-3.5" aria-hidden /> Encaminhada
        </p>
      )}
      {message.reply_to && <QuotedMessage reply={message.reply_to} contactName={contactName} onJump={onJump} />}
      <Phrase text={phrase(message, "header")} className="font-semibold" />
      <MessageContent message={message} />
      {text !== "" && <LongText text={text} large={large} end={beside ? <MessageFooter message={message} beside /> : null} />}
      <Phrase text={phrase(message, "footer")} className="text-sm text-bubble-meta" />
      <Choices message={message} />
      {!beside && <MessageFooter message={message} raised={message.type === "audio" && text === "" && message.media.every((media) => media.state === "stored")} />}
    </>
  );
}

function Revoked({ message }: { message: Message }) {
  return (
    <div className="flow-root">
      <span className="inline-flex items-center gap-1.5 text-bubble-meta italic">
        <Ban className="size-3.5 shrink-0" aria-hidden />
        {message.direction === "out" ? "Esta mensagem foi apagada" : "O cliente apagou esta mensagem"}
      </span>
      <MessageFooter message={message} beside />
    </div>
  );
}

function Phrase({ text, className }: { text: string | null; className: string }) {
  return text === null ? null : (
    <p className={className}>
      <SafeText text={text} max={200} />
    </p>
  );
}

function phrase(message: Message, name: "header" | "footer"): string | null {
  const value = message.content?.[name];
  return typeof value === "string" && value !== "" ? value : null;
}
