/** What can a person do to a conversation, and what does each make stale? */
import { useMutation, useQueryClient } from "@tanstack/react-query";

import type { Conversation } from "@/api/contract";
import { api } from "@/api/endpoints";
import { keys } from "@/api/keys";
import { problemCode } from "@/api/problem";
import { sentenceFor } from "@/api/texts";
import { notify } from "@/ui/toast";

import { putConversation, putMessages, refreshNewest } from "./cache";
import { sentences } from "./texts";

/** A move of the whole conversation: the answer is its new shape; counts and the thread's system lines follow. `done` is said where the screen alone does not show it. */
function useMove(move: (id: string) => Promise<Conversation>, done?: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: move,
    onSuccess: (conversation) => {
      putConversation(client, conversation);
      void client.invalidateQueries({ queryKey: keys.conversationCounts });
      void refreshNewest(client, conversation.id).catch(() => undefined);
      if (done !== undefined) notify("success", done);
    },
    onError: (error, id) => {
      notify(problemCode(error) === "taken_by_other" ? "info" : "error", sentenceFor(error, sentences));
      void client.invalidateQueries({ queryKey: keys.conversation(id) });
    },
  });
}

export const useTake = () => useMove(api.take);
export const useHandBack = () => useMove(api.handBack);
export const useArchive = () => useMove(api.archive, "Conversa arquivada.");
export const useWait = () => useMove(api.wait, "Conversa marcada como aguardando.");

export function useAddNote(conversationId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ text, mentionIds }: { text: string; mentionIds: string[] }) => api.addNote(conversationId, text, mentionIds),
    onSuccess: (note) => putMessages(client, conversationId, [note]),
    onError: (error) => notify("error", sentenceFor(error, sentences)),
  });
}

export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (conversation: Conversation) => api.markRead(conversation.id),
    onMutate: (conversation) => putConversation(client, { ...conversation, unread: 0 }),
  });
}
