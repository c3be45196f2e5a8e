/** Who is in the organization, as what, and who is invited? */
import { UserPlus } from "lucide-react";
import { useState } from "react";

import type { Invitation, Member, MemberRole } from "@/api/settings";
import { useMay } from "@/api/use-may";
import { plainText } from "@/lib/text-marks";
import { moment } from "@/lib/time";
import { Avatar } from "@/ui/avatar";
import { Button } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";
import { Pill } from "@/ui/state-badge";

import { useChangeMember, useInvite, useWithdraw } from "../mutations";
import { useInvitations, useMembers } from "../queries";
import { roleHelp, roleNames, ROLES } from "../texts";
import { FormDialog, Labelled, Loaded, Panel, Screen, Select, ShownOnce, Sure, TextInput } from "./parts";

export function PeoplePage() {
  const mayChange = useMay("members:write");
  const members = useMembers();
  const [inviting, setInviting] = useState(false);
  return (
    <Screen
      title="Pessoas"
      lead="Quem entra nesta organização, com que papel. Desativar encerra as sessões da pessoa em um segundo; o que ela fez continua no histórico."
      action={
        mayChange && (
          <Button look="primary" onClick={() => setInviting(true)} data-testid="invite">
            <UserPlus className="size-4" aria-hidden />
            Convidar
          </Button>
        )
      }
    >
      <Panel>
        <Loaded query={members}>
          {(found) => (
            <ul className="divide-y divide-line">
              {found.map((member) => (
                <Person key={member.id} member={member} mayChange={mayChange} />
              ))}
            </ul>
          )}
        </Loaded>
      </Panel>
      {mayChange && <Invitations />}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </Screen>
  );
}

function Person({ member, mayChange }: { member: Member; mayChange: boolean }) {
  const change = useChangeMember();
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3" data-testid="member" data-email={member.email}>
      <Avatar name={member.name} />
      <div className="min-w-40 flex-1">
        <p className="flex items-center gap-2 text-list font-medium">
          <span className="truncate">
            <SafeText text={member.name} max={80} />
          </span>
          {!member.active && <Pill tone="grey">Desativada</Pill>}
        </p>
        <p className="truncate text-sm text-ink-2">{member.email}</p>
      </div>
      {mayChange ? (
        <div className="flex items-center gap-1">
          <Select
            aria-label={`Papel de ${plainText(member.name)}`}
            className="w-36"
            choices={ROLES}
            value={member.role}
            disabled={change.isPending || !member.active}
            onChoose={(role) => change.mutate({ id: member.id, role: role as MemberRole })}
            data-testid="member-role"
          />
          {member.active ? (
            <Sure label="Desativar" busy={change.isPending} onSure={() => change.mutate({ id: member.id, active: false })} testId="member-disable" />
          ) : (
            <Button size="sm" busy={change.isPending} onClick={() => change.mutate({ id: member.id, active: true })}>
              Reativar
            </Button>
          )}
        </div>
      ) : (
        <span className="text-list text-ink-2">{roleNames[member.role] ?? member.role}</span>
      )}
    </li>
  );
}

function Invitations() {
  const invitations = useInvitations(true);
  const found = invitations.data ?? [];
  if (found.length === 0) return null;
  return (
    <Panel title="Convites em aberto">
      <ul className="divide-y divide-line">
        {found.map((one) => (
          <Invited key={one.id} invitation={one} />
        ))}
      </ul>
    </Panel>
  );
}

function Invited({ invitation }: { invitation: Invitation }) {
  const withdraw = useWithdraw();
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 px-4 py-2.5" data-testid="invitation">
      <div className="min-w-0">
        <p className="truncate text-list font-medium">{invitation.email}</p>
        <p className="text-sm text-ink-2">
          {roleNames[invitation.role] ?? invitation.role} · vale até {moment(invitation.expires_at)}
        </p>
      </div>
      <Sure label="Retirar" busy={withdraw.isPending} onSure={() => withdraw.mutate(invitation.id)} />
    </li>
  );
}

function InviteDialog({ onClose }: { onClose: () => void }) {
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<MemberRole>("agent");
  const invite = useInvite();
  if (invite.data) {
    return (
      <ShownOnce title="Convite pronto" lead={`Envie este link para ${invite.data.invitation.email}. Ele abre uma vez, vale por sete dias e não aparece mais depois de fechar.`} secret={invite.data.link} onClose={onClose} />
    );
  }
  return (
    <FormDialog title="Convidar pessoa" submit="Criar convite" busy={invite.isPending} onSubmit={() => invite.mutate({ email: email.trim(), role })} onClose={onClose}>
      <Labelled label="E-mail">
        <TextInput type="email" required value={email} maxLength={320} onChange={(event) => setEmail(event.target.value)} data-testid="invite-email" />
      </Labelled>
      <Labelled label="Papel" help={roleHelp[role] ?? ""}>
        <Select choices={ROLES} value={role} onChoose={(value) => setRole(value as MemberRole)} data-testid="invite-role" />
      </Labelled>
    </FormDialog>
  );
}
