/** Who works together? */
import { Plus, UsersRound } from "lucide-react";
import { useState } from "react";

import type { Team } from "@/api/settings";
import { useMay } from "@/api/use-may";
import { Button } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";
import { Empty } from "@/ui/states";

import { useRemoveTeam, useSaveTeam } from "../mutations";
import { useMembers, useTeams } from "../queries";
import { FormDialog, Labelled, Loaded, Panel, Screen, Sure, TextInput, Tick } from "./parts";

export function TeamsPage() {
  const mayChange = useMay("teams:write");
  const teams = useTeams();
  const [open, setOpen] = useState<Team | "new" | null>(null);
  return (
    <Screen
      title="Equipes"
      lead="Conversas são transferidas para equipes, e relatórios as somam. Uma pessoa pode estar em várias."
      action={
        mayChange && (
          <Button look="primary" onClick={() => setOpen("new")} data-testid="new-team">
            <Plus className="size-4" aria-hidden />
            Nova equipe
          </Button>
        )
      }
    >
      <Panel>
        <Loaded query={teams}>
          {(found) =>
            found.length === 0 ? (
              <Empty icon={<UsersRound aria-hidden />} title="Nenhuma equipe ainda">
                Crie uma para cada grupo que divide o trabalho: Recepção, Vendas, Financeiro.
              </Empty>
            ) : (
              <ul className="divide-y divide-line">
                {found.map((team) => (
                  <Row key={team.id} team={team} mayChange={mayChange} onOpen={() => setOpen(team)} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Panel>
      {open && <TeamDialog team={open === "new" ? null : open} onClose={() => setOpen(null)} />}
    </Screen>
  );
}

function Row({ team, mayChange, onOpen }: { team: Team; mayChange: boolean; onOpen: () => void }) {
  const members = useMembers().data ?? [];
  const remove = useRemoveTeam();
  const names = members.filter((member) => team.member_ids.includes(member.id)).map((member) => member.name);
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 px-4 py-3" data-testid="team">
      <div className="min-w-0 flex-1">
        <p className="truncate text-list font-medium">
          <SafeText text={team.name} max={80} />
        </p>
        <p className="truncate text-sm text-ink-2">{names.length === 0 ? "Ninguém ainda" : <SafeText text={names.join(", ")} max={200} />}</p>
      </div>
      {mayChange && (
        <div className="flex items-center gap-1">
          <Button size="sm" onClick={onOpen}>
            Editar
          </Button>
          <Sure label="Remover" busy={remove.isPending} onSure={() => remove.mutate(team.id)} />
        </div>
      )}
    </li>
  );
}

function TeamDialog({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const members = (useMembers().data ?? []).filter((member) => member.active);
  const save = useSaveTeam();
  const [name, setName] = useState(team?.name ?? "");
  const [chosen, setChosen] = useState(new Set(team?.member_ids ?? []));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const active = members.filter((member) => chosen.has(member.id)).map((member) => member.id);
  return (
    <FormDialog title={team ? "Editar equipe" : "Nova equipe"} submit="Salvar" busy={save.isPending} onSubmit={() => save.mutate({ id: team?.id ?? null, name, member_ids: active }, { onSuccess: onClose })} onClose={onClose}>
      <Labelled label="Nome">
        <TextInput required maxLength={120} value={name} onChange={(event) => setName(event.target.value)} data-testid="team-name" />
      </Labelled>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 text-list font-medium">Pessoas</legend>
        {members.map((member) => (
          <Tick key={member.id} label={member.name} hint={member.email} checked={chosen.has(member.id)} onChange={() => toggle(member.id)} />
        ))}
      </fieldset>
    </FormDialog>
  );
}
