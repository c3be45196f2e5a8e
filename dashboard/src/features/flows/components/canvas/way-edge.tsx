/** What stands on the line between two nodes? */
import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from "@xyflow/react";
import { X } from "lucide-react";
import { memo } from "react";

import { cx } from "@/lib/classes";
import { formatShare } from "@/lib/numbers";

import { disconnect } from "../../model/edit";
import { useBuilder, useSelected, useView } from "../../state/context";

export type WayEdge = Edge<{ exit: string }, "way">;

export const WayLine = memo(function WayLine({ id, source, data, selected, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition }: EdgeProps<WayEdge>) {
  const { draft, analytics, mayWrite } = useBuilder();
  const [path, x, y] = getBezierPath({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, curvature: 0.3 });
  const lit = useView((view) => view.lit?.edges.has(id) ?? false);
  const exit = data?.exit ?? "";
  const share = useShare(source, exit);
  const taken = useSelected(analytics, (all) => all?.edges.find((one) => one.node === source && one.exit === exit)?.taken ?? 0);
  const on = useView((view) => view.numbers);
  return (
    <>
      <BaseEdge
        path={path}
        interactionWidth={18}
        className={cx("flow-edge", lit && "flow-edge-lit", selected && "flow-edge-selected")}
        {...(on && share !== null ? { style: { strokeWidth: 1.5 + share * 6 } } : {})}
      />
      {on && share !== null && (
        <EdgeLabelRenderer>
          <span
            className="pointer-events-none absolute rounded-full border border-line bg-raised px-1.5 text-xs font-medium text-ink-2 tabular-nums"
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
            title={`${taken} de quem chegou`}
            data-testid="edge-number"
          >
            {formatShare(share)}
          </span>
        </EdgeLabelRenderer>
      )}
      {selected === true && mayWrite && (
        <EdgeLabelRenderer>
          <button
            type="button"
            aria-label="Desfazer a ligação"
            className="nodrag nopan pointer-events-auto absolute flex size-6 items-center justify-center rounded-full border border-line-strong bg-raised text-ink-2 shadow-float hover:text-danger-text"
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
            onClick={() => draft.edit((flow) => disconnect(flow, [{ node: source, exit }]))}
          >
            <X className="size-3.5" aria-hidden />
          </button>
        </EdgeLabelRenderer>
      )}
    </>
  );
});

/** The share of those who reached the node that left by this exit. */
function useShare(node: string, exit: string): number | null {
  const { analytics } = useBuilder();
  return useSelected(analytics, (all) => {
    const entered = all?.nodes.find((one) => one.node === node)?.entered ?? 0;
    if (!all || entered === 0) return null;
    return Math.min(1, (all.edges.find((one) => one.node === node && one.exit === exit)?.taken ?? 0) / entered);
  });
}
