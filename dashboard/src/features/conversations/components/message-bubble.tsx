/** How is a message of the customer, the machine or a colleague shown? */
import { Reply } from "lucide-react";

import type { Message } from "@/api/contract";
import { cx } from "@/lib/classes";
import { isFewEmoji } from "@/lib/rich-text";
import { plainText } from "@/lib/text-marks";
import { IconButton } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";

import { authorLabel } from "../texts";
import { takesReaction, useThreadActs } from "../thread-acts";
import { Bubble } from "./bubble";
import { DeliveryTrouble } from "./delivery-trouble";
import { MessageBody } from "./message-body";
import { ReactionButton } from "./reaction-button";

interface MessageBubbleProps {
  message: Message;
  first: boolean;
  contactName: string;
}

export function MessageBubble({ message, first, contactName }: MessageBubbleProps) {
  const out = message.direction === "out";
  const { jump, marked, lit } = useThreadActs();
  const isMarked = marked === message.id;
  const large = standsAlone(message);
  return (
    <div
      className={cx(
        "group flex items-center gap-1 px-3 transition-colors duration-150 md:px-6",
        out ? "justify-end" : "justify-start",
        first ? "pt-2" : "pt-0.5",
        isMarked && "bg-accent/8",
        lit === message.id && "bg-accent/20",
      )}
      data-marked={isMarked || undefined}
      data-lit={lit === message.id || undefined}
      data-testid="message"
      data-id={message.id}
      data-direction={message.direction}
      data-status={message.status}
      data-type={message.type}
    >
      {out && <Acts message={message} shown={isMarked} />}
      <div className={cx("flex max-w-[min(85%,560px)] min-w-0 flex-col", out ? "items-end" : "items-start")}>
        <Bubble out={out} tail={first} bare={large || (message.type === "sticker" && !message.revoked)}>
          {out && first && <AuthorName message={message} />}
          <MessageBody message={message} large={large} contactName={contactName} onJump={jump} />
        </Bubble>
        <Reactions message={message} contactName={contactName} />
        <DeliveryTrouble message={message} />
      </div>
      {!out && <Acts message={message} shown={isMarked} />}
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

function Reactions({ message, contactName }: { message: Message; contactName: string }) {
  const { react } = useThreadActs();
  if (message.reactions.length === 0) return null;
  const look = "rounded-full border border-line bg-raised px-1.5 text-sm leading-5";
  return (
    <div className="z-1 -mt-1.5 flex gap-1 px-2">
      {message.reactions.slice(0, 6).map((reaction, index) => {
        const theirs = reaction.by === "contact";
        const title = `Reação de ${theirs ? plainText(contactName).slice(0, 80) : "sua equipe"}`;
        const emoji = <SafeText text={reaction.emoji} max={16} />;
        // One's own is taken back by a press, as on the phone.
        return !theirs && react && takesReaction(message, Date.now()) ? (
          <button key={index} type="button" title={`${title}. Tirar`} aria-label={`Tirar a reação ${plainText(reaction.emoji)}`} onClick={() => react(message, "")} className={cx(look, "hover:bg-hover")} data-testid="reaction" data-by="us">
            {emoji}
          </button>
        ) : (
          <span key={index} title={title} className={look} data-testid="reaction" data-by={theirs ? "contact" : "us"}>
            {emoji}
          </span>
        );
      })}
    </div>
  );
}

function Acts({ message, shown }: { message: Message; shown: boolean }) {
  const { reply } = useThreadActs();
  if (message.revoked || message.type === "reaction") return null;
  const look = cx("group-hover:opacity-100 focus-visible:opacity-100 [@media(hover:none)]:opacity-60", shown ? "opacity-100" : "opacity-0");
  return (
    <span className="flex shrink-0">
      <ReactionButton message={message} className={look} />
      <IconButton label="Responder a esta mensagem" shortcut="Q" icon={<Reply aria-hidden />} onClick={() => reply(message)} className={look} data-testid="quote" />
    </span>
  );
}
