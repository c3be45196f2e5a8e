/** What follows when another person or organization takes the screen? */
import { sessionStore } from "@/api/session";
import { outgoingStore } from "@/features/conversations/outgoing";
import { clearDrafts } from "@/lib/drafts";
import { setTimeZone } from "@/lib/time";

import { queryClient } from "./query-client";

/** Nothing of one organization may be seen in another: the cache is emptied before anything is drawn. */
export function watchSession(): void {
  let before = identity();
  sessionStore.subscribe(() => {
    const session = sessionStore.get();
    if (session?.organization) setTimeZone(session.organization.time_zone);
    const now = identity();
    if (now === before) return;
    if (now !== null && before !== null) {
      clearDrafts();
      outgoingStore.set([]);
    }
    before = now ?? before;
    queryClient.clear();
  });
}

function identity(): string | null {
  const session = sessionStore.get();
  return session && `${session.user.id}/${session.organization?.id ?? ""}`;
}
