/** How is an answer, or a note, typed, illustrated and sent? */
import { Paperclip, SendHorizontal, StickyNote } from "lucide-react";
import { type KeyboardEvent, type ReactNode, type RefObject, useRef } from "react";
import { flushSync } from "react-dom";

import type { Conversation, Message } from "@/api/contract";
import { cx } from "@/lib/classes";
import { useMediaQuery } from "@/lib/media-query";
import { Button, IconButton } from "@/ui/button";

import { TEXT_LIMIT } from "../composer-rules";
import { useWriting } from "../use-writing";
import { tellTyped, tellTyping } from "../teamwork/presence";
import { type Suggestions, useSuggestions } from "../teamwork/use-suggestions";
import { AttachmentTray } from "./attachment-tray";
import { DropZone } from "./drop-zone";
import { EmojiButton } from "./emoji-button";
import { ReplyPreview } from "./reply-preview";
import { LIST_ID, SuggestionList } from "./teamwork/suggestion-list";

interface WritingProps {
  conversation: Conversation;
  note: boolean;
  onNote: (on: boolean) => void;
  field: RefObject<HTMLTextAreaElement | null>;
  replyTo: Message | null;
  onReplyTo: (message: Message | null) => void;
  footer: ReactNode;
}

export function Writing({ conversation, note, onNote, field, replyTo, onReplyTo, footer }: WritingProps) {
  const { text, write, attachments, submit, canSend, saving } = useWriting({
    conversationId: conversation.id,
    note,
    replyTo,
    onSent: () => onReplyTo(null),
  });
  const type = (next: string) => {
    write(next);
    if (next.trim() === "") tellTyped(conversation.id);
    else if (!note) tellTyping(conversation.id);
  };
  const suggestions = useSuggestions({ conversationId: conversation.id, note, text, write: type, field });
  const leaveIt = () => {
    tellTyped(conversation.id);
    submit(note ? suggestions.mentioned(text) : []);
  };
  const attach = (files: FileList) => {
    if (!note && files.length > 0) attachments.add([...files]);
  };
  // Where the caret stood; the field has it again afterwards.
  const putIn = (emoji: string) => {
    const [from, to] = [field.current?.selectionStart ?? text.length, field.current?.selectionEnd ?? text.length];
    flushSync(() => type(text.slice(0, from) + emoji + text.slice(to)));
    field.current?.focus();
    field.current?.setSelectionRange(from + emoji.length, from + emoji.length);
  };
  const leave = () => {
    if (replyTo) onReplyTo(null);
    else if (note && text === "") onNote(false);
    else field.current?.blur();
  };

  return (
    <DropZone enabled={!note} onFiles={attach} className={cx("px-3 pt-2.5 pb-2 md:px-4", note && "bg-note/60")}>
      {replyTo && <ReplyPreview message={replyTo} contactName={conversation.contact.name} onClose={() => onReplyTo(null)} />}
      {!note && <AttachmentTray attachments={attachments} />}
      <SuggestionList suggestions={suggestions} />
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
        <EmojiButton onPick={putIn} />
        {!note && <AttachButton onFiles={attach} />}
        <TextField field={field} note={note} text={text} onText={type} onSubmit={leaveIt} onLeave={leave} onFiles={attach} suggestions={suggestions} />
        <Button look="primary" size="sm" className="h-8 !px-2.5" disabled={!canSend} busy={saving} onClick={leaveIt} data-testid="composer-send" aria-label={note ? "Salvar nota" : "Enviar"}>
          {note ? "Salvar nota" : <SendHorizontal className="size-4" aria-hidden />}
        </Button>
      </div>
      <div className="mt-1.5 flex min-h-4 items-center justify-between gap-3 px-1 text-sm text-ink-2">
        {footer ?? <span>{note ? "Notas ficam na conversa, em amarelo. Só a equipe vê." : ""}</span>}
        <Counter length={text.length} />
      </div>
    </DropZone>
  );
}

interface TextFieldProps {
  field: RefObject<HTMLTextAreaElement | null>;
  note: boolean;
  text: string;
  onText: (text: string) => void;
  onSubmit: () => void;
  onLeave: () => void;
  onFiles: (files: FileList) => void;
  suggestions: Suggestions;
}

function TextField({ field, note, text, onText, onSubmit, onLeave, onFiles, suggestions }: TextFieldProps) {
  const wide = useMediaQuery("(min-width: 640px)");
  const onKeyDown = (event: KeyboardEvent) => {
    if (suggestions.onKey(event)) return;
    // Enter also ends the composition of a character; that one is not meant for us.
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      onSubmit();
    }
    if (event.key === "Escape") onLeave();
  };
  return (
    <textarea
      ref={field}
      rows={1}
      value={text}
      aria-label={note ? "Nota interna" : "Mensagem"}
      aria-autocomplete="list"
      aria-controls={suggestions.open ? LIST_ID : undefined}
      aria-activedescendant={suggestions.open && suggestions.choices.length > 0 ? `${LIST_ID}-${suggestions.at}` : undefined}
      placeholder={note ? "Nota para a equipe; @ chama um colega" : wide ? "Escreva uma mensagem, ou / para uma resposta rápida" : "Mensagem"}
      onChange={(event) => {
        suggestions.track(event.target.value, event.target.selectionStart);
        onText(event.target.value);
      }}
      onKeyDown={onKeyDown}
      onPaste={(event) => {
        if (note || event.clipboardData.files.length === 0) return;
        event.preventDefault();
        onFiles(event.clipboardData.files);
      }}
      data-testid="composer-text"
      className="max-h-44 min-h-8 min-w-0 flex-1 resize-none bg-transparent px-1.5 py-1.5 text-base outline-none [field-sizing:content]"
    />
  );
}

function AttachButton({ onFiles }: { onFiles: (files: FileList) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton label="Anexar arquivo" side="top" icon={<Paperclip aria-hidden />} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Arquivos para anexar"
        data-testid="composer-file"
        onChange={(event) => {
          if (event.target.files) onFiles(event.target.files);
          event.target.value = "";
        }}
      />
    </>
  );
}

function Counter({ length }: { length: number }) {
  if (length < TEXT_LIMIT * 0.85) return <span className="hidden whitespace-nowrap 2xl:inline">Enter envia · Shift Enter quebra a linha</span>;
  const left = TEXT_LIMIT - length;
  return (
    <span role="status" className={cx("tabular-nums", left < 0 && "font-medium text-danger-text")}>
      {left < 0 ? `${-left} caracteres a mais` : `${left} caracteres restantes`}
    </span>
  );
}
