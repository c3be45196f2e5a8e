/** How does a new node come to the canvas? Dragged from the palette, or asked for with a double click. */
import { useReactFlow } from "@xyflow/react";
import { type DragEvent, type MouseEvent, useCallback } from "react";

import type { Point } from "../../model/definition";
import { addNode, type From } from "../../model/edit";
import { useBuilder } from "../../state/context";

export const DRAG_TYPE = "application/x-recado-node";
/** The pointer holds the card by its title. */
const HOLD = { x: 40, y: 22 };

export function useAddNode() {
  const { draft, view, manifests } = useBuilder();
  return useCallback(
    (key: string, at: Point, from: From | null) => {
      const manifest = manifests.get(key);
      if (!manifest) return;
      let id = "";
      draft.edit((flow) => {
        const added = addNode(flow, manifest, at, from);
        id = added.id;
        return added.flow;
      });
      view.show({ adding: null, selected: [id], panel: "node" });
    },
    [draft, view, manifests],
  );
}

export function useAdding() {
  const { view, mayWrite } = useBuilder();
  const { screenToFlowPosition } = useReactFlow();
  const add = useAddNode();
  const onDragOver = useCallback((event: DragEvent) => {
    if (event.dataTransfer.types.includes(DRAG_TYPE)) event.preventDefault();
  }, []);
  const onDrop = useCallback(
    (event: DragEvent) => {
      const key = event.dataTransfer.getData(DRAG_TYPE);
      if (key === "") return;
      event.preventDefault();
      add(key, screenToFlowPosition({ x: event.clientX - HOLD.x, y: event.clientY - HOLD.y }), null);
    },
    [add, screenToFlowPosition],
  );
  const onDoubleClick = useCallback(
    (event: MouseEvent) => {
      if (!mayWrite || !(event.target instanceof Element) || !event.target.classList.contains("react-flow__pane")) return;
      const screen = { x: event.clientX, y: event.clientY };
      view.show({ adding: { at: screenToFlowPosition(screen), screen, from: null } });
    },
    [mayWrite, view, screenToFlowPosition],
  );
  return { drop: mayWrite ? { onDragOver, onDrop } : {}, onDoubleClick };
}
