/** How does a flow from elsewhere come in, and what of it could not be carried? */
import { CircleAlert, CircleCheck, FileUp, Info, TriangleAlert } from "lucide-react";
import { type DragEvent, useId, useRef, useState } from "react";

import type { ImportFinding } from "@/api/flows";
import { ApiProblem } from "@/api/problem";
import { sentenceFor } from "@/api/texts";
import { cx } from "@/lib/classes";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";

import { formatOf } from "../../model/import-format";
import { useImportFlow } from "../../mutations";
import { flowSentences, plural } from "../../texts";

const LARGEST = 2_000_000;

export function ImportDialog({ onClose, onOpen }: { onClose: () => void; onOpen: (flowId: string) => void }) {
  const bring = useImportFlow();
  const [refused, setRefused] = useState("");
  const [over, setOver] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const id = useId();

  const read = async (given: File | undefined) => {
    if (!given || bring.isPending) return;
    if (given.size > LARGEST) { setRefused("O arquivo é grande demais: o limite é 2 MB."); return; }
    setRefused("");
    const text = await given.text();
    const stem = given.name.replace(/(\.flow)?\.(json|ya?ml)$/i, "").replace(/^typebot-export-/, "");
    bring.mutate({ format: formatOf(given.name, text), text, ...(stem ? { name: stem.slice(0, 120) } : {}) });
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void read(event.dataTransfer.files[0]);
  };
  const done = bring.data;
  return (
    <Dialog label="Importar um fluxo" onClose={onClose} className="w-[min(94vw,560px)]">
      <div className="flex max-h-[86vh] flex-col">
        <h2 className="border-b border-line px-5 py-4 text-lg font-semibold">Importar um fluxo</h2>
        <div className="flex min-h-0 flex-col gap-4 overflow-y-auto px-5 py-4">
          {done ? (
            <Report report={done.report} />
          ) : (
            <>
              <p className="text-list text-pretty text-ink-2">Um arquivo exportado daqui (texto ou JSON) ou do Typebot (JSON). O que não puder ser trazido como era fica listado; nada some em silêncio.</p>
              <label
                htmlFor={id}
                onDragOver={(event) => {
                  event.preventDefault();
                  setOver(true);
                }}
                onDragLeave={() => setOver(false)}
                onDrop={onDrop}
                className={cx("flex cursor-pointer flex-col items-center gap-2 rounded-xl border-2 border-dashed px-6 py-10 text-center", over ? "border-accent bg-selected" : "border-line-strong hover:bg-hover")}
              >
                <FileUp className="size-6 text-ink-3" aria-hidden />
                <span className="text-list font-medium">{bring.isPending ? "Lendo…" : "Solte o arquivo aqui, ou escolha"}</span>
                <span className="text-sm text-ink-3">.json, .yaml</span>
                <input ref={file} id={id} type="file" accept=".json,.yaml,.yml,application/json" className="sr-only" onChange={(event) => void read(event.target.files?.[0])} data-testid="import-file" />
              </label>
              {(refused !== "" || bring.isError) && <Refused sentence={refused} error={bring.error} />}
            </>
          )}
        </div>
        <footer className="flex justify-end gap-2 border-t border-line px-5 py-3">
          <Button onClick={onClose}>{done ? "Fechar" : "Cancelar"}</Button>
          {done && (
            <Button look="primary" onClick={() => onOpen(done.id)} data-testid="import-open">
              Abrir o fluxo
            </Button>
          )}
        </footer>
      </div>
    </Dialog>
  );
}

function Refused({ sentence, error }: { sentence: string; error: unknown }) {
  const { line, sentence: why } = error instanceof ApiProblem ? error.data : {};
  const told = typeof why === "string" && why !== "" ? `${typeof line === "number" && line > 0 ? `Linha ${line}: ` : ""}${why}` : "";
  return (
    <div role="alert" className="rounded-lg bg-danger-soft px-3 py-2 text-list text-danger-text">
      {sentence || told || sentenceFor(error, flowSentences)}
    </div>
  );
}

const LOOKS = { error: [CircleAlert, "text-danger"], warning: [TriangleAlert, "text-amber"], info: [Info, "text-info"] } as const;

function Report({ report }: { report: ImportFinding[] }) {
  const trouble = report.filter((finding) => finding.severity !== "info").length;
  const sorted = [...report].sort((one, other) => rank(one) - rank(other));
  return (
    <section aria-label="O que foi trazido" data-testid="import-report">
      <p className="flex items-center gap-2 text-list font-medium">
        <CircleCheck className="size-4 text-accent-text" aria-hidden />
        {trouble === 0 ? "Tudo foi trazido." : `O fluxo foi criado. ${plural(trouble, "ponto pede", "pontos pedem")} a sua atenção.`}
      </p>
      {sorted.length > 0 && (
        <ul className="mt-3 max-h-80 divide-y divide-line overflow-y-auto rounded-lg border border-line">
          {sorted.map((finding, index) => {
            const [Icon, colour] = LOOKS[finding.severity];
            return (
              <li key={index} className="flex items-start gap-2 px-3 py-2 text-list" data-testid="import-finding">
                <Icon className={cx("mt-0.5 size-3.5 shrink-0", colour)} aria-hidden />
                <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                  {finding.sentence}
                  {finding.place && <span className="block text-sm text-ink-3">{finding.place}</span>}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

const rank = ({ severity }: ImportFinding): number => ["error", "warning", "info"].indexOf(severity);
