/** What can be done with a transbordo? Each makes its lists, the overview and its conversation stale. */
import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";

import { api } from "@/api/endpoints";
import { type HandoffChange, handoffsApi, type HandoffSettingsInput } from "@/api/handoffs";
import { keys } from "@/api/keys";
import { problemCode } from "@/api/problem";
import { sentenceFor } from "@/api/texts";
import { notify } from "@/ui/toast";

import { sentences } from "./texts";

const refresh = (client: QueryClient) =>
  Promise.all([
    client.invalidateQueries({ queryKey: keys.handoffs }),
    client.invalidateQueries({ queryKey: keys.overview }),
    client.invalidateQueries({ queryKey: ["conversations"] }),
  ]);

export function useTakeHandoff(onTaken: (conversationId: string) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (conversationId: string) => api.take(conversationId),
    onSuccess: (conversation) => onTaken(conversation.id),
    onError: (error) => notify(problemCode(error) === "taken_by_other" ? "info" : "error", sentenceFor(error, sentences)),
    onSettled: () => refresh(client),
  });
}

export function useResolve() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => handoffsApi.resolve(id),
    onSuccess: () => notify("success", "Transbordo resolvido."),
    onError: (error) => notify("error", sentenceFor(error, sentences)),
    onSettled: () => refresh(client),
  });
}

export function useChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...change }: HandoffChange & { id: string }) => handoffsApi.change(id, change),
    onError: (error) => notify("error", sentenceFor(error, sentences)),
    onSettled: () => refresh(client),
  });
}

export function useSaveSettings(onSaved: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (settings: HandoffSettingsInput) => handoffsApi.saveSettings(settings),
    onSuccess: (saved) => {
      client.setQueryData(keys.handoffSettings, saved);
      notify("success", "Prazos e avisos salvos.");
      onSaved();
    },
    onError: (error) => notify("error", sentenceFor(error, sentences)),
  });
}
