/** With whom, through which number, and who answers? */
import { Archive, ArrowLeft, ArrowRightLeft, ChevronDown, Clock, Hand, PanelRight, Undo2 } from "lucide-react";
import { useCallback, useMemo, useState } from "react";

import type { Conversation } from "@/api/contract";
import { useMay } from "@/api/use-may";
import { useCommands } from "@/lib/commands";
import { formatPhone } from "@/lib/phone";
import { type Shortcuts, useShortcuts } from "@/lib/shortcuts";
import { Avatar } from "@/ui/avatar";
import { Button, IconButton } from "@/ui/button";
import { Menu, MenuItem, MenuLabel } from "@/ui/menu";
import { SafeText } from "@/ui/safe-text";
import { Dot } from "@/ui/state-badge";
import { Skeleton } from "@/ui/states";

import { useArchive, useHandBack, useTake, useWait } from "../mutations";
import { stateNames, stateTones, whoAnswers } from "../texts";
import { TransferDialog } from "./teamwork/transfer-dialog";

interface ThreadHeaderProps {
  conversation: Conversation;
  me: string | null;
  onBack: () => void;
  personShown: boolean;
  onPerson: (shown: boolean) => void;
}

export function ThreadHeader({ conversation, me, onBack, personShown, onPerson }: ThreadHeaderProps) {
  const name = conversation.contact.name || formatPhone(conversation.contact.phone);
  return (
    <header className="flex h-14 shrink-0 items-center gap-2 border-b border-line px-2 md:gap-3 md:px-4">
      <IconButton label="Voltar à lista" icon={<ArrowLeft aria-hidden />} onClick={onBack} className="md:hidden" data-testid="back" />
      <button
        type="button"
        onClick={() => onPerson(!personShown)}
        aria-expanded={personShown}
        title="Detalhes do contato"
        className="flex min-w-0 flex-1 items-center gap-2.5 rounded-lg text-left"
      >
        <Avatar name={name} />
        <span className="min-w-0">
          <span className="block truncate text-base font-semibold">
            <SafeText text={name} max={80} />
          </span>
          <span className="flex min-w-0 items-center gap-1.5 text-sm text-ink-2">
            <Dot tone={stateTones[conversation.state]} />
            <span className="truncate">
              {stateNames[conversation.state]} · <SafeText text={conversation.channel.name} max={60} />
              {conversation.team && (
                <>
                  {" "}
                  · <SafeText text={conversation.team.name} max={40} />
                </>
              )}
              {conversation.answerer !== "person" && conversation.state !== "archived" && (
                <span className="hidden sm:inline">
                  {" "}
                  · <SafeText text={whoAnswers(conversation, me)} max={40} /> responde
                </span>
              )}
            </span>
          </span>
        </span>
      </button>
      <Moves conversation={conversation} me={me} />
      <IconButton
        label={personShown ? "Esconder detalhes" : "Mostrar detalhes"}
        icon={<PanelRight aria-hidden />}
        pressed={personShown}
        onClick={() => onPerson(!personShown)}
        shortcut="P"
        className="max-md:hidden"
      />
    </header>
  );
}

function Moves({ conversation, me }: { conversation: Conversation; me: string | null }) {
  const take = useTake();
  const handBack = useHandBack();
  const archive = useArchive();
  const wait = useWait();
  const mayWrite = useMay("conversations:write");
  const [passing, setPassing] = useState(false);
  const { id } = conversation;
  const open = conversation.state !== "archived" && mayWrite;
  const byPerson = conversation.answerer === "person" && conversation.assignee !== null;
  const mine = byPerson && conversation.assignee?.id === me;
  const busy = take.isPending || handBack.isPending || archive.isPending || wait.isPending;

  const { mutate: doTake } = take;
  const { mutate: doHandBack } = handBack;
  const { mutate: doArchive } = archive;
  const { mutate: doWait } = wait;
  const actions = useMemo(
    () => ({ take: () => doTake(id), handBack: () => doHandBack(id), archive: () => doArchive(id), wait: () => doWait(id) }),
    [id, doTake, doHandBack, doArchive, doWait],
  );
  const pass = useCallback(() => setPassing(true), []);
  const may = { take: !byPerson, handBack: mine, wait: conversation.state === "active" };
  useShortcuts(open && !busy ? keysOf(actions, pass, may) : {});
  useCommands(
    useMemo(
      () =>
        open
          ? [
              ...(byPerson ? [] : [{ id: "take", label: "Assumir esta conversa", shortcut: "A", run: actions.take }]),
              ...(mine ? [{ id: "hand-back", label: "Devolver ao robô", shortcut: "B", run: actions.handBack }] : []),
              { id: "pass", label: "Passar esta conversa", shortcut: "T", run: pass },
              { id: "archive", label: "Arquivar esta conversa", shortcut: "E", run: actions.archive },
              { id: "wait", label: "Marcar como aguardando", shortcut: "W", run: actions.wait },
            ]
          : [],
      [open, byPerson, mine, actions, pass],
    ),
  );

  if (!open) return null;
  return (
    <div className="flex shrink-0 items-center gap-1">
      {byPerson ? (
        <AnswererMenu conversation={conversation} me={me} mine={mine} busy={busy} onHandBack={actions.handBack} onWait={actions.wait} onPass={pass} />
      ) : (
        <Button look="primary" size="sm" className="mr-1 h-8" busy={take.isPending} disabled={busy} onClick={actions.take} data-testid="take">
          <Hand className="size-3.5" aria-hidden />
          Assumir
        </Button>
      )}
      <IconButton label="Passar a outra pessoa ou equipe" shortcut="T" icon={<ArrowRightLeft aria-hidden />} disabled={busy} onClick={pass} className="max-sm:hidden" data-testid="pass" />
      {passing && <TransferDialog conversation={conversation} me={me} onClose={() => setPassing(false)} />}
      {conversation.state === "active" && (
        <IconButton label="Marcar como aguardando" shortcut="W" icon={<Clock aria-hidden />} disabled={busy} onClick={actions.wait} className="max-md:hidden" data-testid="wait" />
      )}
      <IconButton label="Arquivar" shortcut="E" icon={<Archive aria-hidden />} disabled={busy} onClick={actions.archive} data-testid="archive" />
    </div>
  );
}

function keysOf(actions: Record<"take" | "handBack" | "archive" | "wait", () => void>, pass: () => void, may: Record<"take" | "handBack" | "wait", boolean>): Shortcuts {
  return {
    e: actions.archive,
    t: pass,
    ...(may.take ? { a: actions.take } : {}),
    ...(may.handBack ? { b: actions.handBack } : {}),
    ...(may.wait ? { w: actions.wait } : {}),
  };
}

interface AnswererMenuProps {
  conversation: Conversation;
  me: string | null;
  mine: boolean;
  busy: boolean;
  onHandBack: () => void;
  onWait: () => void;
  onPass: () => void;
}

function AnswererMenu({ conversation, me, mine, busy, onHandBack, onWait, onPass }: AnswererMenuProps) {
  return (
    <>
      <Menu
        align="end"
        trigger={
          <button
            type="button"
            disabled={busy}
            data-testid="answerer"
            aria-label={`Quem responde: ${whoAnswers(conversation, me)}`}
            className="flex h-8 max-w-44 items-center gap-1.5 rounded-lg border border-line-strong px-2 text-sm font-medium text-ink hover:bg-hover"
          >
            <Avatar name={whoAnswers(conversation, null)} size="2xs" />
            <span className="hidden truncate sm:inline">
              <SafeText text={whoAnswers(conversation, me)} max={40} />
            </span>
            <ChevronDown className="size-3.5 text-ink-3" aria-hidden />
          </button>
        }
      >
        <MenuLabel>{mine ? "Você atende esta conversa" : `${whoAnswers(conversation, me)} atende esta conversa`}</MenuLabel>
        <MenuItem icon={<ArrowRightLeft aria-hidden />} onSelect={onPass} testId="pass-item">
          Passar a outra pessoa ou equipe
        </MenuItem>
        <MenuItem icon={<Undo2 aria-hidden />} onSelect={onHandBack} testId="hand-back-item">
          Devolver ao robô
        </MenuItem>
        {conversation.state === "active" && (
          <MenuItem icon={<Clock aria-hidden />} onSelect={onWait}>
            Marcar como aguardando
          </MenuItem>
        )}
      </Menu>
      {mine && (
        <Button size="sm" className="h-8 max-lg:hidden" disabled={busy} onClick={onHandBack} data-testid="hand-back">
          <Undo2 className="size-3.5" aria-hidden />
          Devolver
        </Button>
      )}
    </>
  );
}

export function HeaderSkeleton() {
  return (
    <div className="flex h-14 shrink-0 items-center gap-3 border-b border-line px-4" role="status" aria-label="Carregando conversa">
      <Skeleton className="size-9 !rounded-full" />
      <div className="flex flex-col gap-1.5">
        <Skeleton className="h-3.5 w-40" />
        <Skeleton className="h-3 w-28" />
      </div>
    </div>
  );
}
