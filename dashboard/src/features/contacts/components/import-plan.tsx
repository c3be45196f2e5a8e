/** What does each column become, and on what legal ground are these people's data held? */
import { useState } from "react";

import type { ImportPreview, ImportStart } from "@/api/contacts";
import { plainText } from "@/lib/text-marks";
import { Button } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";

import { useStartImport } from "../mutations";
import { useFields } from "../queries";
import { legalBases, targetNames } from "../texts";
import { Section, Select, TextInput } from "./controls";

interface ImportPlanProps {
  preview: ImportPreview;
  onCancel: () => void;
  onStarted: (id: string) => void;
}

export function ImportPlan({ preview, onCancel, onStarted }: ImportPlanProps) {
  const { imported, rows } = preview;
  const [targets, setTargets] = useState(preview.targets);
  const [basis, setBasis] = useState("");
  const [overwrite, setOverwrite] = useState(false);
  const [tag, setTag] = useState("");
  const start = useStartImport();
  const fields = useFields().data ?? [];
  const choices: [string, string][] = [...Object.entries(targetNames), ...fields.map((one): [string, string] => [`fields.${one.key}`, `Campo: ${one.label}`])];
  const submit = () => {
    const plan: ImportStart = { targets, legal_basis: basis as ImportStart["legal_basis"], overwrite, tags: tag.trim() ? [tag.trim()] : [] };
    start.mutate({ id: imported.id, plan }, { onSuccess: (begun) => onStarted(begun.id) });
  };
  return (
    <Section title={`Colunas de ${plainText(imported.filename)}`}>
      <p className="mb-3 text-list text-ink-2">
        {imported.total} {imported.total === 1 ? "linha" : "linhas"}. Diga o que é cada coluna; ao menos uma precisa ser telefone, e-mail, CPF ou CNPJ.
      </p>
      {/* A wide table scrolls in its own box, also by the keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="overflow-x-auto rounded-lg border border-line" tabIndex={0} role="group" aria-label="Prévia da planilha">
        <table className="w-full text-left text-list">
          <thead className="bg-sunken">
            <tr>
              {imported.columns.map((column, index) => (
                <th key={index} className="p-2 align-top font-medium">
                  <span className="mb-1 block max-w-48 truncate">
                    <SafeText text={column} max={60} />
                  </span>
                  <Select aria-label={`Destino da coluna ${plainText(column)}`} className="w-40" value={targets[index] ?? ""} choices={choices} onChange={(target) => setTargets(targets.map((one, place) => (place === index ? target : one)))} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {rows.map((row, number) => (
              <tr key={number}>
                {imported.columns.map((_, index) => (
                  <td key={index} className="max-w-48 truncate p-2 text-ink-2">
                    <SafeText text={row[index] ?? ""} max={80} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="mt-4 flex flex-wrap items-end gap-4">
        <label htmlFor="import-basis" className="flex flex-col gap-1 text-sm font-medium text-ink-2">
          Base legal destes dados (LGPD)
          <Select id="import-basis" value={basis} choices={[["", "Escolha…"], ...Object.entries(legalBases)]} onChange={setBasis} data-testid="import-basis" />
        </label>
        <label htmlFor="import-tag" className="flex flex-col gap-1 text-sm font-medium text-ink-2">
          Etiqueta para todos (opcional)
          <TextInput id="import-tag" value={tag} maxLength={60} onChange={(event) => setTag(event.target.value)} />
        </label>
        <label className="flex h-9 items-center gap-2 text-list">
          <input type="checkbox" className="size-4 accent-accent" checked={overwrite} onChange={(event) => setOverwrite(event.target.checked)} />
          Substituir o que já está preenchido
        </label>
      </div>
      <div className="mt-4 flex justify-end gap-2">
        <Button onClick={onCancel}>Cancelar</Button>
        <Button look="primary" busy={start.isPending} disabled={!basis} onClick={submit} data-testid="import-start">
          Importar
        </Button>
      </div>
    </Section>
  );
}
