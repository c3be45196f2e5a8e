/** What can be done with templates, and what does each make stale? */
import { useMutation, useQueryClient } from "@tanstack/react-query";

import { keys } from "@/api/keys";
import { type Template, type TemplateDraft, templatesApi } from "@/api/templates";
import { sentenceFor } from "@/api/texts";
import { notify } from "@/ui/toast";

import { sentences } from "./texts";

export function useSync() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => templatesApi.sync(),
    // The fact that tells the end of it refreshes the list; this shows that it has begun.
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.templates }),
    onError: (error) => notify("error", sentenceFor(error, sentences)),
  });
}

export function useCreate(onMade: (template: Template) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draft: TemplateDraft) => templatesApi.create(draft),
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: keys.templates });
      notify("success", "Modelo enviado para análise da Meta.");
      onMade(made);
    },
    onError: (error) => notify("error", sentenceFor(error, sentences)),
  });
}

export function useRemove(onGone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => templatesApi.remove(id),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.templates });
      notify("success", "Modelo excluído.");
      onGone();
    },
    onError: (error) => notify("error", sentenceFor(error, sentences)),
  });
}

export function useSample(onKept: (handle: string, name: string) => void) {
  return useMutation({
    mutationFn: ({ channel, file }: { channel: string; file: File }) => templatesApi.sample(channel, file),
    onSuccess: (kept, { file }) => onKept(kept.header_handle, file.name),
    onError: (error) => notify("error", sentenceFor(error, sentences)),
  });
}
