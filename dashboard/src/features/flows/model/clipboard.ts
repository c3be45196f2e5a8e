/** What of a flow fits on the clipboard, and how does it come back, here or in another flow? */
import { type Definition, type FlowNode, isRecord, placeOf, type Point } from "./definition";
import { freeName } from "./names";

const KIND = "recado.flow-nodes";

export interface Clip {
  kind: typeof KIND;
  nodes: Record<string, FlowNode>;
}

/** These nodes and the links among them; the entry stays where it is. */
export function copyNodes(flow: Definition, ids: readonly string[]): Clip | null {
  const chosen = ids.filter((id) => id !== flow.entry && flow.nodes[id]);
  if (chosen.length === 0) return null;
  const inside = new Set(chosen);
  const nodes = chosen.map((id): [string, FlowNode] => {
    const node = flow.nodes[id] ?? { type: "" };
    const exits = Object.fromEntries(Object.entries(node.exits ?? {}).filter(([, target]) => inside.has(target)));
    return [id, { ...node, exits }];
  });
  return { kind: KIND, nodes: Object.fromEntries(nodes) };
}

export const writeClip = (clip: Clip): string => JSON.stringify(clip, null, 1);

/** A clip from any text; null for everything that is not one. */
export function readClip(text: string): Clip | null {
  if (text.length > 2_000_000 || !text.includes(KIND)) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value) || value.kind !== KIND || !isRecord(value.nodes)) return null;
    const nodes = Object.entries(value.nodes).filter((entry): entry is [string, Record<string, unknown>] => isRecord(entry[1]) && typeof entry[1].type === "string");
    return nodes.length === 0 ? null : { kind: KIND, nodes: Object.fromEntries(nodes.map(([id, node]) => [id, readNode(node)])) };
  } catch {
    return null;
  }
}

/** Only what a node has, and only if it is what it should be: the text may come from anywhere. */
function readNode(given: Record<string, unknown>): FlowNode {
  const exits = Object.entries(isRecord(given.exits) ? given.exits : {}).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const layout = Object.entries(isRecord(given.layout) ? given.layout : {}).filter((entry): entry is [string, number] => Number.isFinite(entry[1]));
  return {
    type: String(given.type),
    ...(typeof given.label === "string" ? { label: given.label } : {}),
    ...(isRecord(given.options) ? { options: given.options as NonNullable<FlowNode["options"]> } : {}),
    exits: Object.fromEntries(exits),
    layout: Object.fromEntries(layout),
  };
}

/** The clip's nodes under free identifiers, its upper left corner at `at`. */
export function paste(flow: Definition, clip: Clip, at: Point): { flow: Definition; ids: string[] } {
  const taken = new Set(Object.keys(flow.nodes));
  const names = new Map<string, string>();
  for (const id of Object.keys(clip.nodes)) {
    const name = freeName(id, taken);
    taken.add(name);
    names.set(id, name);
  }
  const places = Object.values(clip.nodes).map((node) => placeOf(node) ?? { x: 0, y: 0 });
  const left = Math.min(...places.map((place) => place.x));
  const top = Math.min(...places.map((place) => place.y));
  const added = Object.entries(clip.nodes).map(([id, node]): [string, FlowNode] => {
    const place = placeOf(node) ?? { x: left, y: top };
    const exits = Object.fromEntries(Object.entries(node.exits ?? {}).flatMap(([exit, target]) => (names.has(target) ? [[exit, names.get(target) ?? target]] : [])));
    return [names.get(id) ?? id, { ...node, exits, layout: { x: Math.round(at.x + place.x - left), y: Math.round(at.y + place.y - top) } }];
  });
  return { flow: { ...flow, nodes: { ...flow.nodes, ...Object.fromEntries(added) } }, ids: [...names.values()] };
}
