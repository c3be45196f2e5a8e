/** What does each gesture on the canvas make of a flow? Every function gives a new definition and leaves the old one. */
import type { Declared, Definition, FlowNode, Options, Point } from "./definition";
import { placeOf } from "./definition";
import type { Manifest } from "./manifest";
import { blankOf } from "./manifest";
import { freeName, slug } from "./names";

export interface From {
  node: string;
  exit: string;
}

const withNode = (flow: Definition, id: string, node: FlowNode): Definition => ({ ...flow, nodes: { ...flow.nodes, [id]: node } });

const changed = (flow: Definition, id: string, change: (node: FlowNode) => FlowNode): Definition => {
  const node = flow.nodes[id];
  return node ? withNode(flow, id, change(node)) : flow;
};

const onGrid = ({ x, y }: Point): { x: number; y: number } => ({ x: Math.round(x / 4) * 4, y: Math.round(y / 4) * 4 });

/** A new node of a kind; `from` is the exit that shall lead to it. The first node of a flow is its entry. */
export function addNode(flow: Definition, manifest: Manifest, at: Point, from: From | null): { flow: Definition; id: string } {
  const id = freeName(slug(manifest.label) || manifest.key, new Set(Object.keys(flow.nodes)));
  const options = blankOf(manifest.options);
  const node: FlowNode = { type: manifest.key, ...(Object.keys(options).length > 0 ? { options: named(options) } : {}), layout: onGrid(at) };
  const added = withNode(flow, id, node);
  const entered = flow.entry in flow.nodes ? added : { ...added, entry: id };
  return { flow: from ? connect(entered, from, id) : entered, id };
}

/** Items of a list that are known by an identifier get one. */
function named(options: Options): Options {
  return Object.fromEntries(
    Object.entries(options).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map((item, at) => (typeof item === "object" && item !== null && "id" in item ? { ...item, id: `caminho_${at + 1}` } : item)) : value,
    ]),
  );
}

export function removeNodes(flow: Definition, ids: readonly string[]): Definition {
  const gone = new Set(ids.filter((id) => id !== flow.entry));
  if (gone.size === 0) return flow;
  const nodes = Object.entries(flow.nodes).flatMap(([id, node]): [string, FlowNode][] => (gone.has(id) ? [] : [[id, withoutExits(node, (target) => gone.has(target))]]));
  return { ...flow, nodes: Object.fromEntries(nodes) };
}

function withoutExits(node: FlowNode, drop: (target: string, exit: string) => boolean): FlowNode {
  const exits = Object.entries(node.exits ?? {});
  const kept = exits.filter(([exit, target]) => !drop(target, exit));
  return kept.length === exits.length ? node : { ...node, exits: Object.fromEntries(kept) };
}

export function connect(flow: Definition, { node, exit }: From, target: string): Definition {
  return changed(flow, node, (one) => ({ ...one, exits: { ...one.exits, [exit]: target } }));
}

export function disconnect(flow: Definition, ways: readonly From[]): Definition {
  return ways.reduce((left, { node, exit }) => changed(left, node, (one) => withoutExits(one, (_, key) => key === exit)), flow);
}

export function moveNodes(flow: Definition, places: ReadonlyMap<string, Point>): Definition {
  const nodes = Object.entries(flow.nodes).map(([id, node]): [string, FlowNode] => {
    const place = places.get(id);
    const now = placeOf(node);
    return !place || (now && now.x === place.x && now.y === place.y) ? [id, node] : [id, { ...node, layout: { ...node.layout, ...onGrid(place) } }];
  });
  return { ...flow, nodes: Object.fromEntries(nodes) };
}

export function setOptions(flow: Definition, id: string, options: Options): Definition {
  return changed(flow, id, (node) => ({ ...node, options }));
}

export function setLabel(flow: Definition, id: string, label: string): Definition {
  return changed(flow, id, ({ label: _, ...node }) => (label === "" ? node : { ...node, label }));
}

/** The node under another identifier, with every link to it. A name that is taken or unfit changes nothing. */
export function renameNode(flow: Definition, id: string, wanted: string): Definition {
  if (wanted === id || wanted in flow.nodes || !/^[\w.:-]{1,64}$/.test(wanted)) return flow;
  const nodes = Object.entries(flow.nodes).map(([key, node]): [string, FlowNode] => {
    const exits = node.exits && Object.fromEntries(Object.entries(node.exits).map(([exit, target]) => [exit, target === id ? wanted : target]));
    const pointsHere = Object.values(node.exits ?? {}).includes(id);
    return [key === id ? wanted : key, pointsHere && exits ? { ...node, exits } : node];
  });
  return { ...flow, entry: flow.entry === id ? wanted : flow.entry, nodes: Object.fromEntries(nodes) };
}

export const setName = (flow: Definition, name: string): Definition => ({ ...flow, name });

export function setVariables(flow: Definition, variables: Record<string, Declared>): Definition {
  const { variables: _, ...rest } = flow;
  return Object.keys(variables).length === 0 ? rest : { ...rest, variables };
}
