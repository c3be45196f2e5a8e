/** What happened to this one? */
import { MessageSquareText, RotateCw, Trash2 } from "lucide-react";

import type { DeadLetter } from "@/api/contract";
import { useMay } from "@/api/use-may";
import { fullMoment, momentInSentence } from "@/lib/time";
import { Button, IconButton } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";

import { useDismiss, useRetry } from "../mutations";
import { attemptsText, causeSentence, kindName, summarySentence } from "../texts";

export function LetterRow({ letter, onOpenConversation }: { letter: DeadLetter; onOpenConversation: (id: string) => void }) {
  const retry = useRetry();
  const dismiss = useDismiss();
  const mayWrite = useMay("dead_letters:write");
  const busy = retry.isPending || dismiss.isPending;
  const { conversation_id: conversationId } = letter;
  return (
    <tr className="flex flex-wrap gap-x-3 gap-y-1.5 px-4 py-3 align-top md:table-row md:p-0 [&>td]:md:px-4 [&>td]:md:py-3" data-testid="dead-letter" data-id={letter.id}>
      <td className="basis-full md:w-64">
        <span className="block font-medium">
          <SafeText text={summarySentence(letter.summary)} max={160} />
        </span>
        <span className="text-sm text-ink-3">{kindName(letter.kind)}</span>
      </td>
      <td className="basis-full text-danger-text [overflow-wrap:anywhere]">
        <SafeText text={causeSentence(letter.cause)} max={400} />
      </td>
      <td className="text-sm text-ink-2 tabular-nums md:text-right md:text-list">
        {letter.attempts}
        <span className="md:hidden"> {attemptsText(letter.attempts)}</span>
      </td>
      <td className="text-sm whitespace-nowrap text-ink-2 md:text-list" title={fullMoment(letter.died_at)}>
        {momentInSentence(letter.died_at, Date.now())}
      </td>
      <td className="mt-1 basis-full md:w-px">
        <span className="flex items-center gap-1 md:justify-end">
          {mayWrite && (
            <Button size="sm" busy={retry.isPending} disabled={busy} onClick={() => retry.mutate(letter.id)} data-testid="dead-letter-retry">
              <RotateCw className="size-3.5" aria-hidden />
              Tentar de novo
            </Button>
          )}
          {conversationId && <IconButton label="Abrir a conversa" icon={<MessageSquareText aria-hidden />} onClick={() => onOpenConversation(conversationId)} />}
          {mayWrite && (
            <IconButton label="Descartar" icon={<Trash2 aria-hidden />} disabled={busy} onClick={() => dismiss.mutate(letter.id)} data-testid="dead-letter-dismiss" />
          )}
        </span>
      </td>
    </tr>
  );
}
