/** What can people do with their work in common, and what does each make stale? */
import { useMutation, useQueryClient } from "@tanstack/react-query";

import { keys } from "@/api/keys";
import { type Gift, teamworkApi } from "@/api/teamwork";
import { sentenceFor } from "@/api/texts";
import { notify } from "@/ui/toast";

import { putConversation, refreshNewest } from "../cache";
import { sentences } from "../texts";

/** `to` is said to the giver; the row leaves their list by itself where they may not see it any more. */
export function useGive(conversationId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ gift }: { gift: Gift; to: string }) => teamworkApi.give(conversationId, gift),
    onSuccess: (conversation, { to }) => {
      putConversation(client, conversation);
      void client.invalidateQueries({ queryKey: keys.conversationCounts });
      void client.invalidateQueries({ queryKey: keys.desk });
      void refreshNewest(client, conversation.id).catch(() => undefined);
      notify("success", to === "" ? "A conversa não é mais de ninguém." : `Conversa passada para ${conversation.assignee?.name ?? to}.`);
    },
    onError: (error) => {
      notify("error", sentenceFor(error, sentences));
      void client.invalidateQueries({ queryKey: keys.conversation(conversationId) });
    },
  });
}

export function useSeeAssignments(conversationId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => teamworkApi.seeAssignments(conversationId),
    onSettled: () => client.invalidateQueries({ queryKey: keys.assignments(conversationId) }),
  });
}

export function useSetAvailable() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (available: boolean) => teamworkApi.setAvailable(available),
    onSuccess: (_, available) =>
      notify("success", available ? "Você está disponível: novas conversas podem chegar." : "Você está ausente: nenhuma conversa é passada para você."),
    onError: (error) => notify("error", sentenceFor(error, sentences)),
    onSettled: () => client.invalidateQueries({ queryKey: keys.desk }),
  });
}

export function useMarkMentionsRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (conversationId: string | null) => teamworkApi.markMentionsRead(conversationId),
    onSettled: () => client.invalidateQueries({ queryKey: keys.mentions }),
  });
}

export interface ReplyDraft {
  id: string | null;
  shared: boolean;
  shortcut: string;
  title: string;
  text: string;
}

export function useKeepQuickReply() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, shared, ...json }: ReplyDraft) =>
      id === null ? teamworkApi.createQuickReply({ ...json, shared }) : teamworkApi.changeQuickReply(id, json),
    onSuccess: () => {
      notify("success", "Resposta rápida salva.");
      void client.invalidateQueries({ queryKey: keys.quickReplies });
    },
  });
}

export function useRemoveQuickReply() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => teamworkApi.removeQuickReply(id),
    onSuccess: () => notify("success", "Resposta rápida excluída."),
    onError: (error) => notify("error", sentenceFor(error, sentences)),
    onSettled: () => client.invalidateQueries({ queryKey: keys.quickReplies }),
  });
}
