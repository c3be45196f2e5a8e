/** What is being sold, to whom, and how far has it come? */
import { Kanban } from "lucide-react";
import { useMemo, useState } from "react";

import type { Deal, Pipeline, Stage } from "@/api/leads";
import { sentenceFor } from "@/api/texts";
import { useMay } from "@/api/use-may";
import { Button } from "@/ui/button";
import { Empty, ErrorState, Skeleton } from "@/ui/states";

import { arrange } from "../board-rules";
import { useMoveDeal, usePendingMoves, usePipelineActs } from "../mutations";
import { FIRST_PAGE, useBoard, useLongColumns, usePipelines } from "../queries";
import { filterOf, type PipelineSearch } from "../search";
import { leadSentences } from "../texts";
import { Board } from "./board";
import { ClosingDialog } from "./closing-dialog";
import { ConversionView } from "./conversion-view";
import { DealDrawer } from "./deal-drawer";
import { NewDealDialog } from "./new-deal-dialog";
import { NewPipelineDialog } from "./new-pipeline-dialog";
import { StagesDialog } from "./stages-dialog";
import { Toolbar } from "./toolbar";

interface PipelinePageProps {
  search: PipelineSearch;
  onSearch: (changes: Partial<PipelineSearch>) => void;
  onConversation: (id: string) => void;
}

export function PipelinePage(props: PipelinePageProps) {
  const pipelines = usePipelines();
  const acts = usePipelineActs();
  const mayConfigure = useMay("pipelines:write");
  if (pipelines.isPending) return <Loading />;
  if (pipelines.isError) return <ErrorState title="O funil não carregou" detail={sentenceFor(pipelines.error, leadSentences)} onRetry={() => void pipelines.refetch()} />;
  const pipeline = pipelines.data.find((one) => one.id === props.search.funil) ?? pipelines.data[0];
  if (pipeline) return <Open key={pipeline.id} {...props} pipelines={pipelines.data} pipeline={pipeline} mayConfigure={mayConfigure} />;
  return (
    <div className="flex flex-1 items-center justify-center" data-testid="pipeline-empty">
      <h1 className="sr-only">Funil</h1>
      <Empty
        icon={<Kanban aria-hidden />}
        title="Nenhum funil ainda"
        action={mayConfigure && <Button look="primary" busy={acts.create.isPending} onClick={() => acts.create.mutate("Vendas")} data-testid="pipeline-first">Criar o funil de vendas</Button>}
      >
        Um funil mostra cada negócio na etapa em que está, do primeiro contato ao fechamento. Ele nasce com seis etapas, que você muda como quiser.
      </Empty>
    </div>
  );
}

interface OpenProps extends PipelinePageProps {
  pipelines: Pipeline[];
  pipeline: Pipeline;
  mayConfigure: boolean;
}

type Dialog = { kind: "new"; stageId?: string } | { kind: "stages" } | { kind: "pipeline" } | { kind: "closing"; deal: Deal; stage: Stage; afterId: string | null };

function Open({ search, onSearch, onConversation, pipelines, pipeline, mayConfigure }: OpenProps) {
  const mayWrite = useMay("leads:write");
  const filter = useMemo(() => filterOf(search, Date.now()), [search]);
  const board = useBoard(pipeline.id, filter);
  const [wanted, setWanted] = useState<Record<string, number>>({});
  const long = useLongColumns(board.data?.stages ?? [], filter, wanted);
  const pending = usePendingMoves();
  const columns = useMemo(() => arrange(long, pending), [long, pending]);
  const move = useMoveDeal();
  const [dialog, setDialog] = useState<Dialog | null>(null);

  const moveTo = (deal: Deal, stage: Stage | undefined, afterId: string | null) => {
    if (!stage) return;
    if (stage.kind !== "open" && deal.stage_id !== stage.id) setDialog({ kind: "closing", deal, stage, afterId });
    else move.mutate({ deal, stageId: stage.id, afterId });
  };
  const stageOf = (id: string) => pipeline.stages.find((stage) => stage.id === id);

  return (
    <div className="flex min-h-0 flex-1 flex-col" data-testid="pipeline">
      <Toolbar
        pipelines={pipelines}
        pipeline={pipeline}
        origins={board.data?.origins ?? []}
        search={search}
        filter={filter}
        mayWrite={mayWrite}
        mayConfigure={mayConfigure}
        onSearch={onSearch}
        onNew={() => setDialog({ kind: "new" })}
        onConfigure={() => setDialog({ kind: "stages" })}
        onNewPipeline={() => setDialog({ kind: "pipeline" })}
      />
      {search.visao === "conversao" ? (
        <ConversionView pipelineId={pipeline.id} filter={filter} />
      ) : board.isError && !board.data ? (
        <ErrorState title="O quadro não carregou" detail={sentenceFor(board.error, leadSentences)} onRetry={() => void board.refetch()} />
      ) : !board.data ? (
        <LoadingColumns />
      ) : (
        <Board
          columns={columns}
          mayMove={mayWrite}
          onOpen={(deal) => onSearch({ negocio: deal.id })}
          onMove={(deal, stageId, afterId) => moveTo(deal, stageOf(stageId), afterId)}
          onMore={(stageId, shown) => setWanted((before) => ({ ...before, [stageId]: Math.max(shown, FIRST_PAGE) + 60 }))}
          onAdd={(stageId) => setDialog({ kind: "new", stageId })}
        />
      )}
      {search.negocio !== undefined && (
        <DealDrawer key={search.negocio} dealId={search.negocio} pipeline={pipeline} mayWrite={mayWrite} onClose={() => onSearch({ negocio: undefined })} onMove={(deal, stage) => moveTo(deal, stage, null)} onConversation={onConversation} />
      )}
      {dialog && (
        <Dialogs
          dialog={dialog}
          pipelines={pipelines}
          pipeline={pipeline}
          ownerId={filter.owner}
          origins={(board.data?.origins ?? []).map((one) => one.name)}
          onClose={() => setDialog(null)}
          onPipeline={(funil) => {
            setDialog(null);
            onSearch({ funil });
          }}
        />
      )}
    </div>
  );
}

interface DialogsProps {
  dialog: Dialog;
  pipelines: Pipeline[];
  pipeline: Pipeline;
  ownerId: string | undefined;
  origins: string[];
  onClose: () => void;
  onPipeline: (id: string | undefined) => void;
}

function Dialogs({ dialog, pipelines, pipeline, ownerId, origins, onClose, onPipeline }: DialogsProps) {
  const move = useMoveDeal();
  switch (dialog.kind) {
    case "new":
      return <NewDealDialog pipelines={pipelines} pipelineId={pipeline.id} stageId={dialog.stageId} ownerId={ownerId} origins={origins} onClose={onClose} />;
    case "stages":
      return <StagesDialog pipeline={pipeline} onClose={onClose} onRemoved={() => onPipeline(undefined)} />;
    case "pipeline":
      return <NewPipelineDialog onClose={onClose} onMade={onPipeline} />;
    case "closing":
      return (
        <ClosingDialog
          deal={dialog.deal}
          kind={dialog.stage.kind}
          onClose={onClose}
          onConfirm={(why) => {
            move.mutate({ deal: dialog.deal, stageId: dialog.stage.id, afterId: dialog.afterId, ...why });
            onClose();
          }}
        />
      );
  }
}

function Loading() {
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4 pt-5" role="status" aria-label="Carregando o funil">
      <Skeleton className="mx-6 h-9 w-72" />
      <LoadingColumns />
    </div>
  );
}

function LoadingColumns() {
  return (
    <div className="flex flex-1 gap-3 overflow-hidden px-4 pb-4 md:px-6" aria-hidden>
      {Array.from({ length: 5 }, (_, index) => (
        <Skeleton key={index} className="h-full w-70 shrink-0" />
      ))}
    </div>
  );
}
