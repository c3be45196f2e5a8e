/** Who gave this conversation to me, and what am I to read first? */
import { MessageSquareQuote } from "lucide-react";

import type { Conversation } from "@/api/contract";
import { momentInSentence } from "@/lib/time";
import { Button } from "@/ui/button";
import { RichText, SafeText } from "@/ui/safe-text";

import { useSeeAssignments } from "../../teamwork/mutations";
import { useAssignments, useDesk } from "../../teamwork/queries";

export function HandedNotice({ conversation, me }: { conversation: Conversation; me: string | null }) {
  const last = useAssignments(conversation.id)?.[0];
  const myTeams = useDesk()?.me?.team_ids ?? [];
  const see = useSeeAssignments(conversation.id);
  if (!last || last.seen || last.note === "" || last.actor_id === me || conversation.state === "archived") return null;
  const mine = last.member ? last.member.id === me : last.team !== null && myTeams.includes(last.team.id);
  if (!mine) return null;
  return (
    <div className="flex items-start gap-3 border-b border-note-line bg-note px-4 py-2.5 text-note-ink" role="status" data-testid="handed-notice">
      <MessageSquareQuote className="mt-0.5 size-4.5 shrink-0" aria-hidden />
      <div className="max-h-32 min-w-0 flex-1 overflow-y-auto">
        <p className="text-sm font-semibold">
          <SafeText text={last.by || "A equipe"} max={60} /> passou esta conversa {last.member ? "para você" : "para sua equipe"} {momentInSentence(last.at, Date.now())}
        </p>
        <p className="[overflow-wrap:anywhere]">
          <RichText text={last.note} />
        </p>
      </div>
      <Button size="sm" busy={see.isPending} onClick={() => see.mutate()} data-testid="handed-seen">
        Entendi
      </Button>
    </div>
  );
}
