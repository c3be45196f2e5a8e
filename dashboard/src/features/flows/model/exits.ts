/** By which ways does one leave a node? */
import { type FlowNode, isRecord, type Json, type Options } from "./definition";
import type { Manifest, ManifestExit, Schema } from "./manifest";
import { propertiesOf } from "./manifest";
import { concerns } from "./relevance";

export interface Way {
  key: string;
  label: string;
  /** It may lead nowhere without a warning. */
  optional: boolean;
  kind: "item" | "fixed" | "error" | "unknown";
}

/** Every node may fail; whoever wants to answer for it connects this one. */
export const ERROR = "error";
export const errorWay: Way = { key: ERROR, label: "Se falhar", optional: true, kind: "error" };

/** The exits the engine told for options that have not changed since. */
export type KnownExits = WeakMap<Options, readonly ManifestExit[]>;

/**
 * All ways out of a node, those of its own items first: that is how a person reads a menu. What the engine told of these
 * options counts; until it has, a guess from the form stands in.
 */
export function waysOf(node: FlowNode, manifest: Manifest | undefined, known: readonly ManifestExit[] | undefined): Way[] {
  const fixedKeys = new Set((manifest?.exits ?? []).map((exit) => exit.key));
  const exits = known ?? [...(manifest ? guessed(node, manifest) : []), ...(manifest?.exits ?? [])];
  const ways = unique(exits).map((exit): Way => ({ ...exit, kind: fixedKeys.has(exit.key) ? "fixed" : "item" }));
  const items = ways.filter((way) => way.kind === "item");
  // Where every item leads somewhere, nobody leaves by `next`.
  const covered = items.length > 0 && items.every((way) => way.key in (node.exits ?? {}));
  const fixed = ways.filter((way) => way.kind === "fixed").map((way) => (way.key === "next" && covered ? { ...way, optional: true } : way));
  const told = new Set(ways.map((way) => way.key));
  const beyond = Object.keys(node.exits ?? {})
    .filter((key) => !told.has(key))
    .map((key): Way => (key === ERROR ? errorWay : { key, label: key, optional: false, kind: "unknown" }));
  return [...items, ...fixed, ...beyond];
}

const unique = (exits: readonly ManifestExit[]): ManifestExit[] => [...new Map(exits.map((exit) => [exit.key, exit])).values()];

function guessed(node: FlowNode, manifest: Manifest): ManifestExit[] {
  const options = node.options ?? {};
  return propertiesOf(manifest.options).flatMap(([name, schema]) => {
    if (!leadsOut(schema) || !concerns(node.type, options, name)) return [];
    const value = options[name];
    const items = (Array.isArray(value) ? value : []).filter((item): item is Options => isRecord(item));
    return items.flatMap((item): ManifestExit[] => {
      const key = text(item.id);
      return key === "" ? [] : [{ key, label: text(item.label) || text(item.title) || key, optional: name === "choices" }];
    });
  });
}

/** An item with an identifier is a way out: a choice, a branch, an arm. */
function leadsOut(schema: Schema): boolean {
  return schema.type === "array" && schema.items?.properties?.id !== undefined;
}

const text = (value: Json | undefined): string => (typeof value === "string" ? value : "");

export interface Edge {
  id: string;
  source: string;
  exit: string;
  target: string;
}

export const edgeId = (node: string, exit: string): string => `${node}→${exit}`;

/** The edges of a flow; one that leads to no node is left to the problems. */
export function edgesOf(nodes: Record<string, FlowNode>): Edge[] {
  return Object.entries(nodes).flatMap(([source, node]) =>
    Object.entries(node.exits ?? {}).flatMap(([exit, target]): Edge[] => (target in nodes ? [{ id: edgeId(source, exit), source, exit, target }] : [])),
  );
}
