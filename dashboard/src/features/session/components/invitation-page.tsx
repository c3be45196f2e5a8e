/** Who invites, into what, and who are you? */
import { type ReactNode, useState } from "react";

import { problemCode } from "@/api/problem";
import { sentenceFor } from "@/api/texts";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Logo } from "@/ui/logo";
import { SafeText } from "@/ui/safe-text";
import { ErrorState, Skeleton } from "@/ui/states";

import { useAcceptInvitation } from "../mutations";
import { useInvitation } from "../queries";
import { roleNames, sentences } from "../texts";

export function InvitationPage({ token, onJoined }: { token: string; onJoined: () => void }) {
  const invitation = useInvitation(token);
  if (invitation.data) {
    const { organization, email, role } = invitation.data;
    return (
      <Frame title={<>Entrar em <SafeText text={organization} max={80} /></>} lead={`Convite para ${email} · ${roleNames[role] ?? role}`}>
        <JoinForm token={token} onJoined={onJoined} />
      </Frame>
    );
  }
  return (
    <Frame title="Convite" lead="">
      {invitation.isPending ? <Skeleton className="h-40" /> : <ErrorState title="Este convite não abre" detail={sentenceFor(invitation.error, sentences)} />}
    </Frame>
  );
}

function Frame({ title, lead, children }: { title: ReactNode; lead: string; children: ReactNode }) {
  return (
    <main className="flex h-full flex-col items-center overflow-y-auto bg-canvas px-5" data-testid="invitation-page">
      <div className="my-auto w-full max-w-92 py-10">
        <div className="mb-7 flex flex-col items-center gap-3 text-center">
          <Logo className="size-12" />
          <div>
            <h1 className="text-xl font-semibold tracking-tight text-ink">{title}</h1>
            {lead && <p className="mt-1 text-list text-ink-2">{lead}</p>}
          </div>
        </div>
        <div className="rounded-xl border border-line bg-surface p-6">{children}</div>
      </div>
    </main>
  );
}

function JoinForm({ token, onJoined }: { token: string; onJoined: () => void }) {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [totp, setTotp] = useState("");
  const accept = useAcceptInvitation();
  const wantsCode = accept.isError && problemCode(accept.error) === "totp_required";
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        accept.mutate({ token, name: name.trim(), password, ...(totp ? { totp: totp.replace(/\s/g, "") } : {}) }, { onSuccess: onJoined });
      }}
    >
      <Field label="Seu nome" name="name" autoComplete="name" required maxLength={120} value={name} onChange={(event) => setName(event.target.value)} data-testid="join-name" />
      <Field label="Senha" hint="Pelo menos 8 caracteres. Quem já tem conta usa a senha que tem." type="password" autoComplete="new-password" required value={password} onChange={(event) => setPassword(event.target.value)} data-testid="join-password" />
      {(wantsCode || totp !== "") && <Field label="Código de verificação" inputMode="numeric" autoComplete="one-time-code" maxLength={7} value={totp} onChange={(event) => setTotp(event.target.value)} />}
      {accept.isError && (
        <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2 text-list text-danger-text">
          {sentenceFor(accept.error, sentences)}
        </p>
      )}
      <Button type="submit" look="primary" busy={accept.isPending} className="h-10 text-base" data-testid="join">
        Entrar na organização
      </Button>
    </form>
  );
}
