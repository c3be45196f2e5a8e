/** Which secret goes along? Chosen by name; its value is never here. */
import { KeyRound, Plus } from "lucide-react";
import { useState } from "react";

import { useMay } from "@/api/use-may";
import { IconButton } from "@/ui/button";

import { originOf } from "../../model/origin";
import { useSecrets } from "../../queries";
import { useNode } from "../../state/context";
import { Select, TextInput } from "./controls";
import type { ControlProps } from "./field-control";
import { SecretDialog } from "./secret-dialog";

export function SecretField({ id, path, value, schema, disabled, invalid, onChange }: ControlProps) {
  const mayRead = useMay("secrets:read");
  const mayKeep = useMay("secrets:write");
  const secrets = useSecrets(mayRead);
  const address = useNode(path.split(".")[1] ?? "")?.options?.url;
  const [open, setOpen] = useState<"new" | "change" | null>(null);
  const name = typeof value === "string" ? value : "";
  const set = (next: string) => onChange(next === "" ? undefined : next);
  if (!mayRead || !secrets.data) {
    return <TextInput id={id} value={name} maxLength={schema.maxLength} disabled={disabled} invalid={invalid} placeholder="nome_do_segredo" spellCheck={false} onChange={(event) => set(event.target.value)} />;
  }
  const chosen = secrets.data.find((one) => one.name === name);
  const gone: [string, string][] = name !== "" && !chosen ? [[name, `${name} (não existe)`]] : [];
  const choices = [["", "Nenhum"] as const, ...secrets.data.map((one) => [one.name, one.name] as const), ...gone];
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center gap-1">
        <Select id={id} choices={choices} value={name} disabled={disabled} invalid={invalid} onChange={set} data-testid="secret-choice" />
        {mayKeep && chosen && <IconButton label="Trocar ou apagar o segredo" icon={<KeyRound />} disabled={disabled} onClick={() => setOpen("change")} />}
        {mayKeep && <IconButton label="Novo segredo" icon={<Plus />} disabled={disabled} onClick={() => setOpen("new")} data-testid="secret-new" />}
      </div>
      {chosen && <p className="text-sm break-all text-ink-3">Só sai para {chosen.origins.join(", ")}</p>}
      {open !== null && (
        <SecretDialog
          kept={open === "change" ? chosen : undefined}
          suggested={gone[0]?.[0] ?? ""}
          origin={typeof address === "string" ? originOf(address) : ""}
          onKept={(secret) => set(secret.name)}
          onGone={() => set("")}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
