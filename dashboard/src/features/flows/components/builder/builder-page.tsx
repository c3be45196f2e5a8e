/** Where is a flow drawn, tried and published? */
import { ReactFlowProvider } from "@xyflow/react";
import { type ReactNode, useState } from "react";

import type { FlowDetail } from "@/api/flows";
import { sentenceFor } from "@/api/texts";
import { useMediaQuery } from "@/lib/media-query";
import { ErrorState, Skeleton } from "@/ui/states";

import { useFlowDetail, useNodeTypes } from "../../queries";
import { BuilderContext, useDraft, useView } from "../../state/context";
import { useNewBuilder } from "../../state/use-builder";
import { Canvas } from "../canvas/canvas";
import { Palette } from "../canvas/palette";
import { SidePanel } from "../panels/side-panel";
import { ConflictDialog } from "./conflict-dialog";
import { NodeList } from "./node-list";
import { ProblemBar } from "./problem-bar";
import { PublishDialog } from "./publish-dialog";
import { Toolbar } from "./toolbar";
import { useNumbers } from "./use-numbers";

interface BuilderPageProps {
  flowId: string;
  onBack: () => void;
}

export function BuilderPage({ flowId, onBack }: BuilderPageProps) {
  const flow = useFlowDetail(flowId);
  const types = useNodeTypes();
  const error = flow.error ?? types.error;
  if (flow.data && types.data) return <Builder key={flow.data.id} flow={flow.data} types={types.data} onBack={onBack} />;
  if (error)
    return (
      <Middle>
        <ErrorState title="O fluxo não abriu" detail={sentenceFor(error)} onRetry={() => void Promise.all([flow.refetch(), types.refetch()])} />
      </Middle>
    );
  return <Loading />;
}

function Builder({ flow, types, onBack }: { flow: FlowDetail; types: NonNullable<ReturnType<typeof useNodeTypes>["data"]>; onBack: () => void }) {
  const builder = useNewBuilder(flow, types);
  return (
    <BuilderContext value={builder}>
      <ReactFlowProvider>
        <Workshop flow={flow} onBack={onBack} />
      </ReactFlowProvider>
    </BuilderContext>
  );
}

function Workshop({ flow, onBack }: { flow: FlowDetail; onBack: () => void }) {
  const wide = useMediaQuery("(min-width: 768px)");
  const [publishing, setPublishing] = useState(false);
  const conflict = useDraft((draft) => draft.conflict);
  const panel = useView((view) => view.panel);
  useNumbers();
  return (
    <div className="flex min-h-0 flex-1 flex-col" data-testid="flow-builder">
      <Toolbar flow={flow} onBack={onBack} onPublish={() => setPublishing(true)} />
      <div className="flex min-h-0 flex-1">
        {wide && <Palette />}
        <div className="flex min-w-0 flex-1 flex-col">
          {wide ? <Canvas /> : <NodeList />}
          <ProblemBar />
        </div>
        {panel !== null && <SidePanel />}
      </div>
      {publishing && <PublishDialog onClose={() => setPublishing(false)} />}
      {conflict && <ConflictDialog conflict={conflict} />}
    </div>
  );
}

function Middle({ children }: { children: ReactNode }) {
  return <div className="flex min-h-0 flex-1 items-center justify-center">{children}</div>;
}

function Loading() {
  return (
    <div role="status" aria-label="Abrindo o fluxo" className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-14 items-center gap-3 border-b border-line bg-surface px-4">
        <Skeleton className="h-5 w-48" />
        <Skeleton className="ml-auto h-8 w-24" />
      </div>
      <div className="relative flex-1 overflow-hidden">
        {[
          [8, 24],
          [32, 14],
          [32, 52],
          [58, 30],
        ].map(([left, top], index) => (
          <div key={index} className="absolute" style={{ left: `${left}%`, top: `${top}%` }}>
            <Skeleton className="h-28 w-60 !rounded-xl" />
          </div>
        ))}
      </div>
    </div>
  );
}
