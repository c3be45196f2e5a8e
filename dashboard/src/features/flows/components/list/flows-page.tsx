/** Which flows does the organization have, and in what state is each? */
import { FileUp, Plus, Search, Workflow } from "lucide-react";
import { useState } from "react";

import type { FlowSummary } from "@/api/flows";
import { sentenceFor } from "@/api/texts";
import { useMay } from "@/api/use-may";
import { Button } from "@/ui/button";
import { Empty, ErrorState, Skeleton } from "@/ui/states";

import { useFlows } from "../../queries";
import { FlowRow } from "./flow-row";
import { ImportDialog } from "./import-dialog";
import { NewFlowDialog } from "./new-flow-dialog";

interface FlowsPageProps {
  onOpen: (flowId: string) => void;
}

const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export function FlowsPage({ onOpen }: FlowsPageProps) {
  const flows = useFlows();
  const mayWrite = useMay("flows:write");
  const [dialog, setDialog] = useState<"new" | "import" | null>(null);
  const [text, setText] = useState("");
  const shown = (flows.data ?? []).filter((flow) => fold(`${flow.name} ${flow.bot?.name ?? ""}`).includes(fold(text.trim())));
  return (
    <div className="min-h-0 flex-1 overflow-y-auto" data-testid="flows">
      <div className="mx-auto max-w-260 px-4 py-5 md:px-8 md:py-7">
        <header className="mb-4 flex flex-wrap items-center gap-2">
          <h1 className="mr-auto text-xl font-semibold tracking-tight">Fluxos</h1>
          {mayWrite && (
            <>
              <Button onClick={() => setDialog("import")} data-testid="flow-import">
                <FileUp className="size-4" aria-hidden /> Importar
              </Button>
              <Button look="primary" onClick={() => setDialog("new")} data-testid="flow-new">
                <Plus className="size-4" aria-hidden /> Novo fluxo
              </Button>
            </>
          )}
        </header>
        {(flows.data?.length ?? 0) > 4 && (
          <label className="mb-3 flex max-w-80 items-center gap-2 rounded-lg border border-line-strong bg-surface px-3 focus-within:border-accent">
            <Search className="size-4 text-ink-3" aria-hidden />
            <span className="sr-only">Buscar fluxo</span>
            <input type="search" value={text} onChange={(event) => setText(event.target.value)} placeholder="Buscar fluxo" className="h-9 min-w-0 flex-1 bg-transparent text-list outline-none" />
          </label>
        )}
        <div className="overflow-hidden rounded-xl border border-line bg-surface">
          {flows.isPending ? (
            <Loading />
          ) : flows.isError ? (
            <ErrorState title="Os fluxos não carregaram" detail={sentenceFor(flows.error)} onRetry={() => void flows.refetch()} />
          ) : flows.data.length === 0 ? (
            <Empty icon={<Workflow aria-hidden />} title="Nenhum fluxo ainda" action={mayWrite && <Button look="primary" onClick={() => setDialog("new")}>Criar o primeiro</Button>}>
              Um fluxo é a conversa que o chatbot sabe ter. Comece por um modelo pronto, desenhe do zero ou traga um do Typebot.
            </Empty>
          ) : shown.length === 0 ? (
            <Empty icon={<Search aria-hidden />} title="Nenhum fluxo com esse nome">
              Confira a escrita ou limpe a busca.
            </Empty>
          ) : (
            <Rows flows={shown} onOpen={onOpen} />
          )}
        </div>
      </div>
      {dialog === "new" && <NewFlowDialog onClose={() => setDialog(null)} onOpen={onOpen} />}
      {dialog === "import" && <ImportDialog onClose={() => setDialog(null)} onOpen={onOpen} />}
    </div>
  );
}

function Rows({ flows, onOpen }: { flows: FlowSummary[]; onOpen: (flowId: string) => void }) {
  return (
    <table className="block w-full text-left text-list md:table">
      <thead className="hidden border-b border-line bg-sunken text-sm text-ink-2 md:table-header-group">
        <tr>
          <th className="px-4 py-2 font-medium">Fluxo</th>
          <th className="px-4 py-2 font-medium">Situação</th>
          <th className="px-4 py-2 text-right font-medium">Conversas</th>
          <th className="px-4 py-2 font-medium">Última mudança</th>
          <th className="px-4 py-2">
            <span className="sr-only">Ações</span>
          </th>
        </tr>
      </thead>
      <tbody className="block divide-y divide-line md:table-row-group">
        {flows.map((flow) => (
          <FlowRow key={flow.id} flow={flow} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

function Loading() {
  return (
    <div role="status" aria-label="Carregando os fluxos" className="flex flex-col gap-3 p-4">
      {Array.from({ length: 5 }, (_, index) => (
        <Skeleton key={index} className="h-11 w-full" />
      ))}
    </div>
  );
}
