/** Which secrets may flows send along, and where may each travel? */
import { LockKeyhole, Plus } from "lucide-react";
import { useState } from "react";

import type { Secret } from "@/api/secrets";
import { useMay } from "@/api/use-may";
import { moment } from "@/lib/time";
import { Button } from "@/ui/button";
import { Empty } from "@/ui/states";

import { useRemoveSecret, useSaveSecret } from "../mutations";
import { useSecrets } from "../queries";
import { FormDialog, Labelled, Loaded, Panel, Screen, Select, ShownOnce, Sure, TextArea, TextInput } from "./parts";

const SOURCES = [
  ["given", "Vou colar o valor"],
  ["made", "Gerar um, para assinar webhooks"],
] as const;

export function SecretsPage() {
  const mayChange = useMay("secrets:write");
  const [open, setOpen] = useState<Secret | "new" | null>(null);
  return (
    <Screen
      title="Segredos"
      lead="Tokens e senhas que os fluxos enviam a outros sistemas. O valor entra cifrado e não aparece mais; cada um só viaja para os endereços marcados."
      action={
        mayChange && (
          <Button look="primary" onClick={() => setOpen("new")} data-testid="new-secret">
            <Plus className="size-4" aria-hidden />
            Novo segredo
          </Button>
        )
      }
    >
      <Panel>
        <Loaded query={useSecrets()}>
          {(found) =>
            found.length === 0 ? (
              <Empty icon={<LockKeyhole aria-hidden />} title="Nenhum segredo ainda">
                Guarde aqui a chave de um sistema, e use o nome dela nos blocos de chamada.
              </Empty>
            ) : (
              <ul className="divide-y divide-line">
                {found.map((secret) => (
                  <Row key={secret.id} secret={secret} mayChange={mayChange} onOpen={() => setOpen(secret)} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Panel>
      {open && <SecretDialog kept={open === "new" ? null : open} onClose={() => setOpen(null)} />}
    </Screen>
  );
}

function Row({ secret, mayChange, onOpen }: { secret: Secret; mayChange: boolean; onOpen: () => void }) {
  const remove = useRemoveSecret();
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 px-4 py-3">
      <div className="min-w-0 flex-1">
        <p className="truncate text-list font-medium">
          <code>{secret.name}</code>
        </p>
        <p className="truncate text-sm text-ink-2">
          {secret.origins.join(", ")} · trocado em {moment(secret.rotated_at)}
        </p>
      </div>
      {mayChange && (
        <div className="flex items-center gap-1">
          <Button size="sm" onClick={onOpen}>
            Trocar
          </Button>
          <Sure label="Apagar" busy={remove.isPending} onSure={() => remove.mutate(secret.id)} />
        </div>
      )}
    </li>
  );
}

function SecretDialog({ kept, onClose }: { kept: Secret | null; onClose: () => void }) {
  const save = useSaveSecret();
  const [name, setName] = useState(kept?.name ?? "");
  const [source, setSource] = useState("given");
  const [value, setValue] = useState("");
  const [origins, setOrigins] = useState((kept?.origins ?? ["https://"]).join("\n"));
  if (save.data?.made) return <ShownOnce title="Segredo gerado" lead="Copie agora para o sistema que vai receber os avisos. Depois de fechar, ele não aparece mais." secret={save.data.made} onClose={onClose} />;
  const submit = () =>
    save.mutate(
      { id: kept?.id ?? null, name: name.trim(), value: source === "made" ? null : value, origins: origins.split(/[\s,]+/).filter(Boolean) },
      { onSuccess: (answer) => answer.made ?? onClose() },
    );
  return (
    <FormDialog title={kept ? `Trocar “${kept.name}”` : "Novo segredo"} submit="Guardar" busy={save.isPending} onSubmit={submit} onClose={onClose}>
      {!kept && (
        <Labelled label="Nome" help="Letras minúsculas, números, _ . e -">
          <TextInput required maxLength={60} pattern="[a-z0-9][a-z0-9_.\-]*" placeholder="token_erp" spellCheck={false} value={name} onChange={(event) => setName(event.target.value)} />
        </Labelled>
      )}
      <Labelled label="De onde vem">
        <Select choices={SOURCES} value={source} onChoose={setSource} />
      </Labelled>
      {source === "given" && (
        <Labelled label="Valor">
          <TextInput type="password" autoComplete="new-password" required maxLength={4_096} value={value} onChange={(event) => setValue(event.target.value)} />
        </Labelled>
      )}
      <Labelled label="Só pode ir para" help="Um endereço por linha, sem caminho: https://api.exemplo.com.br">
        <TextArea required rows={2} spellCheck={false} value={origins} onChange={(event) => setOrigins(event.target.value)} />
      </Labelled>
    </FormDialog>
  );
}
