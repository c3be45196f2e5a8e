/** How is this number, and what can be done? */
import { PlugZap, Unplug } from "lucide-react";
import { useState } from "react";

import { isPaired, reasonWords } from "@/api/connections";
import type { Channel } from "@/api/contract";
import { useMay } from "@/api/use-may";
import { lookup } from "@/lib/lookup";
import { formatPhone } from "@/lib/phone";
import { plainText } from "@/lib/text-marks";
import { ago } from "@/lib/time";
import { Button } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";
import { Pill, type Tone } from "@/ui/state-badge";

import { useConnect } from "../mutations";
import { adapters, states } from "../texts";
import { DisconnectDialog } from "./disconnect-dialog";

export function ConnectionRow({ channel, now, onPair }: { channel: Channel; now: number; onPair: () => void }) {
  const { label, tone } = lookup<{ label: string; tone: Tone }>(states, channel.state) ?? states.attention;
  return (
    <li className="flex flex-col gap-3 p-4 md:flex-row md:items-center" data-testid="connection" data-id={channel.id} data-state={channel.state}>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <p className="min-w-0 truncate font-medium">
            <SafeText text={channel.name} max={60} />
          </p>
          <Pill tone={tone} dot>
            {label}
          </Pill>
        </div>
        <p className="mt-0.5 truncate text-list text-ink-2 tabular-nums">
          {channel.number ? `${formatPhone(channel.number)} · ` : ""}
          {lookup(adapters, channel.adapter) ?? channel.adapter}
          {channel.is_fallback && " · reserva"}
        </p>
        {channel.state_reason && (
          <p className="mt-1 text-list text-pretty" data-testid="connection-reason">
            {lookup(reasonWords, channel.state_reason) ?? <SafeText text={channel.state_reason} max={120} />}
          </p>
        )}
        <p className="mt-1 text-sm text-ink-3">
          desde {ago(now - Date.parse(channel.state_since))}
          {channel.last_checked_at !== null && ` · verificado ${ago(now - Date.parse(channel.last_checked_at))}`}
        </p>
      </div>
      <Actions channel={channel} onPair={onPair} />
    </li>
  );
}

function Actions({ channel, onPair }: { channel: Channel; onPair: () => void }) {
  const mayChange = useMay("channels:write");
  const connect = useConnect();
  const [leaving, setLeaving] = useState(false);
  if (!mayChange) return null;
  const name = plainText(channel.name).slice(0, 60);
  const press = () => (isPaired(channel.adapter) ? onPair() : connect.mutate(channel));
  return (
    <div className="flex gap-2">
      {channel.state !== "connected" && (
        <Button look="primary" busy={connect.isPending} onClick={press} aria-label={`Conectar ${name}`} data-testid="connect">
          <PlugZap className="size-4" aria-hidden />
          Conectar
        </Button>
      )}
      {channel.state !== "disconnected" && (
        <Button look="danger" onClick={() => setLeaving(true)} aria-label={`Desconectar ${name}`} data-testid="disconnect">
          <Unplug className="size-4" aria-hidden />
          Desconectar
        </Button>
      )}
      {leaving && <DisconnectDialog channel={channel} name={name} onClose={() => setLeaving(false)} />}
    </div>
  );
}
