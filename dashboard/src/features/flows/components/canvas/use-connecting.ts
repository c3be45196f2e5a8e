/** What becomes of a line that is drawn from an exit? */
import { type Connection, type Edge, type FinalConnectionState, useReactFlow } from "@xyflow/react";
import { useCallback } from "react";

import { connect, disconnect } from "../../model/edit";
import { useBuilder } from "../../state/context";

const pointOf = (event: MouseEvent | TouchEvent) => ("clientX" in event ? event : event.changedTouches[0]);

export function useConnecting() {
  const { draft, view } = useBuilder();
  const { screenToFlowPosition } = useReactFlow();
  const onConnect = useCallback(
    ({ source, sourceHandle, target }: Connection) => {
      if (sourceHandle !== null) draft.edit((flow) => connect(flow, { node: source, exit: sourceHandle }, target));
    },
    [draft],
  );
  /** Let go over the empty canvas: what shall come there? */
  const onConnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, { isValid, fromHandle, toNode }: FinalConnectionState) => {
      const point = pointOf(event);
      if (isValid === true || toNode || !point || fromHandle?.type !== "source" || !fromHandle.id) return;
      const screen = { x: point.clientX, y: point.clientY };
      view.show({ adding: { at: screenToFlowPosition(screen), screen, from: { node: fromHandle.nodeId, exit: fromHandle.id } } });
    },
    [view, screenToFlowPosition],
  );
  const onReconnect = useCallback(
    (old: Edge, { source, sourceHandle, target }: Connection) => {
      if (sourceHandle === null) return;
      draft.edit((flow) => connect(old.sourceHandle ? disconnect(flow, [{ node: old.source, exit: old.sourceHandle }]) : flow, { node: source, exit: sourceHandle }, target));
    },
    [draft],
  );
  return { onConnect, onConnectEnd, onReconnect };
}
