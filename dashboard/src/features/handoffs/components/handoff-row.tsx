/** Who waits, why, and until when should somebody have come? */
import { CheckCheck, Ellipsis, Flame, Hand, MessageSquareText, Snowflake } from "lucide-react";

import type { Handoff } from "@/api/handoffs";
import { useMay } from "@/api/use-may";
import { cx } from "@/lib/classes";
import { lookup } from "@/lib/lookup";
import { formatPhone } from "@/lib/phone";
import { reasonSentence } from "@/lib/reasons";
import { plainText } from "@/lib/text-marks";
import { duration, fullMoment, momentInSentence } from "@/lib/time";
import { Avatar } from "@/ui/avatar";
import { Button, IconButton } from "@/ui/button";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@/ui/menu";
import { SafeText } from "@/ui/safe-text";
import { Pill } from "@/ui/state-badge";

import { useChange, useResolve, useTakeHandoff } from "../mutations";
import { classNames, noticeSentence, priorityNames, stateNames } from "../texts";

interface HandoffRowProps {
  handoff: Handoff;
  now: number;
  onOpen: (conversationId: string) => void;
}

export function HandoffRow({ handoff, now, onOpen }: HandoffRowProps) {
  const name = handoff.contact_name || formatPhone(handoff.contact_phone);
  const pending = handoff.state === "open" || handoff.state === "taken";
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-3 md:flex-nowrap md:px-4" data-testid="handoff-row" data-id={handoff.id} data-late={handoff.late || undefined}>
      <button type="button" onClick={() => onOpen(handoff.conversation_id)} className="flex min-w-0 flex-1 basis-64 items-center gap-3 rounded-lg text-left">
        <Avatar name={name} />
        <span className="min-w-0 flex-1">
          <span className="flex min-w-0 items-center gap-2">
            <span className="truncate text-list font-medium">
              <SafeText text={name} max={80} />
            </span>
            {handoff.priority === "high" && <Pill tone="red">Prioridade alta</Pill>}
          </span>
          <span className="block truncate text-sm text-ink-2">
            <SafeText text={reasonSentence(handoff.reason)} max={120} />
            {handoff.lead_class !== "unrated" && ` · ${lookup(classNames, handoff.lead_class) ?? handoff.lead_class}`}
          </span>
          <Notices handoff={handoff} />
        </span>
      </button>
      <Moment handoff={handoff} now={now} />
      {pending && <Acts handoff={handoff} name={name} onOpen={onOpen} />}
    </li>
  );
}

function Moment({ handoff, now }: { handoff: Handoff; now: number }) {
  const { label, tone } = lookup(stateNames, handoff.state) ?? { label: handoff.state, tone: "grey" as const };
  if (handoff.state !== "open") {
    return (
      <span className="flex shrink-0 flex-col items-start gap-0.5 text-sm text-ink-2 md:items-end">
        <Pill tone={tone}>{label}</Pill>
        <span>
          {handoff.taken_by && <SafeText text={handoff.taken_by} max={40} />}
          {handoff.taken_by && " · "}
          {momentInSentence(handoff.resolved_at ?? handoff.taken_at ?? handoff.opened_at, now)}
        </span>
      </span>
    );
  }
  const rest = Date.parse(handoff.due_at) - now;
  const late = rest <= 0;
  return (
    <span className="shrink-0 text-list tabular-nums md:text-right" title={`Prazo: ${fullMoment(handoff.due_at)}`}>
      <span className={cx("block font-medium", late ? "text-danger-text" : "text-amber-text")}>{late ? `Atrasado há ${duration(-rest)}` : `Faltam ${duration(rest)}`}</span>
      <span className="block text-sm text-ink-3">espera há {duration(now - Date.parse(handoff.opened_at))}</span>
    </span>
  );
}

function Notices({ handoff }: { handoff: Handoff }) {
  const troubled = handoff.notices.filter((notice) => notice.state === "failed" || (notice.state === "skipped" && notice.reason !== "already_taken"));
  if (troubled.length === 0) return null;
  return (
    <span className="block truncate text-sm text-danger-text" title={handoff.notices.map(noticeSentence).join("\n")}>
      {troubled.map(noticeSentence).join("; ")}
    </span>
  );
}

function Acts({ handoff, name, onOpen }: { handoff: Handoff; name: string; onOpen: (id: string) => void }) {
  const take = useTakeHandoff(onOpen);
  const resolve = useResolve();
  const change = useChange();
  const mayWrite = useMay("handoffs:write");
  const { id } = handoff;
  const who = plainText(name).slice(0, 80);
  return (
    <span className="ml-auto flex shrink-0 items-center gap-1">
      {mayWrite && handoff.state === "open" && (
        <Button size="sm" look="primary" className="h-8" busy={take.isPending} onClick={() => take.mutate(handoff.conversation_id)} aria-label={`Assumir a conversa com ${plainText(who)}`} data-testid="handoff-take">
          <Hand className="size-3.5" aria-hidden />
          Assumir
        </Button>
      )}
      {handoff.state === "taken" && <IconButton label="Abrir a conversa" icon={<MessageSquareText aria-hidden />} onClick={() => onOpen(handoff.conversation_id)} />}
      {mayWrite && (
        <Menu
          align="end"
          trigger={
            <button type="button" aria-label={`Mais sobre ${plainText(who)}`} data-testid="handoff-more" className="flex size-8 items-center justify-center rounded-lg text-ink-2 hover:bg-hover hover:text-ink">
              <Ellipsis className="size-4.5" aria-hidden />
            </button>
          }
        >
          <MenuItem icon={<CheckCheck aria-hidden />} onSelect={() => resolve.mutate(id)} testId="handoff-resolve">
            Resolver
          </MenuItem>
          <MenuSeparator />
          <MenuLabel>Prioridade</MenuLabel>
          {(["high", "normal", "low"] as const).map((priority) => (
            <MenuItem key={priority} checked={handoff.priority === priority} onSelect={() => change.mutate({ id, priority })}>
              {priorityNames[priority]}
            </MenuItem>
          ))}
          <MenuSeparator />
          <MenuLabel>Classe do lead, que decide o prazo</MenuLabel>
          {(["high", "medium", "low"] as const).map((word) => (
            <MenuItem key={word} icon={word === "low" ? <Snowflake aria-hidden /> : <Flame aria-hidden />} checked={handoff.lead_class === word} onSelect={() => change.mutate({ id, lead_class: word })}>
              {classNames[word]}
            </MenuItem>
          ))}
        </Menu>
      )}
    </span>
  );
}
