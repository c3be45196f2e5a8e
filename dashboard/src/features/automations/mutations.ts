/** What can be done with automations, and what does each make stale? */
import { useMutation, useQueryClient } from "@tanstack/react-query";

import { type Automation, automationKeys, automationsApi, type Draft, type ListedAutomation } from "@/api/automations";
import { sentenceFor } from "@/api/texts";
import { notify } from "@/ui/toast";

import { sentences } from "./texts";

const tell = (error: unknown) => notify("error", sentenceFor(error, sentences));

export function useSave(before: Automation | null, onSaved: (saved: Automation) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draft: Draft) => (before ? automationsApi.change(before.id, before.revision, draft) : automationsApi.create(draft)),
    onSuccess: (saved) => {
      client.setQueryData(automationKeys.one(saved.id), saved);
      void client.invalidateQueries({ queryKey: automationKeys.list });
      notify("success", "Automação salva.");
      onSaved(saved);
    },
    onError: tell,
  });
}

export function useSwitch() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, state }: { id: string; state: "on" | "off" }) => automationsApi.switchTo(id, state),
    onSuccess: (_, { state }) => {
      void client.invalidateQueries({ queryKey: automationKeys.all });
      notify("success", state === "on" ? "Ligada: vale para o que acontecer de agora em diante." : "Desligada.");
    },
    onError: tell,
  });
}

export function useOrder() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: string[]) => automationsApi.order(ids),
    onMutate: (ids) => {
      const rank = new Map(ids.map((id, at) => [id, at]));
      client.setQueryData<ListedAutomation[]>(automationKeys.list, (before) => before && [...before].sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0)));
    },
    onError: tell,
    onSettled: () => void client.invalidateQueries({ queryKey: automationKeys.list }),
  });
}

export function useRemove(onGone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => automationsApi.remove(id),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: automationKeys.list });
      notify("success", "Automação excluída.");
      onGone();
    },
    onError: tell,
  });
}

export const useTry = () =>
  useMutation({ mutationFn: ({ draft, id, seq, anyway }: { draft: Draft; id: string | null; seq: number; anyway: boolean }) => automationsApi.tryOn(draft, id, seq, anyway), onError: tell });
