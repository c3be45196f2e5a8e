/** How is a message of the customer, the machine or a colleague shown? */
import { Ban, Reply } from "lucide-react";

import type { Message } from "@/api/contract";
import { cx } from "@/lib/classes";
import { isFewEmoji } from "@/lib/rich-text";
import { IconButton } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";

import { Bubble } from "./bubble";
import { Choices } from "./choices";
import { DeliveryTrouble } from "./delivery-trouble";
import { LongText } from "./long-text";
import { MessageContent } from "./message-content";
import { MessageFooter } from "./message-footer";
import { QuotedMessage } from "./quoted-message";

interface MessageBubbleProps {
  message: Message;
  first: boolean;
  contactName: string;
  onReply: (message: Message) => void;
  onJump: (messageId: string) => void;
}

export function MessageBubble({ message, first, contactName, onReply, onJump }: MessageBubbleProps) {
  const out = message.direction === "out";
  const text = message.text ?? "";
  const large = !message.revoked && message.media.length === 0 && message.reply_to === null && isFewEmoji(text);
  const bare = large || (message.type === "sticker" && !message.revoked);
  return (
    <div
      className={cx("group flex items-center gap-1 px-3 md:px-6", out ? "justify-end" : "justify-start", first ? "pt-2" : "pt-0.5")}
      data-testid="message"
      data-id={message.id}
      data-direction={message.direction}
      data-status={message.status}
      data-type={message.type}
    >
      {out && <ReplyButton message={message} onReply={onReply} />}
      <div className={cx("flex max-w-[min(85%,560px)] min-w-0 flex-col", out ? "items-end" : "items-start")}>
        <Bubble out={out} tail={first} bare={bare}>
          {out && first && <AuthorName message={message} />}
          {message.revoked ? (
            <Revoked out={out} />
          ) : (
            <>
              {message.reply_to && <QuotedMessage reply={message.reply_to} contactName={contactName} onJump={onJump} />}
              <MessageContent message={message} />
              {text !== "" && <LongText text={text} large={large} />}
              <Choices message={message} />
            </>
          )}
          <MessageFooter message={message} />
        </Bubble>
        {message.reactions.length > 0 && <Reactions reactions={message.reactions} contactName={contactName} />}
        <DeliveryTrouble message={message} />
      </div>
      {!out && <ReplyButton message={message} onReply={onReply} />}
    </div>
  );
}

function AuthorName({ message }: { message: Message }) {
  const name = message.author_name ?? { flow: "Robô", agent: "Agente", phone: "Pelo celular", person: "Equipe" }[message.author as string];
  if (!name) return null;
  return (
    <p className="text-sm font-medium text-accent-text">
      <SafeText text={name} max={60} />
      {message.author === "flow" && <span className="font-normal text-bubble-meta"> · robô</span>}
      {message.author === "agent" && <span className="font-normal text-bubble-meta"> · agente</span>}
      {message.author === "phone" && message.author_name && <span className="font-normal text-bubble-meta"> · pelo celular</span>}
    </p>
  );
}

function Revoked({ out }: { out: boolean }) {
  return (
    <p className="flex items-center gap-1.5 text-bubble-meta italic">
      <Ban className="size-3.5 shrink-0" aria-hidden />
      {out ? "Esta mensagem foi apagada" : "O cliente apagou esta mensagem"}
    </p>
  );
}

function Reactions({ reactions, contactName }: { reactions: Message["reactions"]; contactName: string }) {
  return (
    <div className="z-1 -mt-1.5 flex gap-1 px-2">
      {reactions.slice(0, 6).map((reaction, index) => (
        <span
          key={index}
          title={`Reação de ${reaction.by === "contact" ? contactName.slice(0, 80) : "sua equipe"}`}
          className="rounded-full border border-line bg-raised px-1.5 text-sm leading-5"
        >
          <SafeText text={reaction.emoji} max={16} />
        </span>
      ))}
    </div>
  );
}

function ReplyButton({ message, onReply }: { message: Message; onReply: (message: Message) => void }) {
  if (message.revoked) return null;
  return (
    <IconButton
      label="Responder a esta mensagem"
      icon={<Reply aria-hidden />}
      onClick={() => onReply(message)}
      className="hidden opacity-0 group-hover:opacity-100 focus-visible:opacity-100 md:inline-flex"
    />
  );
}
