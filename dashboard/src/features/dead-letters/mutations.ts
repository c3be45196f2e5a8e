/** What becomes of a dead letter? It leaves the list; a retried one may come back. */
import { useMutation, useQueryClient } from "@tanstack/react-query";

import { api } from "@/api/endpoints";
import { keys } from "@/api/keys";
import { sentenceFor } from "@/api/texts";
import { notify } from "@/ui/toast";

function useSettle(settle: (id: string) => Promise<unknown>, done: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: settle,
    onSuccess: () => notify("success", done),
    onError: (error) => notify("error", sentenceFor(error)),
    onSettled: () => client.invalidateQueries({ queryKey: keys.deadLetters }),
  });
}

export const useRetry = () => useSettle(api.retryDeadLetter, "De volta à fila. Se falhar de novo, volta para cá.");
export const useDismiss = () => useSettle(api.dismissDeadLetter, "Descartado.");
