/** With which emoji does one answer this message? Six by one press, the rest behind a plus. */
import { Plus, SmilePlus } from "lucide-react";
import { type KeyboardEvent, useState } from "react";

import type { Message } from "@/api/contract";
import { cx } from "@/lib/classes";
import { IconButton } from "@/ui/button";
import { Popover } from "@/ui/popover";

import { EmojiPicker } from "../emoji/emoji-picker";
import { QUICK } from "../emoji/list";
import { ourReaction, takesReaction, useThreadActs } from "../thread-acts";

export function ReactionButton({ message, className }: { message: Message; className: string }) {
  const { react, choosing, choose } = useThreadActs();
  if (!react || !takesReaction(message, Date.now())) return null;
  const open = choosing === message.id;
  const pick = (emoji: string) => {
    choose(null);
    react(message, emoji === ourReaction(message) ? "" : emoji);
  };
  return (
    <Popover
      label="Reagir a esta mensagem"
      open={open}
      onOpen={(next) => choose(next ? message.id : null)}
      align="center"
      trigger={<IconButton label="Reagir" shortcut="G" icon={<SmilePlus aria-hidden />} className={cx(className, open && "!opacity-100")} data-testid="react" />}
    >
      <Choices ours={ourReaction(message)} onPick={pick} />
    </Popover>
  );
}

function Choices({ ours, onPick }: { ours: string; onPick: (emoji: string) => void }) {
  const [all, setAll] = useState(false);
  if (all) return <EmojiPicker onPick={onPick} />;
  const quick = ours === "" || QUICK.includes(ours) ? QUICK : [...QUICK, ours];
  return (
    // The keys of the buttons inside arrive here.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="flex items-center gap-0.5 p-1" onKeyDown={walk} data-testid="quick-reactions">
      {quick.map((emoji) => (
        <button
          key={emoji}
          type="button"
          aria-label={emoji === ours ? `Tirar a reação ${emoji}` : `Reagir com ${emoji}`}
          aria-pressed={emoji === ours}
          onClick={() => onPick(emoji)}
          className={cx("flex size-9 items-center justify-center rounded-lg text-xl leading-none hover:bg-hover focus-visible:bg-selected", emoji === ours && "bg-selected")}
        >
          {emoji}
        </button>
      ))}
      <IconButton label="Outro emoji" icon={<Plus aria-hidden />} onClick={() => setAll(true)} data-testid="more-emoji" />
    </div>
  );
}

function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll("button")];
  all[(all.indexOf(document.activeElement as HTMLButtonElement) + by + all.length) % all.length]?.focus();
}
