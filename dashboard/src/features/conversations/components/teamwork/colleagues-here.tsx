/** Which colleagues look at this conversation or type in it? */
import { Eye, PencilLine } from "lucide-react";

import { SafeText } from "@/ui/safe-text";

import { useColleaguesHere, useLooking } from "../../teamwork/presence";
import { useDesk } from "../../teamwork/queries";

export function ColleaguesHere({ conversationId }: { conversationId: string }) {
  useLooking(conversationId);
  const here = useColleaguesHere(conversationId);
  const people = useDesk()?.people ?? [];
  const name = (member: string) => people.find((person) => person.id === member)?.name ?? "Um colega";
  const typing = here.filter((one) => one.typing);
  const shown = typing.length > 0 ? typing : here;
  if (shown.length === 0) return null;
  const Icon = typing.length > 0 ? PencilLine : Eye;
  return (
    <p className="flex items-center gap-1.5 border-t border-line bg-amber-soft px-4 py-1 text-sm text-amber-text" role="status" data-testid="colleagues-here" data-typing={typing.length > 0}>
      <Icon className="size-3.5 shrink-0" aria-hidden />
      <span className="truncate">
        <SafeText text={sentence(shown.map((one) => name(one.member)), typing.length > 0)} max={160} />
      </span>
    </p>
  );
}

function sentence(names: string[], typing: boolean): string {
  const [first, second, ...rest] = names;
  const who = second === undefined ? first : rest.length === 0 ? `${first} e ${second}` : `${first}, ${second} e mais ${rest.length}`;
  const many = names.length > 1;
  if (typing) return `${who} ${many ? "estão" : "está"} digitando aqui`;
  return `${who} também ${many ? "olham" : "olha"} esta conversa`;
}
