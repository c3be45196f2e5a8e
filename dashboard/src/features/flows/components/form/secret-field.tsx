/** Which secret goes along? Chosen by name; its value is never here. */
import { KeyRound, Plus } from "lucide-react";
import { useState } from "react";

import type { Secret } from "@/api/secrets";
import { useMay } from "@/api/use-may";
import { IconButton } from "@/ui/button";

import { originOf } from "../../model/origin";
import { useSecrets } from "../../queries";
import { useNode } from "../../state/context";
import { Select, TextInput } from "./controls";
import type { ControlProps } from "./field-control";
import { SecretDialog } from "./secret-dialog";

export function SecretField(props: ControlProps) {
  const secrets = useSecrets(useMay("secrets:read"));
  return secrets.data ? <Chooser {...props} secrets={secrets.data} /> : <Line {...props} />;
}

const textOf = ({ value }: ControlProps): string => (typeof value === "string" ? value : "");
/** What signs webhooks is better made than invented. */
const sourceOf = (path: string) => (path.endsWith(".options.secret") ? "made" : "given");
const kept = (name: string) => (name === "" ? undefined : name);

/** For those who may not see the names. */
function Line(props: ControlProps) {
  const { id, schema, disabled, invalid, onChange } = props;
  return <TextInput id={id} value={textOf(props)} maxLength={schema.maxLength} disabled={disabled} invalid={invalid} placeholder="nome_do_segredo" spellCheck={false} onChange={(event) => onChange(kept(event.target.value))} />;
}

function Chooser(props: ControlProps & { secrets: readonly Secret[] }) {
  const { id, path, secrets, disabled, invalid, onChange } = props;
  const mayKeep = useMay("secrets:write");
  const address = useNode(path.split(".")[1] ?? "")?.options?.url;
  const [open, setOpen] = useState<"new" | "change" | null>(null);
  const name = textOf(props);
  const chosen = secrets.find((one) => one.name === name);
  const gone = name !== "" && !chosen;
  const choices = [["", "Nenhum"] as const, ...secrets.map((one) => [one.name, one.name] as const), ...(gone ? [[name, `${name} (não existe)`] as const] : [])];
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center gap-1">
        <Select id={id} choices={choices} value={name} disabled={disabled} invalid={invalid} onChange={(next) => onChange(kept(next))} data-testid="secret-choice" />
        {mayKeep && chosen && <IconButton label="Trocar ou apagar o segredo" icon={<KeyRound />} disabled={disabled} onClick={() => setOpen("change")} />}
        {mayKeep && <IconButton label="Novo segredo" icon={<Plus />} disabled={disabled} onClick={() => setOpen("new")} data-testid="secret-new" />}
      </div>
      {chosen && <p className="text-sm break-all text-ink-3">Só sai para {chosen.origins.join(", ")}</p>}
      {open !== null && (
        <SecretDialog
          kept={open === "change" ? chosen : undefined}
          source={sourceOf(path)}
          suggested={gone ? name : ""}
          origin={typeof address === "string" ? originOf(address) : ""}
          onKept={(secret) => onChange(secret.name)}
          onGone={() => onChange(undefined)}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
