/** What can be done to many conversations, and to kept filters? */
import { useMutation, useQueryClient } from "@tanstack/react-query";

import type { ConversationFilter } from "@/api/endpoints";
import { type BulkAct, inboxApi } from "@/api/inbox";
import { keys } from "@/api/keys";
import { sentenceFor } from "@/api/texts";
import { notify } from "@/ui/toast";

import { bulkSentence, sentences } from "./texts";

export function useBulk(onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    // One key for one press: a request that is sent again by the browser is answered, not done again.
    mutationFn: ({ ids, act, key }: { ids: string[]; act: BulkAct; key: string }) => inboxApi.bulk(ids, act, key),
    onSuccess: (results, { act }) => {
      const refused = results.filter((one) => !one.done);
      notify(refused.length > 0 ? "info" : "success", bulkSentence(act.action, results.length - refused.length, refused.map((one) => one.code ?? "")));
      onDone();
      void client.invalidateQueries({ queryKey: ["conversations"] });
    },
    onError: (error) => notify("error", sentenceFor(error, sentences)),
  });
}

export function useSaveView() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (view: { name: string; filter: ConversationFilter; shared: boolean }) => inboxApi.createView(view),
    onSuccess: (view) => {
      notify("success", `Visão “${view.name}” salva.`);
      void client.invalidateQueries({ queryKey: keys.conversationViews });
    },
    onError: (error) => notify("error", sentenceFor(error, sentences)),
  });
}

export function useRemoveView() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => inboxApi.removeView(id),
    onSettled: () => void client.invalidateQueries({ queryKey: keys.conversationViews }),
    onError: (error) => notify("error", sentenceFor(error, sentences)),
  });
}
