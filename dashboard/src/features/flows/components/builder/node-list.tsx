/** What does the flow do, on a phone? Its nodes in the order of the conversation; a press opens the form. */
import { ChevronRight, CornerDownRight } from "lucide-react";

import { cx } from "@/lib/classes";
import { SafeText } from "@/ui/safe-text";

import type { FlowNode } from "../../model/definition";
import { ordered } from "../../model/layout";
import { pieces, summaryOf } from "../../model/summary";
import { useBuilder, useFlow, useView, useWays } from "../../state/context";
import { KindIcon } from "../canvas/kinds";
import { TemplateText } from "../canvas/template-text";

export function NodeList() {
  const flow = useFlow();
  return (
    <ol className="min-h-0 flex-1 overflow-y-auto p-3" data-testid="flow-node-list" aria-label="Blocos">
      {ordered(flow).map((id) => {
        const node = flow.nodes[id];
        return node && <Row key={id} id={id} node={node} />;
      })}
    </ol>
  );
}

function Row({ id, node }: { id: string; node: FlowNode }) {
  const { view, manifests, flowName } = useBuilder();
  const flow = useFlow();
  const manifest = manifests.get(node.type);
  const ways = useWays(node).filter((way) => node.exits?.[way.key] !== undefined);
  const lit = useView((one) => one.lit?.nodes.has(id) ?? false);
  const said = summaryOf(node, manifest, flowName)[0];
  const nameOf = (target: string) => {
    const other = flow.nodes[target];
    return other ? (other.label ?? manifests.get(other.type)?.label ?? target) : target;
  };
  return (
    <li className={cx("mb-2 overflow-hidden rounded-xl border bg-surface", lit ? "border-accent" : "border-line")} id={`bloco-${id}`}>
      <button type="button" onClick={() => view.show({ selected: [id], panel: "node" })} className="flex w-full items-start gap-2.5 px-3 py-2.5 text-left hover:bg-hover">
        <KindIcon manifest={manifest} />
        <span className="min-w-0 flex-1">
          <span className="block truncate text-list font-semibold">
            <SafeText text={node.label ?? manifest?.label ?? node.type} max={80} />
          </span>
          {said && (
            <span className="line-clamp-2 text-sm text-ink-2">
              <TemplateText text={said.text} max={140} />
            </span>
          )}
        </span>
        <ChevronRight className="mt-1 size-4 shrink-0 text-ink-3" aria-hidden />
      </button>
      {ways.length > 0 && (
        <ul className="border-t border-line px-3 py-1.5 text-sm text-ink-2">
          {ways.map((way) => (
            <li key={way.key} className="flex items-center gap-1.5 py-0.5">
              <CornerDownRight className="size-3 shrink-0 text-ink-3" aria-hidden />
              <span className="shrink-0 text-ink-3">{pieces(way.label).map((piece) => piece.text).join("")}</span>
              <a href={`#bloco-${node.exits?.[way.key] ?? ""}`} className="min-w-0 truncate font-medium text-ink hover:underline">
                {nameOf(node.exits?.[way.key] ?? "")}
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
