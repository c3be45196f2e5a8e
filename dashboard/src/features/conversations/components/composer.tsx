/** What does one answer, or note for colleagues? */
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

import type { Conversation, Message } from "@/api/contract";
import { sessionStore } from "@/api/session";
import { useMay } from "@/api/use-may";
import { useShortcuts } from "@/lib/shortcuts";
import { useStore } from "@/lib/store";
import { useNow } from "@/lib/use-now";

import { composerState } from "../composer-rules";
import { useTemplateChoice } from "../templates/use-template-choice";
import { ClosedNotice, WindowCountdown } from "./composer-notice";
import { Writing } from "./writing";

interface ComposerProps {
  conversation: Conversation;
  replyTo: Message | null;
  onReplyTo: (message: Message | null) => void;
}

export function Composer({ conversation, replyTo, onReplyTo }: ComposerProps) {
  const me = useStore(sessionStore)?.user.id ?? null;
  const state = composerState(conversation, me, useMay("conversations:write"), useNow(15_000));
  const [noteMode, setNoteMode] = useState(false);
  const templates = useTemplateChoice(conversation);
  const note = noteMode || state.kind === "closed";
  const field = useRef<HTMLTextAreaElement>(null);
  // At once: whoever presses R goes on typing.
  const write = (asNote: boolean) => {
    flushSync(() => setNoteMode(asNote));
    field.current?.focus();
  };

  useShortcuts({
    r: () => write(false),
    n: () => write(true),
    ...(state.kind === "open" || state.reason === "window" ? { m: () => templates.open?.() } : {}),
  });
  useEffect(() => {
    if (replyTo) field.current?.focus();
  }, [replyTo]);

  if (state.kind === "closed" && state.reason === "read_only") return <ClosedNotice state={state} conversation={conversation} />;
  return (
    <div className="shrink-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)]">
      {state.kind === "closed" && !noteMode ? (
        <ClosedNotice state={state} conversation={conversation} onNote={() => write(true)} draft={templates.draft} onTemplate={state.reason === "window" ? templates.open : undefined} />
      ) : (
        <Writing
          key={note ? "note" : "reply"}
          conversation={conversation}
          note={note}
          onNote={write}
          field={field}
          replyTo={note ? null : replyTo}
          onReplyTo={onReplyTo}
          footer={state.kind === "open" && !note ? <WindowCountdown state={state} onTemplate={templates.open} /> : null}
        />
      )}
      {templates.dialog}
    </div>
  );
}
