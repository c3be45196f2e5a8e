/** How is a secret kept, changed, or let go? What it is goes in here and is shown nowhere afterwards. */
import { Check, Copy } from "lucide-react";
import { type SyntheticEvent, useId, useState } from "react";

import type { KeptSecret, Secret } from "@/api/secrets";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";

import { nameFor } from "../../model/origin";
import { useKeepSecret, useRemoveSecret } from "../../mutations";
import { Labelled, Select, TextInput } from "./controls";

interface SecretDialogProps {
  kept: Secret | undefined;
  /** Where the value comes from, unless the person says otherwise: `given` or `made`. */
  source: string;
  suggested: string;
  origin: string;
  onKept: (secret: Secret) => void;
  onGone: () => void;
  onClose: () => void;
}

const KINDS = [
  ["given", "Vou colar o valor (token, chave de API)"],
  ["made", "Gerar um, para assinar webhooks"],
] as const;

export function SecretDialog({ kept, source, suggested, origin, onKept, onGone, onClose }: SecretDialogProps) {
  const id = useId();
  const [name, setName] = useState(kept?.name ?? (suggested || nameFor(origin)));
  const [kind, setKind] = useState(source);
  const [value, setValue] = useState("");
  const [origins, setOrigins] = useState((kept?.origins ?? [origin || "https://"]).join("\n"));
  const [made, setMade] = useState<string | null>(null);
  const keep = useKeepSecret();
  const remove = useRemoveSecret();
  const done = (found: KeptSecret) => {
    onKept(found.secret);
    if (found.made === null) onClose();
    else setMade(found.made);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const bound = origins.split(/[\s,]+/).filter(Boolean);
    const same = kept !== undefined && bound.join() === kept.origins.join();
    keep.mutate({ id: kept?.id, name: name.trim(), value: kind === "made" ? null : value, origins: same ? undefined : bound }, { onSuccess: done });
  };
  if (made !== null) return <Made secret={made} onClose={onClose} />;
  return (
    <Dialog label={kept ? `Trocar o segredo ${kept.name}` : "Novo segredo"} onClose={onClose} className="w-[min(94vw,460px)]">
      <form onSubmit={submit} className="flex flex-col gap-4 p-5" data-testid="secret-form">
        <div>
          <h2 className="text-lg font-semibold">{kept ? `Trocar “${kept.name}”` : "Novo segredo"}</h2>
          <p className="text-sm text-pretty text-ink-2">O valor fica guardado cifrado, não aparece mais para ninguém e só é enviado para os endereços abaixo.</p>
        </div>
        {!kept && (
          <Labelled htmlFor={`${id}-name`} label="Nome" help="Letras minúsculas, números, _ . e -">
            <TextInput id={`${id}-name`} value={name} maxLength={60} required pattern="[a-z0-9][a-z0-9_.\-]*" placeholder="token_erp" spellCheck={false} onChange={(event) => setName(event.target.value)} data-testid="secret-name" />
          </Labelled>
        )}
        <Labelled htmlFor={`${id}-kind`} label="De onde vem">
          <Select id={`${id}-kind`} choices={KINDS} value={kind} onChange={setKind} data-testid="secret-kind" />
        </Labelled>
        {kind === "given" && (
          <Labelled htmlFor={`${id}-value`} label="Valor">
            <TextInput id={`${id}-value`} type="password" autoComplete="new-password" value={value} maxLength={4_096} required onChange={(event) => setValue(event.target.value)} data-testid="secret-value" />
          </Labelled>
        )}
        <Labelled htmlFor={`${id}-origins`} label="Só pode ir para" help="Um endereço por linha, sem caminho: https://api.exemplo.com.br">
          <textarea
            id={`${id}-origins`}
            value={origins}
            rows={2}
            required
            spellCheck={false}
            onChange={(event) => setOrigins(event.target.value)}
            className="w-full rounded-lg border border-line-strong bg-surface px-2.5 py-1.5 text-list outline-none focus:border-accent"
            data-testid="secret-origins"
          />
        </Labelled>
        {kept && <p className="text-sm text-ink-3">Webhooks são assinados também com o valor antigo por 24 horas, se os endereços não mudarem.</p>}
        <footer className="flex justify-end gap-2">
          {kept && (
            <Button look="danger" className="mr-auto" busy={remove.isPending} onClick={() => remove.mutate(kept.id, { onSuccess: () => { onGone(); onClose(); } })}>
              Apagar
            </Button>
          )}
          <Button onClick={onClose}>Cancelar</Button>
          <Button look="primary" type="submit" busy={keep.isPending} data-testid="secret-keep">
            Guardar
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

/** The one time that a signing secret is seen. */
function Made({ secret, onClose }: { secret: string; onClose: () => void }) {
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(secret).then(() => setCopied(true));
  return (
    <Dialog label="Segredo gerado" onClose={onClose} className="w-[min(94vw,460px)]">
      <div className="flex flex-col gap-4 p-5" data-testid="secret-made">
        <div>
          <h2 className="text-lg font-semibold">Segredo gerado</h2>
          <p className="text-sm text-pretty text-ink-2">Copie agora para o sistema que vai receber os webhooks. Depois de fechar, ele não aparece mais.</p>
        </div>
        <code className="rounded-lg border border-line bg-sunken px-3 py-2 text-sm break-all select-all">{secret}</code>
        <footer className="flex justify-end gap-2">
          <Button onClick={copy}>
            {copied ? <Check className="size-4" aria-hidden /> : <Copy className="size-4" aria-hidden />}
            {copied ? "Copiado" : "Copiar"}
          </Button>
          <Button look="primary" onClick={onClose}>
            Pronto
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}
