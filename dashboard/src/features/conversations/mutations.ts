/** What can a person do to a conversation, and what does each make stale? */
import { useMutation, useQueryClient } from "@tanstack/react-query";

import type { Conversation, Message } from "@/api/contract";
import { api } from "@/api/endpoints";
import { keys } from "@/api/keys";
import { problemCode } from "@/api/problem";
import { sentenceFor } from "@/api/texts";
import { notify } from "@/ui/toast";

import { offerAnnouncing } from "./finding/announcing";
import { putConversation, putMessages, refreshNewest } from "./cache";
import { sentences } from "./texts";
import { withReaction } from "./thread-acts";

/** A move of the whole conversation: the answer is its new shape; counts and the thread's system lines follow. `done` is said where the screen alone does not show it. */
function useMove(move: (id: string) => Promise<Conversation>, done?: string, afterwards?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: move,
    onSuccess: (conversation) => {
      putConversation(client, conversation);
      void client.invalidateQueries({ queryKey: keys.conversationCounts });
      void refreshNewest(client, conversation.id).catch(() => undefined);
      if (done !== undefined) notify("success", done);
      afterwards?.();
    },
    onError: (error, id) => {
      notify(problemCode(error) === "taken_by_other" ? "info" : "error", sentenceFor(error, sentences));
      void client.invalidateQueries({ queryKey: keys.conversation(id) });
    },
  });
}

export const useTake = () => useMove(api.take, undefined, offerAnnouncing);
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

/** The emoji stands there at once; what the server refuses goes away again. */
export function useReact(conversationId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ message, emoji }: { message: Message; emoji: string }) => api.react(conversationId, message.id, emoji),
    onMutate: ({ message, emoji }) => putMessages(client, conversationId, [withReaction(message, emoji)]),
    onError: (error, { message }) => {
      putMessages(client, conversationId, [message]);
      notify("error", sentenceFor(error, sentences));
    },
  });
}

export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (conversation: Conversation) => api.markRead(conversation.id),
    onMutate: (conversation) => putConversation(client, { ...conversation, unread: 0 }),
  });
}
