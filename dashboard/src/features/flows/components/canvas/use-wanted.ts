/** Which node shall come into sight? */
import { useReactFlow, useStore } from "@xyflow/react";
import { useEffect } from "react";

import { useView } from "../../state/context";

const MARGIN = 24;

export function useWanted(): void {
  const wanted = useView((view) => view.wanted);
  const { getNode, getViewport, setCenter } = useReactFlow();
  useEffect(() => {
    const node = wanted && getNode(wanted.id);
    if (!node) return;
    const { width = 264, height = 140 } = node.measured ?? {};
    void setCenter(node.position.x + width / 2, node.position.y + height / 2, { zoom: Math.max(0.7, getViewport().zoom), duration: 150 });
  }, [wanted, getNode, getViewport, setCenter]);
  useUncovered();
  useFollowing();
}

/** The canvas goes where the simulated conversation goes. */
function useFollowing(): void {
  const here = useView((view) => (view.panel === "simulator" ? (view.lit?.here ?? view.lit?.last ?? null) : null));
  const { getNode, getViewport, setCenter } = useReactFlow();
  useEffect(() => {
    const node = here === null ? undefined : getNode(here);
    if (!node) return;
    const { width = 264, height = 140 } = node.measured ?? {};
    void setCenter(node.position.x + width / 2, node.position.y + height / 2, { zoom: Math.min(1, Math.max(0.65, getViewport().zoom)), duration: 150 });
  }, [here, getNode, getViewport, setCenter]);
}

/** A form that opens over the selected node moves the canvas aside. */
function useUncovered(): void {
  const open = useView((view) => view.panel !== null);
  const alone = useView((view) => (view.selected.length === 1 ? view.selected[0] : undefined));
  const { getNode, getViewport, setViewport } = useReactFlow();
  const width = useStore((state) => state.width);
  useEffect(() => {
    const node = alone === undefined ? undefined : getNode(alone);
    if (!open || !node) return;
    const { x, y, zoom } = getViewport();
    const right = (node.position.x + (node.measured?.width ?? 264)) * zoom + x;
    if (right > width - MARGIN) void setViewport({ x: x - (right - width + MARGIN), y, zoom }, { duration: 150 });
  }, [open, alone, width, getNode, getViewport, setViewport]);
}
