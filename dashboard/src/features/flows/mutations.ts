/** What can be done to flows and bots, and what is stale afterwards? */
import { useMutation, useQueryClient } from "@tanstack/react-query";

import { type BotForm, flowsApi, type NewFlow, type SessionsFate } from "@/api/flows";
import { keys } from "@/api/keys";
import { secretsApi } from "@/api/secrets";
import { sentenceFor } from "@/api/texts";
import { notify } from "@/ui/toast";

import { flowSentences, plural } from "./texts";

const complain = (error: unknown) => notify("error", sentenceFor(error, flowSentences));

export function useCreateFlow() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (flow: NewFlow) => flowsApi.create(flow),
    onError: complain,
    onSettled: () => client.invalidateQueries({ queryKey: keys.flows }),
  });
}

export function useImportFlow() {
  const client = useQueryClient();
  return useMutation({ mutationFn: flowsApi.importFlow, onSettled: () => client.invalidateQueries({ queryKey: keys.flows }) });
}

interface SecretToKeep {
  /** Of the secret whose value is changed; none for a new one. */
  id: string | undefined;
  name: string;
  /** null: one is made, and shown once. */
  value: string | null;
  /** none: as before. */
  origins: string[] | undefined;
}

export function useKeepSecret() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, name, value, origins }: SecretToKeep) =>
      id === undefined ? secretsApi.create({ name, value, origins: origins ?? [] }) : secretsApi.rotate(id, { value, ...(origins ? { origins } : {}) }),
    onSuccess: () => notify("success", "Segredo guardado."),
    onError: complain,
    onSettled: () => client.invalidateQueries({ queryKey: keys.secrets }),
  });
}

export function useRemoveSecret() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: secretsApi.remove,
    onSuccess: () => notify("success", "Segredo apagado."),
    onError: complain,
    onSettled: () => client.invalidateQueries({ queryKey: keys.secrets }),
  });
}

export function useArchiveFlow() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: flowsApi.archive,
    onSuccess: () => notify("success", "Fluxo arquivado."),
    onError: complain,
    onSettled: () => client.invalidateQueries({ queryKey: keys.flows }),
  });
}

export function usePublish(flowId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (how: { revision: number; sessions: SessionsFate; note?: string }) => flowsApi.publish(flowId, how),
    onSuccess: ({ number, moved, restarted }) => {
      const people = [moved > 0 ? `${plural(moved, "conversa continuou", "conversas continuaram")} nela` : "", restarted > 0 ? plural(restarted, "conversa recomeçou", "conversas recomeçaram") : ""].filter(Boolean).join(", ");
      notify("success", `Versão ${number} publicada.${people ? ` ${people}.` : ""}`);
    },
    onError: complain,
    onSettled: () =>
      Promise.all([client.invalidateQueries({ queryKey: keys.flows }), client.invalidateQueries({ queryKey: keys.flowVersions(flowId) })]),
  });
}

export function useRestore(flowId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ number, revision }: { number: number; revision: number }) => flowsApi.restore(flowId, number, revision),
    onError: complain,
    onSettled: () => client.invalidateQueries({ queryKey: keys.flowVersions(flowId) }),
  });
}

export function useSaveBot() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...bot }: BotForm) => (id === undefined ? flowsApi.createBot(bot) : flowsApi.changeBot(id, bot)),
    onSuccess: () => notify("success", "Chatbot salvo."),
    onError: complain,
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: keys.bots }), client.invalidateQueries({ queryKey: keys.flows })]),
  });
}
