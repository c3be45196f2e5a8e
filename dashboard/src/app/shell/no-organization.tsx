/** What does somebody see who works in no organization now? */
import { Building2 } from "lucide-react";

import type { Session } from "@/api/contract";
import { useSignOut, useSwitchOrganization } from "@/features/session/mutations";
import { Button } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";
import { Empty } from "@/ui/states";

export function NoOrganization({ session }: { session: Session }) {
  const change = useSwitchOrganization();
  const signOut = useSignOut();
  const some = session.organizations.length > 0;
  return (
    <main className="flex h-full items-center justify-center bg-canvas">
      <Empty
        icon={<Building2 aria-hidden />}
        title={some ? "Escolha uma organização" : "Nenhuma organização"}
        action={
          <div className="flex flex-col items-stretch gap-2">
            {session.organizations.map((one) => (
              <Button key={one.id} busy={change.isPending && change.variables === one.id} onClick={() => change.mutate(one.id)}>
                <SafeText text={one.name} max={60} />
              </Button>
            ))}
            <Button look="ghost" onClick={() => signOut.mutate()}>
              Sair
            </Button>
          </div>
        }
      >
        {some ? "Você trabalha em mais de uma." : "Sua conta não participa de nenhuma organização agora. Peça um convite a quem administra a sua."}
      </Empty>
    </main>
  );
}
