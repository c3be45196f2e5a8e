/** What is being written, with which files, and what leaves when it is sent? */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import type { Message } from "@/api/contract";
import { keepDraft, readDraft } from "@/lib/drafts";

import { type Attachment, useAttachments } from "./attachments";
import { TEXT_LIMIT, takesCaption } from "./composer-rules";
import { useServerDraft } from "./finding/server-draft";
import { useAddNote } from "./mutations";
import { type NewOutgoing, send } from "./outgoing";

interface WritingOptions {
  conversationId: string;
  note: boolean;
  replyTo: Message | null;
  onSent: () => void;
}

export function useWriting({ conversationId, note, replyTo, onSent }: WritingOptions) {
  const client = useQueryClient();
  const draft = `${note ? "note" : "text"}.${conversationId}`;
  const [text, setText] = useState(() => readDraft(draft));
  const attachments = useAttachments();
  const addNote = useAddNote(conversationId);
  const filesReady = attachments.items.every((item) => item.state === "ready");
  const something = text.trim() !== "" || (!note && attachments.items.length > 0);
  const canSend = something && filesReady && text.length <= TEXT_LIMIT && !addNote.isPending;

  const show = (next: string) => {
    setText(next);
    keepDraft(draft, next);
  };
  const keepThere = useServerDraft({ conversationId, enabled: !note, text, onFound: show });
  const write = (next: string) => {
    show(next);
    keepThere(next);
  };
  const submit = (mentionIds: string[] = []) => {
    if (!canSend) return;
    if (note) {
      addNote.mutate({ text: text.trim(), mentionIds }, { onSuccess: () => write("") });
      return;
    }
    for (const message of outgoingOf(conversationId, text.trim(), attachments.items, replyTo)) send(client, message);
    write("");
    attachments.clear();
    onSent();
  };
  return { text, write, attachments, submit, canSend, saving: addNote.isPending };
}

/** One message a file, the text below the first that can carry it, else before all. */
function outgoingOf(conversationId: string, text: string, items: Attachment[], replyTo: Message | null): NewOutgoing[] {
  const quoted = replyTo && { id: replyTo.id, text: replyTo.text, author: replyTo.author };
  const captioned = text === "" ? -1 : items.findIndex((item) => takesCaption(item.file.type));
  const messages: NewOutgoing[] = captioned < 0 && text !== "" ? [{ conversationId, text, replyTo: quoted, media: null }] : [];
  items.forEach((item, index) => {
    if (item.mediaId === null) return;
    const media = { id: item.mediaId, name: item.file.name, mimeType: item.file.type, size: item.file.size };
    messages.push({ conversationId, text: index === captioned ? text : "", replyTo: messages.length === 0 ? quoted : null, media });
  });
  return messages;
}
