/** Who are you? */
import { Logo } from "@/ui/logo";

import { SignInForm } from "./sign-in-form";

export function SignInPage({ ended }: { ended: boolean }) {
  return (
    <main className="flex h-full flex-col items-center overflow-y-auto bg-canvas px-5">
      <div className="my-auto w-full max-w-92 py-10">
        <div className="mb-7 flex flex-col items-center gap-3 text-center">
          <Logo className="size-12" />
          <div>
            <h1 className="text-xl font-semibold tracking-tight text-ink">Entrar no Recado</h1>
            <p className="mt-1 text-list text-ink-2">Suas conversas do WhatsApp, num lugar só.</p>
          </div>
        </div>
        <div className="rounded-xl border border-line bg-surface p-6">
          {ended && (
            <p role="status" className="mb-4 rounded-lg bg-info-soft px-3 py-2 text-list text-info-text">
              Sua sessão terminou. Entre de novo para continuar de onde parou.
            </p>
          )}
          <SignInForm />
        </div>
        <p className="mt-5 text-center text-sm text-balance text-ink-2">Sem acesso? Peça um convite a quem administra a sua organização.</p>
      </div>
    </main>
  );
}
