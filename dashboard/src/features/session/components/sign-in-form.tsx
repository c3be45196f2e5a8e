/** Do the e-mail, the password and, where it is on, the code of the authenticator fit? */
import { Eye, EyeOff } from "lucide-react";
import { type SyntheticEvent, useEffect, useRef, useState } from "react";

import { problemCode } from "@/api/problem";
import { sentenceFor } from "@/api/texts";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";

import { useSignIn } from "../mutations";
import { sentences } from "../texts";

export function SignInForm() {
  const signIn = useSignIn();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [totp, setTotp] = useState("");
  const [wantsCode, setWantsCode] = useState(false);
  const askedForCode = wantsCode && signIn.variables?.totp === undefined;

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    signIn.mutate(
      { email: email.trim(), password, ...(wantsCode ? { totp: totp.replace(/\s/g, "") } : {}) },
      {
        onError: (error) => {
          if (problemCode(error) === "totp_required") setWantsCode(true);
          setTotp("");
        },
      },
    );
  };

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {wantsCode ? (
        <CodeField value={totp} onChange={setTotp} email={email} />
      ) : (
        <>
          <Field
            label="E-mail"
            type="email"
            name="email"
            autoComplete="username"
            required
            // eslint-disable-next-line jsx-a11y/no-autofocus -- the page is this form
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.target.value)}
            data-testid="signin-email"
          />
          <PasswordField value={password} onChange={setPassword} />
        </>
      )}
      {signIn.isError && !askedForCode && (
        <p role="alert" data-testid="signin-error" className="rounded-lg bg-danger-soft px-3 py-2 text-list text-danger-text">
          {sentenceFor(signIn.error, sentences)}
        </p>
      )}
      <Button type="submit" look="primary" busy={signIn.isPending} data-testid="signin-submit" className="h-10 text-base">
        {wantsCode ? "Confirmar código" : "Entrar"}
      </Button>
      {wantsCode && (
        <Button
          look="ghost"
          onClick={() => {
            setWantsCode(false);
            signIn.reset();
          }}
        >
          Voltar
        </Button>
      )}
    </form>
  );
}

function PasswordField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="relative">
      <Field
        label="Senha"
        type={shown ? "text" : "password"}
        name="password"
        autoComplete="current-password"
        required
        className="pr-11"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        data-testid="signin-password"
      />
      <button
        type="button"
        aria-label={shown ? "Ocultar senha" : "Mostrar senha"}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="absolute right-1 bottom-1 flex size-8 items-center justify-center rounded-md text-ink-3 hover:text-ink"
      >
        <Icon className="size-4" aria-hidden />
      </button>
    </div>
  );
}

function CodeField({ value, onChange, email }: { value: string; onChange: (value: string) => void; email: string }) {
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => field.current?.querySelector("input")?.focus(), []);
  return (
    <div ref={field}>
      <Field
        label="Código de verificação"
        hint={`Seis dígitos do aplicativo autenticador de ${email}.`}
        name="totp"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9 ]{6,7}"
        maxLength={7}
        required
        className="text-center text-lg tracking-[0.35em] tabular-nums"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        data-testid="signin-totp"
      />
    </div>
  );
}
