/** Where does the conversation stand in its flow, and what did the flow learn? */
import { Bot } from "lucide-react";

import { lookup } from "@/lib/lookup";
import { duration } from "@/lib/time";
import { SafeText } from "@/ui/safe-text";
import { Skeleton } from "@/ui/states";

import { useFlowSession } from "../queries";
import { sessionStates } from "../texts";
import { Fact, Section } from "./person-pane-parts";
import { Variables } from "./variables";

export function FlowPart({ conversationId, now }: { conversationId: string; now: number }) {
  const { data: session, isPending } = useFlowSession(conversationId);
  if (isPending) return <Skeleton className="mx-4 my-3.5 h-20" />;
  // Without a session, or without an answer, there is nothing to tell; the rest of the pane stands.
  if (!session) return null;
  const left = Date.parse(session.expires_at) - now;
  return (
    <>
      <Section title="Robô" icon={<Bot className="size-3.5" aria-hidden />}>
        <Fact label="Nome">
          <SafeText text={session.bot} max={60} />
        </Fact>
        {session.flow !== "" && (
          <Fact label="Fluxo">
            <SafeText text={session.flow} max={60} />
          </Fact>
        )}
        {session.node !== "" && (
          <Fact label="Parou em">
            <code className="rounded-sm bg-sunken px-1 py-0.5 font-mono text-sm [overflow-wrap:anywhere]">
              <SafeText text={session.node} max={80} />
            </code>
          </Fact>
        )}
        <Fact label="Sessão">
          {lookup(sessionStates, session.status) ?? session.status}
          {session.status === "waiting" && left > 0 && `, expira em ${duration(left)}`}
        </Fact>
      </Section>
      <Variables variables={session.variables} />
    </>
  );
}
