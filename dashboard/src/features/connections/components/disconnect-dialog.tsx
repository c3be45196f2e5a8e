/** Shall this number really stop? */
import { isPaired } from "@/api/connections";
import type { Channel } from "@/api/contract";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";

import { useDisconnect } from "../mutations";

export function DisconnectDialog({ channel, name, onClose }: { channel: Channel; name: string; onClose: () => void }) {
  const disconnect = useDisconnect();
  return (
    <Dialog label={`Desconectar ${name}`} onClose={onClose} className="w-[min(26rem,calc(100vw-2rem))]">
      <div className="flex flex-col gap-3 p-5">
        <h2 className="text-lg font-semibold">Desconectar {name}?</h2>
        <p className="text-list text-pretty text-ink-2">
          O número para de receber e enviar, para todos.{" "}
          {isPaired(channel.adapter) && "A sessão também termina no aparelho, e para voltar será preciso ler um código de novo. "}
          As mensagens na fila esperam.
        </p>
        <div className="mt-1 flex justify-end gap-2">
          <Button onClick={onClose}>Manter</Button>
          <Button
            look="danger"
            busy={disconnect.isPending}
            onClick={() => disconnect.mutate(channel, { onSuccess: onClose })}
            data-testid="confirm-disconnect"
          >
            Desconectar
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
