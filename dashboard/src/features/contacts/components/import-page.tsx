/** How does a spreadsheet become people? Choose a file, say what each column is, watch it go, read what became of each row. */
import { FileSpreadsheet } from "lucide-react";
import { useState } from "react";

import type { Import, ImportPreview } from "@/api/contacts";
import { momentInSentence } from "@/lib/time";
import { Button } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";
import { Empty, Skeleton } from "@/ui/states";

import { useUpload } from "../mutations";
import { useImports } from "../queries";
import { failureText } from "../texts";
import { ContactsFrame } from "./contacts-frame";
import { Section } from "./controls";
import { ImportPlan } from "./import-plan";
import { ImportRows } from "./import-rows";

export function ImportPage({ onPerson }: { onPerson: (id: string) => void }) {
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const upload = useUpload();
  const list = useImports();
  const imports = (list.data?.items ?? []).filter((one) => one.state !== "draft");
  return (
    <ContactsFrame>
      {preview ? (
        <ImportPlan
          preview={preview}
          onCancel={() => setPreview(null)}
          onStarted={(id) => {
            setPreview(null);
            setOpen(id);
          }}
        />
      ) : (
        <Section title="Nova importação">
          <p className="mb-3 max-w-160 text-list text-pretty text-ink-2">
            Arquivos .csv ou .xlsx, até 10 MB e 50.000 linhas, em qualquer codificação. Fórmulas são lidas como texto. Quem pediu para não receber mensagens continua assim.
          </p>
          <label className="inline-flex h-9 cursor-pointer items-center gap-1.5 rounded-lg bg-accent px-3.5 text-list font-medium text-accent-ink hover:bg-accent-hover has-focus-visible:outline-2 has-focus-visible:outline-accent">
            <FileSpreadsheet className="size-4" aria-hidden />
            {upload.isPending ? "Lendo a planilha…" : "Escolher planilha"}
            <input
              type="file"
              accept=".csv,.txt,.xlsx,text/csv"
              className="sr-only"
              disabled={upload.isPending}
              onChange={(event) => {
                const file = event.target.files?.[0];
                event.target.value = "";
                if (file) upload.mutate(file, { onSuccess: setPreview });
              }}
              data-testid="import-file"
            />
          </label>
        </Section>
      )}
      <h2 className="mt-6 mb-2 text-base font-semibold">Importações</h2>
      {list.isPending ? (
        <Skeleton className="h-20 w-full" />
      ) : imports.length === 0 ? (
        <Empty icon={<FileSpreadsheet aria-hidden />} title="Nenhuma importação ainda">
          Cada importação fica aqui com o resultado de cada linha.
        </Empty>
      ) : (
        <ul className="flex flex-col gap-3">
          {imports.map((one) => (
            <li key={one.id} className="rounded-xl border border-line bg-surface p-4" data-testid="import" data-state={one.state}>
              <Summary one={one} />
              <Button size="sm" className="mt-2" aria-expanded={open === one.id} onClick={() => setOpen(open === one.id ? null : one.id)} data-testid="import-open">
                {open === one.id ? "Esconder linhas" : "Ver linhas"}
              </Button>
              {open === one.id && <ImportRows id={one.id} onPerson={onPerson} />}
            </li>
          ))}
        </ul>
      )}
    </ContactsFrame>
  );
}

function Summary({ one }: { one: Import }) {
  const share = one.total ? Math.round((one.done / one.total) * 100) : 0;
  return (
    <div className="text-list">
      <p className="flex flex-wrap items-baseline justify-between gap-2">
        <span className="min-w-0 truncate font-medium">
          <SafeText text={one.filename} max={120} />
        </span>
        <span className="text-sm text-ink-3">
          <SafeText text={one.author_name} max={60} />, {momentInSentence(one.created_at, Date.now())}
        </span>
      </p>
      {one.state === "running" && (
        <div role="progressbar" aria-label="Progresso da importação" aria-valuenow={share} aria-valuemin={0} aria-valuemax={100} className="my-2 h-1.5 overflow-hidden rounded-full bg-sunken">
          <div className="h-full rounded-full bg-accent transition-[width]" style={{ width: `${share}%` }} />
        </div>
      )}
      {one.state === "failed" && <p className="text-danger-text">{failureText(one.failure)}</p>}
      <p className="text-ink-2 tabular-nums">
        {one.done} de {one.total} linhas · {one.created} criados · {one.updated} atualizados · {one.unchanged} sem mudança ·{" "}
        <span className={one.refused ? "text-danger-text" : ""}>{one.refused} recusados</span>
      </p>
    </div>
  );
}
