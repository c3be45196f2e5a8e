/** What can be done from the overview? Each makes the figures stale; taking also the conversation and its lists. */
import { useMutation, useQueryClient } from "@tanstack/react-query";

import type { Overview } from "@/api/contract";
import { api } from "@/api/endpoints";
import { handoffsApi } from "@/api/handoffs";
import { keys } from "@/api/keys";
import { problemCode } from "@/api/problem";
import { sentenceFor } from "@/api/texts";
import { dayKey } from "@/lib/time";
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

export function useRepair() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, state }: { id: string; state: "active" | "waiting" | "archived" }) => handoffsApi.repair(id, state),
    onError: (error) => notify("error", sentenceFor(error, sentences)),
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: keys.overview }), client.invalidateQueries({ queryKey: ["conversations"] })]),
  });
}

export function useExport() {
  return useMutation({
    mutationFn: () => handoffsApi.sheet(),
    onSuccess: (sheet) => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(sheet);
      link.download = `visao-geral-${dayKey(Date.now())}.csv`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    },
    onError: (error) => notify("error", sentenceFor(error, sentences)),
  });
}
