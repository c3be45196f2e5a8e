/** Is somebody signed in already? Asked once, by the cookie, before the first screen. */
import { type ReactNode, useEffect, useState } from "react";

import { renewSession } from "@/api/session";
import { sentenceFor } from "@/api/texts";
import { Logo } from "@/ui/logo";
import { ErrorState } from "@/ui/states";

type Answer = { known: false; error: unknown } | { known: true };

export function SessionGate({ children }: { children: ReactNode }) {
  const [answer, setAnswer] = useState<Answer>({ known: false, error: null });
  const ask = () => {
    setAnswer({ known: false, error: null });
    renewSession().then(
      () => setAnswer({ known: true }),
      (error: unknown) => setAnswer({ known: false, error }),
    );
  };
  useEffect(ask, []);
  if (answer.known) return children;
  return (
    <main className="flex h-full items-center justify-center bg-canvas">
      {answer.error ? (
        <ErrorState title="Não foi possível abrir o Recado" detail={sentenceFor(answer.error)} onRetry={ask} />
      ) : (
        <div role="status" aria-label="Abrindo o Recado" className="animate-pulse">
          <Logo className="size-12" />
        </div>
      )}
    </main>
  );
}
