/** On or off? Connecting is one press; disconnecting stops a number for everyone and asks once more. */
import { Link } from "@tanstack/react-router";
import { PlugZap, Unplug } from "lucide-react";
import { useEffect, useState } from "react";

import { isPaired } from "@/api/connections";
import type { Channel } from "@/api/contract";
import { plainText } from "@/lib/text-marks";
import { Button } from "@/ui/button";

import { useSwitchConnection } from "../mutations";

const PATIENCE = 4_000;

export function Switch({ channel }: { channel: Channel }) {
  const change = useSwitchConnection();
  const [sure, setSure] = useState(false);
  const off = channel.state === "disconnected";
  const name = plainText(channel.name).slice(0, 60);

  useEffect(() => {
    if (!sure) return;
    const timer = setTimeout(() => setSure(false), PATIENCE);
    return () => clearTimeout(timer);
  }, [sure]);

  const press = () => {
    if (!off && !sure) {
      setSure(true);
      return;
    }
    setSure(false);
    change.mutate({ id: channel.id, on: off });
  };

  if (off && isPaired(channel.adapter)) {
    return (
      <Link to="/whatsapp/conexoes" className="text-sm font-medium text-accent-text hover:underline" aria-label={`Conectar com código: ${name}`}>
        Conectar com código
      </Link>
    );
  }
  if (off) {
    return (
      <Button size="sm" busy={change.isPending} onClick={press} aria-label={`Conectar ${name}`} data-testid="connect">
        <PlugZap className="size-3.5" aria-hidden />
        Conectar
      </Button>
    );
  }
  return (
    <Button
      size="sm"
      look={sure ? "danger" : "ghost"}
      className={sure ? "" : "-mr-2.5"}
      busy={change.isPending}
      onClick={press}
      aria-label={sure ? `Confirmar: parar de receber e enviar por ${name}` : `Desconectar ${name}`}
      title={sure ? "O número para de receber e enviar" : undefined}
      data-testid="disconnect"
    >
      <Unplug className="size-3.5" aria-hidden />
      {sure ? "Confirmar?" : "Desconectar"}
    </Button>
  );
}
