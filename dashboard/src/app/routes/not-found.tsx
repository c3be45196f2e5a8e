/** What stands at an address that leads nowhere, or where the page itself broke? */
import { type ErrorComponentProps, Link } from "@tanstack/react-router";
import { Compass } from "lucide-react";

import { Empty, ErrorState } from "@/ui/states";

export function UnknownScreen() {
  return (
    <main className="flex h-full items-center justify-center">
      <Empty
        icon={<Compass aria-hidden />}
        title="Esta página não existe"
        action={
          <Link to="/whatsapp" className="text-list font-medium text-accent-text underline underline-offset-2">
            Ir para a visão geral
          </Link>
        }
      >
        O endereço pode ter mudado, ou ter sido digitado com um erro.
      </Empty>
    </main>
  );
}

export function BrokenScreen({ reset }: ErrorComponentProps) {
  return (
    <main className="flex h-full items-center justify-center">
      <ErrorState
        title="Esta tela falhou"
        detail="Nada do que você enviou se perdeu. Tente abrir de novo; se continuar, recarregue a página."
        onRetry={reset}
      />
    </main>
  );
}
