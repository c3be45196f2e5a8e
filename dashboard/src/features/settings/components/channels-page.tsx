/** Through which numbers does the organization write? */
import { Plug, Plus } from "lucide-react";
import { useState } from "react";

import { useMay } from "@/api/use-may";
import { lookup } from "@/lib/lookup";
import { formatPhone } from "@/lib/phone";
import { ago } from "@/lib/time";
import { useNow } from "@/lib/use-now";
import { Button } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";
import { Pill } from "@/ui/state-badge";
import { Empty } from "@/ui/states";

import { useAddChannel, useSwitchChannel } from "../mutations";
import { useChannels } from "../queries";
import { adapterNames, channelReasons, channelStates } from "../texts";
import { FormDialog, Labelled, Loaded, Panel, Screen, ShownOnce, Sure, TextInput } from "./parts";

type Channel = NonNullable<ReturnType<typeof useChannels>["data"]>[number];

export function ChannelsPage() {
  const mayChange = useMay("channels:write");
  const [adding, setAdding] = useState(false);
  return (
    <Screen
      title="Canais"
      lead="Os números por onde a organização recebe e envia, como cada um está, e desde quando."
      action={
        mayChange && (
          <Button look="primary" onClick={() => setAdding(true)} data-testid="new-channel">
            <Plus className="size-4" aria-hidden />
            Número da Meta
          </Button>
        )
      }
    >
      <Panel>
        <Loaded query={useChannels()}>
          {(found) =>
            found.length === 0 ? (
              <Empty icon={<Plug aria-hidden />} title="Nenhum número conectado">
                Adicione um número da API oficial da Meta para começar a receber mensagens.
              </Empty>
            ) : (
              <ul className="divide-y divide-line">
                {found.map((channel) => (
                  <Row key={channel.id} channel={channel} mayChange={mayChange} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Panel>
      {adding && <CloudDialog onClose={() => setAdding(false)} />}
    </Screen>
  );
}

function Row({ channel, mayChange }: { channel: Channel; mayChange: boolean }) {
  const now = useNow(30_000);
  const change = useSwitchChannel();
  const off = channel.state === "disconnected";
  const state = lookup(channelStates, channel.state) ?? { label: channel.state, tone: "amber" as const };
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 px-4 py-3" data-testid="channel" data-state={channel.state}>
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2 text-list font-medium">
          <SafeText text={channel.name} max={60} />
          <Pill tone={state.tone} dot>
            {state.label}
          </Pill>
        </p>
        <p className="text-sm text-ink-2 tabular-nums">
          {formatPhone(channel.number) || channel.external_id} · {lookup(adapterNames, channel.adapter) ?? channel.adapter}
          {channel.is_fallback && " · reserva"} · {ago(now - Date.parse(channel.state_since))}
        </p>
        {channel.state_reason && <p className="text-sm text-ink-2">{lookup(channelReasons, channel.state_reason) ?? <SafeText text={channel.state_reason} max={120} />}</p>}
      </div>
      {mayChange &&
        channel.adapter === "whatsapp_cloud" &&
        (off ? (
          <Button size="sm" busy={change.isPending} onClick={() => change.mutate({ id: channel.id, on: true })}>
            Conectar
          </Button>
        ) : (
          <Sure label="Desconectar" busy={change.isPending} onSure={() => change.mutate({ id: channel.id, on: false })} />
        ))}
    </li>
  );
}

const blank = { name: "WhatsApp", external_id: "", number: "", business_id: "", app_secret: "", verify_token: "", access_token: "" };

function CloudDialog({ onClose }: { onClose: () => void }) {
  const [form, setForm] = useState(blank);
  const add = useAddChannel();
  const bind = (name: keyof typeof blank) => ({ value: form[name], onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }) });
  if (add.data) return <ShownOnce title="Número adicionado" lead="Na Meta, em WhatsApp › Configuração, use este endereço como URL de callback, com o token de verificação que você escolheu." secret={add.data.webhook_url} onClose={onClose} />;
  return (
    <FormDialog title="Número da API oficial da Meta" lead="Os dados ficam em developers.facebook.com, no aplicativo do WhatsApp. A conta é testada antes de guardar." submit="Testar e adicionar" busy={add.isPending} onSubmit={() => add.mutate(form)} onClose={onClose}>
      <Labelled label="Nome no painel">
        <TextInput required maxLength={80} {...bind("name")} />
      </Labelled>
      <Labelled label="ID do número de telefone" help="Só números; não é o telefone">
        <TextInput required inputMode="numeric" pattern="[0-9]{5,30}" {...bind("external_id")} data-testid="channel-account" />
      </Labelled>
      <div className="grid gap-4 sm:grid-cols-2">
        <Labelled label="Telefone">
          <TextInput type="tel" placeholder="+55 11 4000-0000" {...bind("number")} />
        </Labelled>
        <Labelled label="ID da conta do WhatsApp Business">
          <TextInput inputMode="numeric" pattern="([0-9]{5,30})?" {...bind("business_id")} />
        </Labelled>
      </div>
      <Labelled label="Token de acesso">
        <TextInput type="password" autoComplete="off" required minLength={8} {...bind("access_token")} />
      </Labelled>
      <Labelled label="Chave secreta do aplicativo">
        <TextInput type="password" autoComplete="off" required minLength={8} {...bind("app_secret")} />
      </Labelled>
      <Labelled label="Token de verificação" help="Você inventa, e digita o mesmo na Meta">
        <TextInput required minLength={8} {...bind("verify_token")} />
      </Labelled>
    </FormDialog>
  );
}
