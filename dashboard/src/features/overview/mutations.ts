/** What can be done from the overview? Each makes the figures stale; taking also the conversation and its lists. */
import { useMutation, useQueryClient } from "@tanstack/react-query";

import type { Overview } from "@/api/contract";
import { api } from "@/api/endpoints";
import { keys } from "@/api/keys";
import { problemCode } from "@/api/problem";
import { sentenceFor } from "@/api/texts";
import { notify } from "@/ui/toast";

import { sentences } from "./texts";

export function useTake(onTaken: (conversationId: string) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: api.take,
    onSuccess: (conversation) => onTaken(conversation.id),
    onError: (error) => notify(problemCode(error) === "taken_by_other" ? "info" : "error", sentenceFor(error, sentences)),
    onSettled: () =>
      Promise.all([client.invalidateQueries({ queryKey: keys.overview }), client.invalidateQueries({ queryKey: ["conversations"] })]),
  });
}

export function useSwitchConnection() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, on }: { id: string; on: boolean }) => (on ? api.connect(id) : api.disconnect(id)),
    onSuccess: (channel) =>
      client.setQueryData<Overview>(
        keys.overview,
        (overview) => overview && { ...overview, connections: overview.connections.map((one) => (one.id === channel.id ? channel : one)) },
      ),
    onError: (error) => notify("error", sentenceFor(error, sentences)),
    onSettled: () => client.invalidateQueries({ queryKey: keys.overview }),
  });
}
