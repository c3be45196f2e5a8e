/** Which machines may enter, and what may each do? */
import { KeyRound, Plus } from "lucide-react";
import { useState } from "react";

import type { ApiKey } from "@/api/settings";
import { moment } from "@/lib/time";
import { Button } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";
import { Pill } from "@/ui/state-badge";
import { Empty } from "@/ui/states";

import { useCreateKey, useRevokeKey } from "../mutations";
import { useApiKeys } from "../queries";
import { scopeLabel } from "../texts";
import { FormDialog, Labelled, Loaded, Panel, Screen, Select, ShownOnce, Sure, TextInput, Tick } from "./parts";

const LIVES = [
  ["", "Até ser revogada"],
  ["30", "30 dias"],
  ["90", "90 dias"],
  ["365", "1 ano"],
] as const;

export function KeysPage() {
  const found = useApiKeys();
  const [adding, setAdding] = useState(false);
  return (
    <Screen
      title="Chaves de API"
      lead="Para outros sistemas falarem com o Recado em nome da organização. Cada chave só pode o que você marcar, e seu valor aparece uma vez."
      action={
        <Button look="primary" onClick={() => setAdding(true)} data-testid="new-key">
          <Plus className="size-4" aria-hidden />
          Nova chave
        </Button>
      }
    >
      <Panel>
        <Loaded query={found}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty icon={<KeyRound aria-hidden />} title="Nenhuma chave ainda">
                Crie uma para cada sistema, para poder revogá-la sem parar os outros.
              </Empty>
            ) : (
              <ul className="divide-y divide-line">
                {items.map((key) => (
                  <Row key={key.id} apiKey={key} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Panel>
      {adding && <KeyDialog scopes={found.data?.available_scopes ?? []} onClose={() => setAdding(false)} />}
    </Screen>
  );
}

function Row({ apiKey }: { apiKey: ApiKey }) {
  const revoke = useRevokeKey();
  const now = useState(() => Date.now())[0];
  const over = apiKey.revoked_at !== null || (apiKey.expires_at !== null && Date.parse(apiKey.expires_at) < now);
  return (
    <li className="flex flex-wrap items-start justify-between gap-2 px-4 py-3" data-testid="api-key">
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2 text-list font-medium">
          <SafeText text={apiKey.name} max={80} />
          {over && <Pill tone="grey">{apiKey.revoked_at ? "Revogada" : "Vencida"}</Pill>}
        </p>
        <p className="text-sm text-ink-2">
          <code>{apiKey.prefix}…</code> · {apiKey.last_used_at ? `usada em ${moment(apiKey.last_used_at)}` : "nunca usada"}
          {apiKey.expires_at && ` · vale até ${moment(apiKey.expires_at)}`}
        </p>
        <p className="mt-0.5 text-sm text-pretty text-ink-3">{apiKey.scopes.map(scopeLabel).join(" · ")}</p>
      </div>
      {!over && <Sure label="Revogar" busy={revoke.isPending} onSure={() => revoke.mutate(apiKey.id)} />}
    </li>
  );
}

function KeyDialog({ scopes, onClose }: { scopes: string[]; onClose: () => void }) {
  const [name, setName] = useState("");
  const [days, setDays] = useState("");
  const [chosen, setChosen] = useState<string[]>([]);
  const create = useCreateKey();
  if (create.data) return <ShownOnce title="Chave criada" lead="Copie agora: depois de fechar, ela não aparece mais para ninguém." secret={create.data.secret} onClose={onClose} />;
  const toggle = (scope: string) => setChosen(chosen.includes(scope) ? chosen.filter((one) => one !== scope) : [...chosen, scope]);
  const submit = () =>
    create.mutate({ name, scopes: chosen, expires_at: days === "" ? null : new Date(Date.now() + Number(days) * 86_400_000).toISOString() });
  return (
    <FormDialog title="Nova chave de API" submit="Criar chave" busy={create.isPending} onSubmit={submit} onClose={onClose}>
      <Labelled label="Nome">
        <TextInput required maxLength={120} placeholder="ERP da loja" value={name} onChange={(event) => setName(event.target.value)} data-testid="key-name" />
      </Labelled>
      <Labelled label="Vale">
        <Select choices={LIVES} value={days} onChoose={setDays} />
      </Labelled>
      <fieldset className="grid gap-2 sm:grid-cols-2">
        <legend className="mb-2 text-list font-medium">O que pode</legend>
        {scopes.map((scope) => (
          <Tick key={scope} label={scopeLabel(scope)} checked={chosen.includes(scope)} onChange={() => toggle(scope)} data-testid={`scope-${scope}`} />
        ))}
      </fieldset>
    </FormDialog>
  );
}
