/** Where do the nodes stand, if nobody has placed them? Left to right, as the conversation goes. */
import dagre from "@dagrejs/dagre";

import type { Definition, Point } from "./definition";
import { placeOf } from "./definition";
import { edgesOf } from "./exits";

export interface Size {
  width: number;
  height: number;
}

const USUAL: Size = { width: 264, height: 140 };

export function layOut(flow: Definition, sizes: ReadonlyMap<string, Size>): Map<string, Point> {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: "LR", nodesep: 40, ranksep: 88, edgesep: 16, ranker: "network-simplex" });
  graph.setDefaultEdgeLabel(() => ({}));
  // The entry first: dagre breaks ties by the order in which it meets the nodes.
  for (const id of ordered(flow)) graph.setNode(id, { ...(sizes.get(id) ?? USUAL) });
  for (const edge of edgesOf(flow.nodes)) if (edge.source !== edge.target) graph.setEdge(edge.source, edge.target, {}, edge.exit);
  dagre.layout(graph);
  return new Map(
    Object.keys(flow.nodes).map((id) => {
      const { x = 0, y = 0, width = USUAL.width, height = USUAL.height } = graph.node(id) as Partial<Point & Size>;
      return [id, { x: Math.round(x - width / 2), y: Math.round(y - height / 2) }];
    }),
  );
}

/** The nodes as a person would walk them: from the entry, exits in their order; what nobody reaches comes last. */
export function ordered(flow: Definition): string[] {
  const seen = new Set<string>();
  const walk = (start: string) => {
    const ahead = [start];
    for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
      const node = flow.nodes[id];
      if (!node || seen.has(id)) continue;
      seen.add(id);
      ahead.push(...Object.values(node.exits ?? {}).reverse());
    }
  };
  walk(flow.entry);
  Object.keys(flow.nodes).forEach(walk);
  return [...seen];
}

/** The same flow with a place for every node: the ones without get theirs from the layout. */
export function placed(flow: Definition): Definition {
  const missing = Object.values(flow.nodes).filter((node) => placeOf(node) === null);
  if (missing.length === 0) return flow;
  const places = layOut(flow, new Map());
  const nodes = Object.entries(flow.nodes).map(([id, node]) => [id, { ...node, layout: { ...node.layout, ...places.get(id) } }] as const);
  return { ...flow, nodes: Object.fromEntries(nodes) };
}
