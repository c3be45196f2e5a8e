/** Was a person asked for here, until when should they come, and how often was it so before? */
import { useQuery } from "@tanstack/react-query";

import type { Conversation } from "@/api/contract";
import { type Handoff, handoffsApi } from "@/api/handoffs";
import { keys } from "@/api/keys";
import { cx } from "@/lib/classes";
import { lookup } from "@/lib/lookup";
import { reasonSentence } from "@/lib/reasons";
import { ago, duration, momentInSentence } from "@/lib/time";
import { SafeText } from "@/ui/safe-text";

import { handoffStates, priorities } from "../texts";
import { Section } from "./person-pane-parts";

export function HandoffPart({ conversation, now }: { conversation: Conversation; now: number }) {
  // Asked anew whenever the conversation's own one becomes another.
  const own = `${conversation.handoff?.id}.${conversation.handoff?.state}`;
  const { data } = useQuery({ queryKey: [...keys.handoffHistory(conversation.id), own], queryFn: ({ signal }) => handoffsApi.history(conversation.id, signal) });
  const pending = data?.find((one) => one.id === conversation.handoff?.id);
  const before = data?.filter((one) => one.state === "resolved" || one.state === "expired") ?? [];
  return (
    <>
      {conversation.handoff && <Current handoff={conversation.handoff} task={pending} now={now} />}
      {before.length > 0 && (
        <Section title="Transbordos anteriores">
          <ul className="flex flex-col gap-1.5" data-testid="handoff-history">
            {before.slice(0, 5).map((one) => (
              <li key={one.id} className="text-list">
                <span className="block [overflow-wrap:anywhere]">
                  <SafeText text={reasonSentence(one.reason)} max={120} />
                </span>
                <span className="block text-sm text-ink-2">
                  {momentInSentence(one.opened_at, now)} · {lookup(handoffStates, one.state) ?? one.state}
                  {one.taken_by && " por "}
                  {one.taken_by && <SafeText text={one.taken_by} max={40} />}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

interface CurrentProps {
  handoff: NonNullable<Conversation["handoff"]>;
  task: Handoff | undefined;
  now: number;
}

function Current({ handoff, task, now }: CurrentProps) {
  const open = handoff.state === "open";
  const rest = task && open ? Date.parse(task.due_at) - now : null;
  const late = rest !== null && rest <= 0;
  return (
    <div className={cx("mx-4 mb-4 rounded-lg px-3 py-2.5", late ? "bg-danger-soft" : open ? "bg-amber-soft" : "bg-sunken")} data-testid="handoff">
      <p className={cx("flex items-center justify-between text-sm font-semibold", late ? "text-danger-text" : open ? "text-amber-text" : "text-ink-2")}>
        <span>Transbordo {lookup(handoffStates, handoff.state) ?? handoff.state}</span>
        <span className="font-normal">{ago(now - Date.parse(handoff.opened_at))}</span>
      </p>
      <p className="mt-0.5 text-list [overflow-wrap:anywhere]">
        <SafeText text={reasonSentence(handoff.reason)} max={300} />
      </p>
      {task?.summary && (
        <p className="mt-1 text-sm [overflow-wrap:anywhere]">
          <SafeText text={task.summary} max={600} />
        </p>
      )}
      {rest !== null && <Rest rest={rest} />}
      {handoff.priority !== "normal" && <p className="mt-1 text-sm text-ink-2">Prioridade {lookup(priorities, handoff.priority) ?? handoff.priority}</p>}
    </div>
  );
}

function Rest({ rest }: { rest: number }) {
  const late = rest <= 0;
  return <p className={cx("mt-1 text-sm", late ? "font-medium text-danger-text" : "text-ink-2")}>{late ? `Atrasado há ${duration(-rest)}` : `Faltam ${duration(rest)} para o prazo`}</p>;
}
