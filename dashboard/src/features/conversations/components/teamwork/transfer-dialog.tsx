/** To whom does this conversation go, and what should they read first? */
import { Search, UserRoundX, UsersRound } from "lucide-react";
import { type ReactNode, useId, useState } from "react";

import type { Conversation } from "@/api/contract";
import type { DeskPerson, DeskTeam } from "@/api/teamwork";
import { cx } from "@/lib/classes";
import { Avatar } from "@/ui/avatar";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { SafeText } from "@/ui/safe-text";

import { useGive } from "../../teamwork/mutations";
import { useDesk } from "../../teamwork/queries";
import { fold, ruleSentences } from "../../teamwork/texts";

interface Goal {
  member: string | null;
  team: string | null;
  name: string;
}

const NOBODY: Goal = { member: null, team: null, name: "" };

export function TransferDialog({ conversation, me, onClose }: { conversation: Conversation; me: string | null; onClose: () => void }) {
  const desk = useDesk();
  const give = useGive(conversation.id);
  const [goal, setGoal] = useState<Goal | null>(null);
  const [note, setNote] = useState("");
  const [word, setWord] = useState("");
  const noteId = useId();
  const fits = (name: string) => fold(name).includes(fold(word.trim()));
  const people = (desk?.people ?? []).filter((person) => person.id !== conversation.assignee?.id && fits(person.name));
  const teams = (desk?.teams ?? []).filter((team) => fits(team.name));
  const submit = () => {
    if (!goal) return;
    const gift = { member_id: goal.member, team_id: goal.team, seen_assignee_id: conversation.assignee?.id ?? null, note: note.trim() };
    give.mutate({ gift, to: goal.name }, { onSettled: onClose });
  };
  return (
    <Dialog label="Passar a conversa" onClose={onClose} className="w-[min(30rem,calc(100vw-2rem))]">
      <form
        className="flex max-h-[85vh] flex-col"
        data-testid="transfer-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <h2 className="px-5 pt-4 text-lg font-semibold">Passar a conversa</h2>
        <label className="mx-5 mt-3 flex items-center gap-2 rounded-lg border border-line-strong px-2.5 focus-within:border-accent">
          <Search className="size-4 text-ink-3" aria-hidden />
          <input
            value={word}
            onChange={(event) => setWord(event.target.value)}
            placeholder="Pessoa ou equipe"
            aria-label="Buscar pessoa ou equipe"
            className="h-9 flex-1 bg-transparent text-base outline-none"
            data-testid="transfer-search"
          />
        </label>
        <div className="mt-2 min-h-32 flex-1 overflow-y-auto px-3" role="radiogroup" aria-label="Para quem">
          {people.map((person) => (
            <Option key={person.id} chosen={goal?.member === person.id} onChoose={() => setGoal({ member: person.id, team: null, name: person.name })} testId="transfer-person">
              <PersonLine person={person} me={me} />
            </Option>
          ))}
          {teams.map((team) => (
            <Option key={team.id} chosen={goal?.team === team.id} onChoose={() => setGoal({ member: null, team: team.id, name: team.name })} testId="transfer-team">
              <TeamLine team={team} />
            </Option>
          ))}
          {conversation.assignee && word === "" && (
            <Option chosen={goal === NOBODY} onChoose={() => setGoal(NOBODY)} testId="transfer-nobody">
              <UserRoundX className="size-5 shrink-0 text-ink-3" aria-hidden />
              <span className="flex-1">Ninguém: volta para a fila</span>
            </Option>
          )}
          {desk && people.length + teams.length === 0 && <p className="px-2 py-6 text-center text-list text-ink-2">Ninguém com este nome.</p>}
        </div>
        <div className="border-t border-line px-5 py-4">
          <label htmlFor={noteId} className="text-list font-medium">
            Nota para quem recebe <span className="font-normal text-ink-2">(só a equipe vê)</span>
          </label>
          <textarea
            id={noteId}
            value={note}
            rows={2}
            maxLength={10_000}
            onChange={(event) => setNote(event.target.value)}
            data-testid="transfer-note"
            className="mt-1.5 w-full resize-none rounded-lg border border-note-line bg-note/60 px-3 py-2 text-base outline-none focus:border-accent"
          />
          <div className="mt-3 flex justify-end gap-2">
            <Button onClick={onClose}>Cancelar</Button>
            <Button look="primary" type="submit" disabled={goal === null} busy={give.isPending} data-testid="transfer-submit">
              Passar
            </Button>
          </div>
        </div>
      </form>
    </Dialog>
  );
}

function Option({ chosen, onChoose, testId, children }: { chosen: boolean; onChoose: () => void; testId: string; children: ReactNode }) {
  return (
    <button
      type="button"
      role="radio"
      aria-checked={chosen}
      onClick={onChoose}
      data-testid={testId}
      className={cx("flex min-h-10 w-full items-center gap-2.5 rounded-lg px-2 py-1.5 text-left text-list hover:bg-hover", chosen && "bg-selected font-medium")}
    >
      {children}
    </button>
  );
}

function PersonLine({ person, me }: { person: DeskPerson; me: string | null }) {
  return (
    <>
      <Avatar name={person.name} size="sm" />
      <span className="min-w-0 flex-1 truncate">
        <SafeText text={person.name} max={60} />
        {person.id === me && " (você)"}
      </span>
      <span className="flex items-center gap-1.5 text-sm font-normal text-ink-2">
        <span className={cx("size-2 rounded-full", person.present ? "bg-accent" : "bg-line-strong")} aria-hidden />
        {person.present ? "presente" : "ausente"} · {person.at_hand === 1 ? "1 conversa" : `${person.at_hand} conversas`}
      </span>
    </>
  );
}

function TeamLine({ team }: { team: DeskTeam }) {
  return (
    <>
      <UsersRound className="size-5 shrink-0 text-ink-3" aria-hidden />
      <span className="min-w-0 flex-1 truncate">
        <SafeText text={team.name} max={60} />
      </span>
      <span className="text-sm font-normal text-ink-2">{ruleSentences[team.assignment]}</span>
    </>
  );
}
