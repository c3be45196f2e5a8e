/** How does one come nearer, see all, and tidy up? */
import { Panel, useNodesInitialized, useReactFlow, useStore } from "@xyflow/react";
import { Maximize, Minus, Plus, WandSparkles } from "lucide-react";
import { useCallback, useEffect, useRef } from "react";

import { modKey } from "@/lib/shortcuts";
import { IconButton } from "@/ui/button";

import { moveNodes } from "../../model/edit";
import { layOut } from "../../model/layout";
import { useBuilder, useFlow } from "../../state/context";

export const FAR = 0.42;
const SPECKS = 0.25;
const READABLE = 0.7;
const FIT = { padding: 0.12, maxZoom: 1, duration: 150 };

export function CanvasControls() {
  const { mayWrite } = useBuilder();
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  const tidy = useTidy();
  const percent = useStore((state) => Math.round(state.transform[2] * 20) * 5);
  useFarMark();
  useFirstSight();
  return (
    <Panel position="bottom-left" className="!m-3 flex items-center gap-0.5 rounded-xl border border-line bg-raised p-0.5 shadow-float">
      <IconButton label="Afastar" side="top" icon={<Minus aria-hidden />} onClick={() => void zoomOut({ duration: 120 })} />
      <span className="w-10 text-center text-sm text-ink-2 tabular-nums">{percent}%</span>
      <IconButton label="Aproximar" side="top" icon={<Plus aria-hidden />} onClick={() => void zoomIn({ duration: 120 })} />
      <IconButton label="Ver tudo" shortcut="1" side="top" icon={<Maximize aria-hidden />} onClick={() => void fitView(FIT)} data-testid="flow-fit" />
      {mayWrite && <IconButton label="Arrumar o fluxo" shortcut={`${modKey} ⇧ L`} side="top" icon={<WandSparkles aria-hidden />} onClick={tidy} data-testid="flow-tidy" />}
    </Panel>
  );
}

/** Places every node anew, with the sizes they have on the screen. */
export function useTidy(): () => void {
  const { draft } = useBuilder();
  const { getNodes, fitView } = useReactFlow();
  return useCallback(() => {
    const sizes = new Map(getNodes().map((node) => [node.id, { width: node.measured?.width ?? 264, height: node.measured?.height ?? 140 }]));
    draft.edit((flow) => moveNodes(flow, layOut(flow, sizes)));
    requestAnimationFrame(() => requestAnimationFrame(() => void fitView(FIT)));
  }, [draft, getNodes, fitView]);
}

/** Shows the whole flow once its nodes have their sizes; of a long one the beginning, so that it can be read. */
function useFirstSight(): void {
  const measured = useNodesInitialized();
  const done = useRef(false);
  const { fitView, getNode, getViewport, setViewport } = useReactFlow();
  const height = useStore((state) => state.height);
  const { entry } = useFlow();
  useEffect(() => {
    if (!measured || done.current) return;
    done.current = true;
    void fitView({ ...FIT, duration: 0 }).then(() => {
      const start = getNode(entry);
      if (getViewport().zoom >= READABLE || !start) return;
      void setViewport({ x: 48 - start.position.x * READABLE, y: height / 2 - (start.position.y + 60) * READABLE, zoom: READABLE });
    });
  }, [measured, entry, height, fitView, getNode, getViewport, setViewport]);
}

/** Marks the canvas while it is so small that words cannot be read. */
function useFarMark(): void {
  const far = useStore((state) => state.transform[2] < FAR);
  const specks = useStore((state) => state.transform[2] < SPECKS);
  const pane = useStore((state) => state.domNode);
  useEffect(() => {
    pane?.classList.toggle("flow-far", far);
    pane?.classList.toggle("flow-specks", specks);
  }, [far, specks, pane]);
}
