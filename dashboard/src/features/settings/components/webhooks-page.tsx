/** Which addresses are told of what happens here? */
import { Plus, Webhook as WebhookIcon } from "lucide-react";
import { useState } from "react";

import type { Webhook } from "@/api/settings";
import { moment } from "@/lib/time";
import { Button } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";
import { Pill } from "@/ui/state-badge";
import { Empty } from "@/ui/states";

import { useChangeWebhook, useCreateWebhook, useRemoveWebhook, useRotateWebhook } from "../mutations";
import { useWebhooks } from "../queries";
import { webhookStates } from "../texts";
import { Deliveries } from "./deliveries";
import { FormDialog, Labelled, Loaded, Panel, Screen, ShownOnce, Sure, TextInput, Tick } from "./parts";

type Facts = { name: string; label: string }[];

export function WebhooksPage() {
  const found = useWebhooks();
  const [adding, setAdding] = useState(false);
  return (
    <Screen
      title="Webhooks"
      lead="Avise outros sistemas do que acontece aqui. Cada aviso é assinado (Standard Webhooks), leva só identificadores e é repetido até ser aceito."
      action={
        <Button look="primary" onClick={() => setAdding(true)} data-testid="new-webhook">
          <Plus className="size-4" aria-hidden />
          Novo webhook
        </Button>
      }
    >
      <Loaded query={found}>
        {({ items, available_facts }) =>
          items.length === 0 ? (
            <Panel>
              <Empty icon={<WebhookIcon aria-hidden />} title="Nenhum webhook ainda">
                Informe o endereço do seu sistema e escolha de quais fatos ele quer saber.
              </Empty>
            </Panel>
          ) : (
            items.map((webhook) => <One key={webhook.id} webhook={webhook} facts={available_facts} />)
          )
        }
      </Loaded>
      {adding && <WebhookDialog webhook={null} facts={found.data?.available_facts ?? []} onClose={() => setAdding(false)} />}
    </Screen>
  );
}

function One({ webhook, facts }: { webhook: Webhook; facts: Facts }) {
  const [shown, setShown] = useState(false);
  const [editing, setEditing] = useState(false);
  const change = useChangeWebhook();
  const remove = useRemoveWebhook();
  const rotate = useRotateWebhook();
  const state = webhookStates[webhook.state] ?? { label: webhook.state, tone: "grey" as const };
  return (
    <Panel>
      <div className="flex flex-col gap-2 p-4" data-testid="webhook" data-state={webhook.state}>
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p className="flex min-w-0 items-center gap-2 text-list font-medium">
            <SafeText text={webhook.name} max={80} />
            <Pill tone={state.tone} dot>
              {state.label}
            </Pill>
          </p>
          <div className="flex flex-wrap items-center gap-1">
            <Button size="sm" onClick={() => setEditing(true)}>
              Editar
            </Button>
            <Button size="sm" busy={change.isPending} onClick={() => change.mutate({ id: webhook.id, active: webhook.state !== "active" })}>
              {webhook.state === "active" ? "Pausar" : "Ativar"}
            </Button>
            <Sure label="Trocar segredo" busy={rotate.isPending} onSure={() => rotate.mutate(webhook.id)} />
            <Sure label="Remover" busy={remove.isPending} onSure={() => remove.mutate(webhook.id)} />
          </div>
        </div>
        <p className="text-sm break-all text-ink-2">{webhook.url}</p>
        <p className="text-sm text-pretty text-ink-3">{webhook.facts.map((name) => facts.find((fact) => fact.name === name)?.label ?? name).join(" · ")}</p>
        {webhook.state === "disabled" && (
          <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2 text-list text-danger-text">
            {webhook.state_reason === "gone" ? "O endereço respondeu que não existe mais (410)." : "O endereço não aceitou nada por um dia inteiro."} Ative de novo depois de resolver; o que ficou a caminho será enviado.
          </p>
        )}
        {webhook.state === "active" && webhook.failing_since && <p className="text-sm text-amber-text">Falhando desde {moment(webhook.failing_since)}</p>}
        <div>
          <Button size="sm" look="ghost" className="-ml-2.5" aria-expanded={shown} onClick={() => setShown(!shown)} data-testid="toggle-deliveries">
            {shown ? "Esconder entregas" : "Ver entregas"}
          </Button>
        </div>
      </div>
      {shown && <Deliveries webhookId={webhook.id} />}
      {editing && <WebhookDialog webhook={webhook} facts={facts} onClose={() => setEditing(false)} />}
      {rotate.data && <ShownOnce title="Novo segredo" lead="Por 24 horas os avisos são assinados com os dois. Copie agora: depois de fechar, ele não aparece mais." secret={rotate.data.secret} onClose={rotate.reset} />}
    </Panel>
  );
}

function WebhookDialog({ webhook, facts, onClose }: { webhook: Webhook | null; facts: Facts; onClose: () => void }) {
  const create = useCreateWebhook();
  const change = useChangeWebhook();
  const [name, setName] = useState(webhook?.name ?? "");
  const [url, setUrl] = useState(webhook?.url ?? "https://");
  const [chosen, setChosen] = useState<string[]>(webhook?.facts ?? []);
  if (create.data) return <ShownOnce title="Segredo de assinatura" lead="Com ele o seu sistema confere que o aviso veio daqui. Copie agora: depois de fechar, ele não aparece mais." secret={create.data.secret} onClose={onClose} />;
  const toggle = (fact: string) => setChosen(chosen.includes(fact) ? chosen.filter((one) => one !== fact) : [...chosen, fact]);
  const form = { name, url, facts: chosen };
  const submit = () => (webhook ? change.mutate({ id: webhook.id, ...form }, { onSuccess: onClose }) : create.mutate(form));
  return (
    <FormDialog title={webhook ? "Editar webhook" : "Novo webhook"} submit="Salvar" busy={create.isPending || change.isPending} onSubmit={submit} onClose={onClose}>
      <Labelled label="Nome">
        <TextInput required maxLength={120} placeholder="ERP da loja" value={name} onChange={(event) => setName(event.target.value)} data-testid="webhook-name" />
      </Labelled>
      <Labelled label="Endereço" help="https, numa rede pública">
        <TextInput type="url" required maxLength={2_000} value={url} onChange={(event) => setUrl(event.target.value)} data-testid="webhook-url" />
      </Labelled>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 text-list font-medium">Avisar quando</legend>
        {facts.map((fact) => (
          <Tick key={fact.name} label={fact.label} checked={chosen.includes(fact.name)} onChange={() => toggle(fact.name)} data-testid={`fact-${fact.name}`} />
        ))}
      </fieldset>
    </FormDialog>
  );
}
