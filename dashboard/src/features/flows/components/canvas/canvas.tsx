/** How is a flow drawn and rearranged with the hand? */
import "@xyflow/react/dist/base.css";
import "./canvas.css";

import { Background, BackgroundVariant, type EdgeTypes, MiniMap, type NodeTypes, PanOnScrollMode, ReactFlow, SelectionMode, useStore } from "@xyflow/react";
import { useMemo } from "react";

import { useBuilder, useView } from "../../state/context";
import { CanvasControls, FAR } from "./canvas-controls";
import { FlowNumbers } from "./flow-numbers";
import { NodeCard } from "./node-card";
import { QuickAdd } from "./quick-add";
import { useAdding } from "./use-adding";
import { useCanvasKeys } from "./use-canvas-keys";
import { useConnecting } from "./use-connecting";
import { useElements } from "./use-elements";
import { useWanted } from "./use-wanted";
import { WayLine } from "./way-edge";

const nodeTypes: NodeTypes = { card: NodeCard };
const edgeTypes: EdgeTypes = { way: WayLine };
/** From here on only what is in sight is drawn; from far away that is everything, and coming and going costs more. */
const LARGE = 80;
const words = {
  "node.a11yDescription.default": "Enter seleciona o bloco; as setas o movem; Delete o apaga.",
  "node.a11yDescription.keyboardDisabled": "Enter seleciona o bloco.",
  "edge.a11yDescription.default": "Enter seleciona a ligação; Delete a desfaz.",
  "node.a11yDescription.ariaLiveMessage": ({ x, y }: { x: number; y: number }) => `Bloco movido para ${x}, ${y}`,
};

export function Canvas() {
  const { mayWrite } = useBuilder();
  const elements = useElements();
  const connecting = useConnecting();
  const adding = useAdding();
  const near = useStore((state) => state.transform[2] >= FAR);
  const onlySeen = near && elements.nodes.length > LARGE;
  const many = useView((view) => view.selected.length > 1);
  useWanted();
  useCanvasKeys(elements.selection);
  const dots = useMemo(() => <Background variant={BackgroundVariant.Dots} gap={20} size={1.5} className="flow-dots" />, []);
  return (
    <div className="relative min-h-0 min-w-0 flex-1" data-testid="flow-canvas" {...adding.drop}>
      <ReactFlow
        nodes={elements.nodes}
        edges={elements.edges}
        onNodesChange={elements.onNodesChange}
        onEdgesChange={elements.onEdgesChange}
        onSelectionChange={elements.onSelectionChange}
        onPaneClick={elements.onPaneClick}
        onNodeClick={elements.onNodeClick}
        onDoubleClick={adding.onDoubleClick}
        {...connecting}
        onlyRenderVisibleElements={onlySeen}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        ariaLabelConfig={words}
        nodesDraggable={mayWrite}
        nodesConnectable={mayWrite}
        deleteKeyCode={null}
        zoomOnDoubleClick={false}
        panOnScroll
        panOnScrollMode={PanOnScrollMode.Free}
        selectionOnDrag={false}
        selectionMode={SelectionMode.Partial}
        multiSelectionKeyCode={["Shift", "Meta", "Control"]}
        minZoom={0.1}
        maxZoom={1.6}
        connectionRadius={32}
        elevateEdgesOnSelect
        proOptions={{ hideAttribution: true }}
        className={many ? "flow-many" : ""}
      >
        {dots}
        <MiniMap pannable zoomable ariaLabel="Miniatura do fluxo" className="flow-minimap" nodeBorderRadius={12} />
        <CanvasControls />
        <FlowNumbers />
      </ReactFlow>
      <QuickAdd />
    </div>
  );
}
