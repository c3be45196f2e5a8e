/** Which pipeline, whose deals, from where, since when, and as what? */
import { ChartNoAxesColumn, Download, Kanban, Plus, Settings2 } from "lucide-react";
import type { ReactNode } from "react";

import { type Board, type DealFilter, leadsApi, type Pipeline } from "@/api/leads";
import { sentenceFor } from "@/api/texts";
import { cx } from "@/lib/classes";
import { saveBlob } from "@/lib/save-blob";
import { Button, IconButton } from "@/ui/button";
import { notify } from "@/ui/toast";

import { useColleagues } from "../queries";
import type { PipelineSearch } from "../search";
import { leadSentences } from "../texts";
import { Select } from "./controls";

const periods = [
  ["", "Todo o período"],
  ["7", "Últimos 7 dias"],
  ["30", "Últimos 30 dias"],
  ["90", "Últimos 90 dias"],
  ["365", "Últimos 12 meses"],
] as const;

interface ToolbarProps {
  pipelines: Pipeline[];
  pipeline: Pipeline;
  origins: Board["origins"];
  search: PipelineSearch;
  filter: DealFilter;
  mayWrite: boolean;
  mayConfigure: boolean;
  onSearch: (changes: Partial<PipelineSearch>) => void;
  onNew: () => void;
  onConfigure: () => void;
  onNewPipeline: () => void;
}

export function Toolbar({ pipelines, pipeline, origins, search, filter, mayWrite, mayConfigure, onSearch, onNew, onConfigure, onNewPipeline }: ToolbarProps) {
  const colleagues = useColleagues();
  const asConversion = search.visao === "conversao";
  const owners = [["", "Todos os responsáveis"] as const, ["ninguem", "Sem responsável"] as const, ...(colleagues.data ?? []).map((one) => [one.id, one.name] as const)];
  const download = () =>
    void leadsApi
      .sheet(pipeline.id, asConversion ? "conversion" : "deals", filter)
      .then((sheet) => saveBlob(sheet, asConversion ? "conversao.csv" : "negocios.csv"))
      .catch((error: unknown) => notify("error", sentenceFor(error, leadSentences)));
  return (
    <header className="flex flex-col gap-2.5 px-4 pt-4 pb-3 md:px-6">
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="text-xl font-semibold tracking-tight">Funil</h1>
        <Select
          aria-label="Funil"
          value={pipeline.id}
          choices={[...pipelines.map((one) => [one.id, one.name] as const), ...(mayConfigure ? [["novo", "+ Novo funil…"] as const] : [])]}
          onChange={(value) => (value === "novo" ? onNewPipeline() : onSearch({ funil: value }))}
          className="mr-auto w-auto max-w-56 font-medium"
          data-testid="pipeline-select"
        />
        <div className="flex rounded-lg border border-line-strong p-0.5" role="group" aria-label="Ver como">
          <ViewButton label="Quadro" icon={<Kanban aria-hidden />} on={!asConversion} onClick={() => onSearch({ visao: undefined })} />
          <ViewButton label="Conversão" icon={<ChartNoAxesColumn aria-hidden />} on={asConversion} onClick={() => onSearch({ visao: "conversao" })} />
        </div>
        <IconButton label="Baixar planilha" icon={<Download aria-hidden />} onClick={download} data-testid="pipeline-sheet" />
        {mayConfigure && <IconButton label="Configurar funil" icon={<Settings2 aria-hidden />} onClick={onConfigure} data-testid="pipeline-configure" />}
        {mayWrite && (
          <Button look="primary" onClick={onNew} data-testid="deal-new">
            <Plus className="size-4" aria-hidden /> Novo negócio
          </Button>
        )}
      </div>
      <div className="flex gap-2 overflow-x-auto">
        <Select aria-label="Responsável" value={search.responsavel ?? ""} choices={owners} onChange={(value) => onSearch({ responsavel: value || undefined })} className="w-auto shrink-0" data-testid="filter-owner" />
        <Select
          aria-label="Origem"
          value={search.origem ?? ""}
          choices={[["", "Todas as origens"], ...origins.map((one) => [one.key, one.name] as const)]}
          onChange={(value) => onSearch({ origem: value || undefined })}
          className="w-auto shrink-0"
          data-testid="filter-origin"
        />
        <Select aria-label="Período de entrada" value={search.periodo ?? ""} choices={periods} onChange={(value) => onSearch({ periodo: value || undefined })} className="w-auto shrink-0" />
      </div>
    </header>
  );
}

function ViewButton({ label, icon, on, onClick }: { label: string; icon: ReactNode; on: boolean; onClick: () => void }) {
  return (
    <button type="button" aria-pressed={on} onClick={onClick} className={cx("inline-flex h-7.5 items-center gap-1.5 rounded-md px-2.5 text-list font-medium [&_svg]:size-4", on ? "bg-selected text-accent-text" : "text-ink-2 hover:bg-hover")}>
      {icon}
      <span className="max-sm:sr-only">{label}</span>
    </button>
  );
}
