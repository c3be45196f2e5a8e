/** How does a session begin, change and end? Each ends with another session, which empties the whole cache. */
import { useMutation } from "@tanstack/react-query";

import { api } from "@/api/endpoints";
import { adoptSession, forgetSession } from "@/api/session";
import { sentenceFor } from "@/api/texts";
import { clearDrafts } from "@/lib/drafts";
import { notify } from "@/ui/toast";

export function useSignIn() {
  return useMutation({ mutationFn: api.signIn, onSuccess: adoptSession });
}

export function useAcceptInvitation() {
  return useMutation({ mutationFn: api.acceptInvitation, onSuccess: adoptSession });
}

export function useSignOut() {
  return useMutation({
    mutationFn: api.signOut,
    // Whatever the server says, this browser forgets.
    onSettled: () => {
      clearDrafts();
      forgetSession(true);
    },
  });
}

export function useSwitchOrganization() {
  return useMutation({
    mutationFn: api.switchOrganization,
    onSuccess: adoptSession,
    onError: (error) => notify("error", sentenceFor(error)),
  });
}
