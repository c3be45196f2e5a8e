/** Where do the nodes stand, if nobody has placed them? Left to right, as the conversation goes. */
import dagre from "@dagrejs/dagre";

import type { Definition, FlowNode, Point } from "./definition";
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

/**
 * The same flow with a place for every node. Where some have none, or so many cover each other that nobody can have meant
 * it (a drawing made for smaller cards), all get theirs from the layout.
 */
export function placed(flow: Definition): Definition {
  const all = Object.entries(flow.nodes);
  const missing = all.some(([, node]) => placeOf(node) === null);
  if (!missing && !isCrowded(flow)) return flow;
  const places = layOut(flow, new Map(all.map(([id, node]) => [id, guessedSize(node)])));
  return { ...flow, nodes: Object.fromEntries(all.map(([id, node]) => [id, { ...node, layout: { ...node.layout, ...places.get(id) } }])) };
}

const CROWDED = 0.25;

function isCrowded(flow: Definition): boolean {
  const boxes = Object.values(flow.nodes).map((node) => ({ ...(placeOf(node) ?? { x: 0, y: 0 }), ...guessedSize(node) }));
  const covered = boxes.filter((one, at) => boxes.some((other, with_) => at !== with_ && overlap(one, other)));
  return boxes.length > 2 && covered.length / boxes.length > CROWDED;
}

type Box = Point & Size;
const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;

/** About as large as its card will be: a head, some words, a line for each way out. */
function guessedSize({ type, options = {}, exits = {} }: FlowNode): Size {
  const items = Object.values(options).find((value) => Array.isArray(value) && value.length > 0 && typeof value[0] === "object");
  const rows = Math.max(Object.keys(exits).length, (Array.isArray(items) ? items.length : 0) + (type === "question" ? 3 : 1));
  const words = typeof options.text === "string" ? Math.min(4, Math.ceil(options.text.length / 34)) * 18 + 24 : 0;
  return { width: USUAL.width, height: 52 + words + 40 + rows * 28 };
}
