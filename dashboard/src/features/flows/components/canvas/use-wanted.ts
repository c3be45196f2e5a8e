/** Which node shall come into sight? */
import { useReactFlow } from "@xyflow/react";
import { useEffect } from "react";

import { useView } from "../../state/context";

export function useWanted(): void {
  const wanted = useView((view) => view.wanted);
  const { getNode, getViewport, setCenter } = useReactFlow();
  useEffect(() => {
    const node = wanted && getNode(wanted.id);
    if (!node) return;
    const { width = 264, height = 140 } = node.measured ?? {};
    void setCenter(node.position.x + width / 2, node.position.y + height / 2, { zoom: Math.max(0.7, getViewport().zoom), duration: 150 });
  }, [wanted, getNode, getViewport, setCenter]);
}
