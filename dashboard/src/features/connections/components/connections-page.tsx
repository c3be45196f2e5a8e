/** Which numbers are connected, how is each, and what is to be done about it? */
import { Plug } from "lucide-react";
import { useState } from "react";

import { sentenceFor } from "@/api/texts";
import { useNow } from "@/lib/use-now";
import { Empty, ErrorState, Skeleton } from "@/ui/states";

import { useConnections } from "../queries";
import { ConnectionRow } from "./connection-row";
import { PairingDialog } from "./pairing-dialog";

export function ConnectionsPage() {
  const { data: channels, isPending, isError, error, refetch } = useConnections();
  const [pairing, setPairing] = useState<string | null>(null);
  const now = useNow(5_000);
  const shown = channels?.find((channel) => channel.id === pairing);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto" data-testid="connections-page">
      <div className="mx-auto max-w-220 px-4 py-5 md:px-8 md:py-7">
        <h1 className="text-xl font-semibold tracking-tight">Conexões</h1>
        <p className="mt-1 mb-4 max-w-160 text-list text-pretty text-ink-2">
          Cada número que recebe e envia mensagens. O estado é verificado a cada poucos segundos; o que chega enquanto um número está fora é buscado
          quando ele volta.
        </p>
        <div className="overflow-hidden rounded-xl border border-line bg-surface">
          {isPending ? (
            <div role="status" aria-label="Carregando as conexões" className="flex flex-col gap-3 p-4">
              <Skeleton className="h-14 w-full" />
              <Skeleton className="h-14 w-full" />
            </div>
          ) : isError ? (
            <ErrorState title="As conexões não carregaram" detail={sentenceFor(error)} onRetry={() => void refetch()} />
          ) : channels.length === 0 ? (
            <Empty icon={<Plug aria-hidden />} title="Nenhum número ainda">
              Acrescente um com <code className="font-mono text-sm">recado channels add</code> e conecte-o aqui.
            </Empty>
          ) : (
            <ul className="divide-y divide-line">
              {channels.map((channel) => (
                <ConnectionRow key={channel.id} channel={channel} now={now} onPair={() => setPairing(channel.id)} />
              ))}
            </ul>
          )}
        </div>
      </div>
      {shown && <PairingDialog channel={shown} onClose={() => setPairing(null)} />}
    </div>
  );
}
