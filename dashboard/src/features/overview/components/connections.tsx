/** Do the numbers work, and since when? */
import { Link } from "@tanstack/react-router";
import { Plug } from "lucide-react";

import type { Channel } from "@/api/contract";
import { useMay } from "@/api/use-may";
import { lookup } from "@/lib/lookup";
import { formatPhone } from "@/lib/phone";
import { ago } from "@/lib/time";
import { useNow } from "@/lib/use-now";
import { SafeText } from "@/ui/safe-text";
import { Pill, type Tone } from "@/ui/state-badge";
import { Empty } from "@/ui/states";

import { adapterNames, channelReasons, channelStates } from "../texts";
import { Switch } from "./switch";

export function Connections({ channels }: { channels: Channel[] }) {
  const now = useNow(30_000);
  if (channels.length === 0) {
    return (
      <Empty icon={<Plug aria-hidden />} title="Nenhum número conectado">
        Conecte um número com <code className="font-mono text-sm">recado channels add</code> para começar a receber mensagens.
      </Empty>
    );
  }
  return (
    <ul className="flex flex-col divide-y divide-line px-4 pb-2">
      {channels.map((channel) => (
        <Connection key={channel.id} channel={channel} now={now} />
      ))}
    </ul>
  );
}

export function ConnectionsLink() {
  return (
    <Link to="/whatsapp/conexoes" className="text-sm font-medium text-accent-text hover:underline">
      Ver todas
    </Link>
  );
}

function Connection({ channel, now }: { channel: Channel; now: number }) {
  const mayChange = useMay("channels:write");
  const { label, tone } = lookup<{ label: string; tone: Tone }>(channelStates, channel.state) ?? channelStates.attention;
  return (
    <li className="flex flex-col gap-1 py-3" data-testid="connection" data-state={channel.state} data-id={channel.id}>
      <div className="flex items-center justify-between gap-2">
        <p className="min-w-0 truncate text-list font-medium">
          <SafeText text={channel.name} max={60} />
        </p>
        <Pill tone={tone} dot>
          {label}
        </Pill>
      </div>
      <p className="truncate text-sm text-ink-2 tabular-nums">
        {formatPhone(channel.number)} · {lookup(adapterNames, channel.adapter) ?? channel.adapter}
        {channel.is_fallback && " · reserva"}
      </p>
      {channel.state_reason && <p className="text-sm text-ink-2">{lookup(channelReasons, channel.state_reason) ?? <SafeText text={channel.state_reason} max={120} />}</p>}
      <div className="flex min-h-7 items-center justify-between gap-2">
        <p className="min-w-0 truncate text-sm text-ink-3">
          {ago(now - Date.parse(channel.state_since))}
          {lastCheck(channel, now)}
        </p>
        {mayChange && <Switch channel={channel} />}
      </div>
    </li>
  );
}

function lastCheck(channel: Channel, now: number): string {
  return channel.last_checked_at === null ? "" : ` · verificado ${ago(now - Date.parse(channel.last_checked_at))}`;
}
