/** How do facts of the live stream reach the features? The only place that knows both. */
import { useEffect } from "react";

import { type Fact, type FactListener, readFact } from "@/api/facts";
import { currentToken, renewSession } from "@/api/session";
import { createAutomationListener } from "@/features/automations/live";
import { createConnectionListener } from "@/features/connections/live";
import { createContactListener } from "@/features/contacts/live";
import { createConversationListener } from "@/features/conversations/live";
import { createTeamworkListener } from "@/features/conversations/teamwork/live";
import { createDeadLetterListener } from "@/features/dead-letters/live";
import { createDelegationListener } from "@/features/delegation/live";
import { createFlowListener } from "@/features/flows/live";
import { createHandoffListener } from "@/features/handoffs/live";
import { createLeadListener } from "@/features/leads/live";
import { createOverviewListener } from "@/features/overview/live";
import { createTemplateListener } from "@/features/templates/live";
import { createSettingsListener } from "@/features/settings/live";
import { createUnderstandingListener } from "@/features/settings/understanding/live";
import { coalesce } from "@/lib/coalesce";
import { type LiveState, openLive } from "@/lib/live";
import { createStore } from "@/lib/store";

import { queryClient } from "./query-client";

export const liveState = createStore<LiveState>("connecting");

// Long enough for a turn's facts to arrive together, short enough not to be felt.
const TOGETHER = 50;

/** Keeps the stream of the organization open while the component is mounted. */
export function useLive(organizationId: string): void {
  useEffect(() => {
    const listeners: FactListener[] = [
      createAutomationListener(queryClient),
      createContactListener(queryClient),
      createConversationListener(queryClient),
      createTeamworkListener(queryClient),
      createConnectionListener(queryClient),
      createOverviewListener(queryClient),
      createDeadLetterListener(queryClient),
      createFlowListener(queryClient),
      createTemplateListener(queryClient),
      createHandoffListener(queryClient),
      createDelegationListener(queryClient),
      createLeadListener(queryClient),
      createSettingsListener(queryClient),
      createUnderstandingListener(queryClient),
    ];
    const deliver = coalesce<Fact>(TOGETHER, (facts) => listeners.forEach((listen) => listen(facts)));
    return openLive({
      url: `/api/v1/live/org/${organizationId}`,
      token: (renew) => (renew ? renewSession() : Promise.resolve(currentToken())),
      onFact: (event) => deliver(readFact(event.name, event.data)),
      onState: liveState.set,
    });
  }, [organizationId]);
}
