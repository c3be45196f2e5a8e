/** Which buttons stand below the text? */
import { Plus, X } from "lucide-react";

import { Button, IconButton } from "@/ui/button";

import { type Draft, type DraftButton, variablesOf } from "../draft";
import { BUTTON_KINDS } from "../texts";
import { Choice, Line, type Troubles } from "./fields";

interface ButtonsEditorProps {
  draft: Draft;
  change: (fields: Partial<Draft>) => void;
  troubles: Troubles;
}

const VALUES: Record<string, string> = { url: "Endereço (https://…)", phone_number: "Telefone com código do país", copy_code: "Código de exemplo" };

export function ButtonsEditor({ draft, change, troubles }: ButtonsEditorProps) {
  const put = (index: number, fields: Partial<DraftButton>) => change({ buttons: draft.buttons.map((one, at) => (at === index ? { ...one, ...fields } : one)) });
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium text-ink-2">Botões (opcional)</legend>
      {draft.buttons.map((button, index) => (
        <div key={index} className="grid items-start gap-2 rounded-lg border border-line p-2.5 sm:grid-cols-[9rem_1fr_auto]">
          <Choice label="Tipo" value={button.kind} choices={BUTTON_KINDS} onChoose={(kind) => put(index, { kind: kind as DraftButton["kind"] })} />
          <div className="flex min-w-0 flex-col gap-2">
            {button.kind !== "copy_code" && <Line label="Texto do botão" limit={25} value={button.text ?? ""} trouble={troubles(`buttons.${index}.text`)} onType={(text) => put(index, { text })} />}
            {button.kind !== "quick_reply" && (
              <Line label={VALUES[button.kind] ?? ""} value={button.value ?? ""} trouble={troubles(`buttons.${index}.value`)} onType={(value) => put(index, { value })} />
            )}
            {button.kind === "url" && variablesOf(button.value ?? "").length > 0 && (
              <Line label="Exemplo do fim do endereço" value={button.example ?? ""} trouble={troubles(`buttons.${index}.example`)} onType={(example) => put(index, { example })} />
            )}
          </div>
          <IconButton label="Tirar botão" icon={<X aria-hidden />} onClick={() => change({ buttons: draft.buttons.filter((_, at) => at !== index) })} />
        </div>
      ))}
      {draft.buttons.length < 10 && (
        <Button size="sm" className="self-start" onClick={() => change({ buttons: [...draft.buttons, { kind: "quick_reply", text: "", value: "", example: "" }] })}>
          <Plus className="size-3.5" aria-hidden />
          Adicionar botão
        </Button>
      )}
    </fieldset>
  );
}
