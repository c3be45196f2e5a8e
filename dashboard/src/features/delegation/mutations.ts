/** What can be done with something delegated? */
import { useMutation, useQueryClient } from "@tanstack/react-query";

import { handoffsApi } from "@/api/handoffs";
import { keys } from "@/api/keys";
import { sentenceFor } from "@/api/texts";
import { notify } from "@/ui/toast";

import { failureOf } from "./texts";

export function useRetry() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => handoffsApi.retryDelegation(id),
    onSuccess: (task) => (task.state === "failed" ? notify("error", failureOf(task)) : notify("success", "De volta à fila da Viviane.")),
    onError: (error) => notify("error", sentenceFor(error, { delegation_not_failed: "Esta delegação já não está com falha." })),
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: keys.delegations }), client.invalidateQueries({ queryKey: keys.overview })]),
  });
}
