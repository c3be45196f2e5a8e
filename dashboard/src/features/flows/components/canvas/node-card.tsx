/** What does one node say and where does it lead, on the canvas? */
import { Handle, type Node, type NodeProps, Position, useUpdateNodeInternals } from "@xyflow/react";
import { CircleAlert, TriangleAlert } from "lucide-react";
import { memo, useEffect } from "react";

import { cx } from "@/lib/classes";
import { SafeText } from "@/ui/safe-text";

import type { FlowNode } from "../../model/definition";
import type { Way } from "../../model/exits";
import { type Line, summaryOf, whenText } from "../../model/summary";
import { useBuilder, useSelected, useView, useWays } from "../../state/context";
import { KindIcon } from "./kinds";
import { NodeNumbers } from "./node-numbers";
import { TemplateText } from "./template-text";

export type CardNode = Node<{ node: FlowNode; entry: boolean }, "card">;

export const NodeCard = memo(function NodeCard({ id, data, selected }: NodeProps<CardNode>) {
  const { manifests, flowName } = useBuilder();
  const { node, entry } = data;
  const manifest = manifests.get(node.type);
  const ways = useWays(node);
  const lit = useView((view) => (view.lit === null ? "off" : view.lit.here === id ? "here" : view.lit.nodes.has(id) ? "on" : view.lit.coverage ? "never" : "off"));
  const internals = useUpdateNodeInternals();
  const shape = ways.map((way) => way.key).join("|");
  useEffect(() => {
    internals(id);
  }, [id, shape, internals]);
  return (
    <article
      data-testid="flow-node"
      data-node={id}
      data-lit={lit}
      className={cx(
        "flow-card w-66 rounded-xl border bg-surface text-ink shadow-[0_1px_2px_rgb(15_30_22/0.05)]",
        selected ? "border-accent ring-2 ring-accent/30" : lit === "here" || lit === "on" ? "border-accent" : "border-line-strong",
        lit === "here" && "ring-4 ring-accent/25",
        lit === "never" && "opacity-55",
      )}
    >
      {!entry && <Handle type="target" position={Position.Left} className="flow-handle flow-handle-in" />}
      <header className="flex items-center gap-2 px-3 pt-2.5 pb-2">
        <KindIcon manifest={manifest} />
        <span className="min-w-0 flex-1">
          <span className="block truncate text-list font-semibold">
            <SafeText text={node.label ?? manifest?.label ?? node.type} max={60} />
          </span>
          {node.label && <span className="block truncate text-xs text-ink-3">{manifest?.label ?? node.type}</span>}
        </span>
        <ProblemMark id={id} />
      </header>
      <Summary lines={summaryOf(node, manifest, flowName)} />
      <NodeNumbers id={id} />
      {ways.length > 0 && (
        <ul className="border-t border-line py-1">
          {ways.map((way) => (
            <WayRow key={way.key} node={node} way={way} />
          ))}
        </ul>
      )}
    </article>
  );
});

function Summary({ lines }: { lines: Line[] }) {
  if (lines.length === 0) return null;
  return (
    <div className="flow-detail flex flex-col gap-1 px-3 pb-2.5 text-sm text-ink-2">
      {lines.map((line, index) =>
        line.said ? (
          <p key={index} className="rounded-lg rounded-tl-sm bg-sunken px-2.5 py-1.5 text-list text-ink">
            <span className="line-clamp-4">
              <TemplateText text={line.text} rich />
            </span>
          </p>
        ) : (
          <p key={index} className="flex gap-1.5">
            <span className="max-w-[45%] shrink-0 truncate text-ink-3">{line.label}</span>
            <span className="line-clamp-2 min-w-0 flex-1">
              <TemplateText text={line.text} max={80} />
            </span>
          </p>
        ),
      )}
    </div>
  );
}

function WayRow({ node, way }: { node: FlowNode; way: Way }) {
  const leads = node.exits?.[way.key] !== undefined;
  const when = way.kind === "item" ? whenText(node, way.key) : "";
  return (
    <li
      className={cx(
        "relative flex min-h-7 items-center px-3 text-sm",
        way.kind === "unknown" ? "text-danger-text" : way.kind === "item" ? "font-medium text-ink" : "text-ink-2",
        !leads && way.optional && "text-ink-3",
      )}
    >
      <span className="flow-detail min-w-0 flex-1 py-1">
        <span className="block truncate">
          <TemplateText text={way.label} max={48} />
        </span>
        {when && <span className="line-clamp-2 text-xs font-normal text-ink-3">{when}</span>}
      </span>
      <Handle
        type="source"
        id={way.key}
        position={Position.Right}
        data-testid={`exit-${way.key}`}
        className={cx("flow-handle", leads && "flow-handle-on", !leads && !way.optional && "flow-handle-open")}
      />
    </li>
  );
}

function ProblemMark({ id }: { id: string }) {
  const { problems } = useBuilder();
  const worst = useSelected(problems, (all) => {
    const own = all.filter((problem) => problem.node === id);
    return own.some((problem) => problem.severity === "error") ? "error" : own.length > 0 ? "warning" : "";
  });
  const sentence = useSelected(problems, (all) => all.find((problem) => problem.node === id && problem.severity === worst)?.sentence ?? "");
  if (worst === "") return null;
  const Icon = worst === "error" ? CircleAlert : TriangleAlert;
  return (
    <span title={sentence} className={worst === "error" ? "text-danger" : "text-amber"}>
      <Icon className="size-4" aria-hidden />
      <span className="sr-only">{sentence}</span>
    </span>
  );
}
