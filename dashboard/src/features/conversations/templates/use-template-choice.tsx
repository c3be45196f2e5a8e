/** Is a template being chosen, and what was typed before? */
import { useState } from "react";

import type { Conversation } from "@/api/contract";
import { readDraft } from "@/lib/drafts";

import { TemplateDialog } from "./template-dialog";

export function useTemplateChoice(conversation: Conversation) {
  const [choosing, setChoosing] = useState(false);
  // What was being typed when the window closed waits in its place until it opens again.
  const draft = readDraft(`text.${conversation.id}`);
  return {
    draft,
    // A channel without a window has no templates either.
    open: conversation.window === null ? undefined : () => setChoosing(true),
    dialog: choosing ? <TemplateDialog conversation={conversation} draft={draft} onClose={() => setChoosing(false)} /> : null,
  };
}
