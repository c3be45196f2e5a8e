/** How is a message of the customer, the machine or a colleague shown? */
import { Reply } from "lucide-react";

import type { Message } from "@/api/contract";
import { cx } from "@/lib/classes";
import { isFewEmoji } from "@/lib/rich-text";
import { plainText } from "@/lib/text-marks";
import { IconButton } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";

import { authorLabel } from "../texts";
import { Bubble } from "./bubble";
import { DeliveryTrouble } from "./delivery-trouble";
import { MessageBody } from "./message-body";

interface MessageBubbleProps {
  message: Message;
  first: boolean;
  contactName: string;
  onReply: (message: Message) => void;
  onJump: (messageId: string) => void;
}

export function MessageBubble({ message, first, contactName, onReply, onJump }: MessageBubbleProps) {
  const out = message.direction === "out";
  const large = standsAlone(message);
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
        <Bubble out={out} tail={first} bare={large || (message.type === "sticker" && !message.revoked)}>
          {out && first && <AuthorName message={message} />}
          <MessageBody message={message} large={large} contactName={contactName} onJump={onJump} />
        </Bubble>
        <Reactions reactions={message.reactions} contactName={contactName} />
        <DeliveryTrouble message={message} />
      </div>
      {!out && <ReplyButton message={message} onReply={onReply} />}
    </div>
  );
}

/** A few emoji and nothing else are shown large and without a bubble. */
function standsAlone(message: Message): boolean {
  return !message.revoked && message.media.length === 0 && message.reply_to === null && isFewEmoji(message.text);
}

function AuthorName({ message }: { message: Message }) {
  const { name, kind } = authorLabel(message);
  return (
    <p className="text-sm font-medium text-accent-text">
      <SafeText text={name} max={60} />
      {kind && <span className="font-normal text-bubble-meta"> · {kind}</span>}
    </p>
  );
}

function Reactions({ reactions, contactName }: { reactions: Message["reactions"]; contactName: string }) {
  if (reactions.length === 0) return null;
  return (
    <div className="z-1 -mt-1.5 flex gap-1 px-2">
      {reactions.slice(0, 6).map((reaction, index) => (
        <span
          key={index}
          title={`Reação de ${reaction.by === "contact" ? plainText(contactName).slice(0, 80) : "sua equipe"}`}
          className="rounded-full border border-line bg-raised px-1.5 text-sm leading-5"
          data-testid="reaction"
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
      className="opacity-0 group-hover:opacity-100 focus-visible:opacity-100 [@media(hover:none)]:opacity-60"
    />
  );
}
