/** Who has waited longest, and who goes to them? */
import { Coffee, Hand } from "lucide-react";

import type { Conversation } from "@/api/contract";
import { useMay } from "@/api/use-may";
import { reasonSentence } from "@/lib/reasons";
import { formatPhone } from "@/lib/phone";
import { plainText } from "@/lib/text-marks";
import { duration } from "@/lib/time";
import { useNow } from "@/lib/use-now";
import { Avatar } from "@/ui/avatar";
import { Button } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";
import { Empty } from "@/ui/states";

import { useTake } from "../mutations";

export function LongestWaiting({ conversations, onOpen }: { conversations: Conversation[]; onOpen: (id: string) => void }) {
  const take = useTake(onOpen);
  const now = useNow(30_000);
  const mayTake = useMay("conversations:write");
  if (conversations.length === 0) {
    return (
      <Empty icon={<Coffee aria-hidden />} title="Ninguém esperando" className="flex-1">
        Quando o robô chamar uma pessoa, quem espera há mais tempo aparece aqui.
      </Empty>
    );
  }
  return (
    <ul className="flex flex-col px-2 pb-2">
      {conversations.map((conversation) => {
        const name = conversation.contact.name || formatPhone(conversation.contact.phone);
        const since = conversation.waiting_since ?? conversation.state_since;
        return (
          <li key={conversation.id} className="flex items-center gap-2 rounded-lg pr-2 hover:bg-hover" data-testid="waiting-row" data-id={conversation.id}>
            <button type="button" onClick={() => onOpen(conversation.id)} className="flex min-w-0 flex-1 items-center gap-3 rounded-lg px-2 py-2 text-left">
              <Avatar name={name} />
              <span className="min-w-0 flex-1">
                <span className="block truncate text-list font-medium">
                  <SafeText text={name} max={80} />
                </span>
                <span className="block truncate text-sm text-ink-2">
                  <SafeText text={conversation.handoff ? reasonSentence(conversation.handoff.reason) : conversation.last_message.preview} max={120} />
                </span>
              </span>
              <span className="shrink-0 text-right text-list font-medium text-amber-text tabular-nums">
                {duration(now - Date.parse(since))}
                <span className="block text-sm font-normal text-ink-3">esperando</span>
              </span>
            </button>
            {mayTake && (
              <Button
                size="sm"
                className="h-8"
                busy={take.isPending && take.variables === conversation.id}
                disabled={take.isPending}
                onClick={() => take.mutate(conversation.id)}
                aria-label={`Assumir a conversa com ${plainText(name).slice(0, 80)}`}
                data-testid="waiting-take"
              >
                <Hand className="size-3.5" aria-hidden />
                <span className="hidden sm:inline">Assumir</span>
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
