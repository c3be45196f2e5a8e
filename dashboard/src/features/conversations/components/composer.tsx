/** What does one answer, or note for colleagues? */
import { useQueryClient } from "@tanstack/react-query";
import { Paperclip, SendHorizontal, StickyNote } from "lucide-react";
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";

import type { Conversation, Message } from "@/api/contract";
import { sessionStore } from "@/api/session";
import { cx } from "@/lib/classes";
import { keepDraft, readDraft } from "@/lib/drafts";
import { useShortcuts } from "@/lib/shortcuts";
import { useStore } from "@/lib/store";
import { useNow } from "@/lib/use-now";
import { Button, IconButton } from "@/ui/button";

import { useAttachments } from "../attachments";
import { composerState, TEXT_LIMIT, takesCaption } from "../composer-rules";
import { useAddNote } from "../mutations";
import { type NewOutgoing, send } from "../outgoing";
import { useMayWrite } from "../use-may-write";
import { AttachmentTray } from "./attachment-tray";
import { ClosedNotice, WindowCountdown } from "./composer-notice";
import { ReplyPreview } from "./reply-preview";

interface ComposerProps {
  conversation: Conversation;
  replyTo: Message | null;
  onReplyTo: (message: Message | null) => void;
}

export function Composer({ conversation, replyTo, onReplyTo }: ComposerProps) {
  const me = useStore(sessionStore)?.user.id ?? null;
  const state = composerState(conversation, me, useMayWrite(), useNow(15_000));
  const [noteMode, setNoteMode] = useState(false);
  const note = noteMode || state.kind === "closed";
  const field = useRef<HTMLTextAreaElement>(null);
  const focusSoon = () => setTimeout(() => field.current?.focus());

  useShortcuts({
    r: () => {
      setNoteMode(false);
      focusSoon();
    },
    n: () => {
      setNoteMode(true);
      focusSoon();
    },
  });
  useEffect(() => {
    if (replyTo) field.current?.focus();
  }, [replyTo]);

  if (state.kind === "closed" && state.reason === "read_only") return <ClosedNotice state={state} conversation={conversation} />;
  return (
    <div className="shrink-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)]">
      {state.kind === "closed" && !noteMode ? (
        <ClosedNotice state={state} conversation={conversation} onNote={() => setNoteMode(true)} />
      ) : (
        <Writing
          key={note ? "note" : "reply"}
          conversation={conversation}
          note={note}
          onNote={setNoteMode}
          field={field}
          replyTo={note ? null : replyTo}
          onReplyTo={onReplyTo}
          footer={state.kind === "open" && !note ? <WindowCountdown state={state} /> : null}
        />
      )}
    </div>
  );
}

interface WritingProps extends ComposerProps {
  note: boolean;
  onNote: (on: boolean) => void;
  field: React.RefObject<HTMLTextAreaElement | null>;
  footer: React.ReactNode;
}

function Writing({ conversation, note, onNote, field, replyTo, onReplyTo, footer }: WritingProps) {
  const client = useQueryClient();
  const draft = `${note ? "note" : "text"}.${conversation.id}`;
  const [text, setText] = useState(() => readDraft(draft));
  const attachments = useAttachments();
  const addNote = useAddNote(conversation.id);
  const files = useRef<HTMLInputElement>(null);
  const [dragging, setDragging] = useState(false);
  const ready = attachments.items.every((item) => item.state === "ready");
  const something = text.trim() !== "" || (!note && attachments.items.length > 0);
  const canSend = something && ready && text.length <= TEXT_LIMIT && !addNote.isPending;

  const write = (next: string) => {
    setText(next);
    keepDraft(draft, next);
  };
  const submit = () => {
    if (!canSend) return;
    if (note) {
      addNote.mutate(text.trim(), { onSuccess: () => write("") });
      return;
    }
    for (const message of outgoingOf(conversation.id, text.trim(), attachments.items, replyTo)) send(client, message);
    write("");
    attachments.clear();
    onReplyTo(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      submit();
    }
    if (event.key === "Escape") {
      if (replyTo) onReplyTo(null);
      else if (note && text === "") onNote(false);
      else event.currentTarget.blur();
    }
  };
  const take = (list: FileList | null | undefined) => {
    if (!note && list && list.length > 0) attachments.add([...list]);
  };
  const onPaste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0 || note) return;
    event.preventDefault();
    take(event.clipboardData.files);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setDragging(false);
    take(event.dataTransfer.files);
  };

  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setDragging(!note);
      }}
      onDragLeave={() => setDragging(false)}
      onDrop={onDrop}
      className={cx("relative px-3 pt-2.5 pb-2 md:px-4", note && "bg-note/60")}
    >
      {dragging && (
        <div className="pointer-events-none absolute inset-1 z-10 flex items-center justify-center rounded-lg border-2 border-dashed border-accent bg-accent-soft text-list font-medium text-accent-text">
          Solte para anexar
        </div>
      )}
      {replyTo && <ReplyPreview message={replyTo} contactName={conversation.contact.name} onClose={() => onReplyTo(null)} />}
      {!note && <AttachmentTray attachments={attachments} />}
      <div className={cx("flex items-end gap-1 rounded-xl border bg-surface p-1 transition-colors focus-within:border-accent", note ? "border-note-line" : "border-line-strong")}>
        <IconButton
          label={note ? "Voltar a responder" : "Nota interna"}
          shortcut={note ? "R" : "N"}
          side="top"
          icon={<StickyNote aria-hidden />}
          pressed={note}
          onClick={() => onNote(!note)}
          data-testid="note-toggle"
        />
        {!note && <IconButton label="Anexar arquivo" side="top" icon={<Paperclip aria-hidden />} onClick={() => files.current?.click()} />}
        <input
          ref={files}
          type="file"
          multiple
          hidden
          aria-label="Arquivos para anexar"
          data-testid="composer-file"
          onChange={(event) => {
            take(event.target.files);
            event.target.value = "";
          }}
        />
        <textarea
          ref={field}
          rows={1}
          value={text}
          aria-label={note ? "Nota interna" : "Mensagem"}
          placeholder={note ? "Nota para a equipe, o cliente não vê" : "Escreva uma mensagem"}
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          data-testid="composer-text"
          className="max-h-44 min-h-8 min-w-0 flex-1 resize-none bg-transparent px-1.5 py-1.5 text-base outline-none [field-sizing:content]"
        />
        <Button look="primary" size="sm" className="h-8 !px-2.5" disabled={!canSend} busy={addNote.isPending} onClick={submit} data-testid="composer-send" aria-label={note ? "Salvar nota" : "Enviar"}>
          {note ? "Salvar nota" : <SendHorizontal className="size-4" aria-hidden />}
        </Button>
      </div>
      <div className="mt-1.5 flex min-h-4 items-center justify-between gap-3 px-1 text-sm text-ink-3">
        {footer ?? <span>{note ? "Notas ficam na conversa, em amarelo." : ""}</span>}
        <Counter length={text.length} />
      </div>
    </div>
  );
}

function Counter({ length }: { length: number }) {
  if (length < TEXT_LIMIT * 0.85) return <span className="hidden lg:inline">Enter envia · Shift Enter quebra a linha</span>;
  const left = TEXT_LIMIT - length;
  return (
    <span role="status" className={cx("tabular-nums", left < 0 && "font-medium text-danger-text")}>
      {left < 0 ? `${-left} caracteres a mais` : `${left} caracteres restantes`}
    </span>
  );
}

/** One message a file, the text below the first that can carry it, else before all. */
function outgoingOf(conversationId: string, text: string, items: ReturnType<typeof useAttachments>["items"], replyTo: Message | null): NewOutgoing[] {
  const quoted = replyTo && { id: replyTo.id, text: replyTo.text ?? "", author: replyTo.author };
  const captioned = text === "" ? -1 : items.findIndex((item) => takesCaption(item.file.type));
  const messages: NewOutgoing[] = captioned < 0 && text !== "" ? [{ conversationId, text, replyTo: quoted, media: null }] : [];
  items.forEach((item, index) => {
    if (item.mediaId === null) return;
    const media = { id: item.mediaId, name: item.file.name, mimeType: item.file.type, size: item.file.size };
    messages.push({ conversationId, text: index === captioned ? text : "", replyTo: messages.length === 0 ? quoted : null, media });
  });
  return messages;
}
