/** What is a flow, as the canvas edits it? The same JSON that the engine reads. */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type Options = Record<string, Json>;

export interface FlowNode {
  type: string;
  label?: string;
  options?: Options;
  exits?: Record<string, string>;
  layout?: Record<string, number>;
}

export interface Declared {
  label?: string;
  default?: string | number | boolean | null;
}

export interface Definition {
  format: number;
  id: string;
  name: string;
  language?: string;
  entry: string;
  variables?: Record<string, Declared>;
  nodes: Record<string, FlowNode>;
  /** What a later format adds is kept as it came. */
  [key: string]: unknown;
}

export interface Point {
  x: number;
  y: number;
}

export const placeOf = (node: FlowNode): Point | null =>
  node.layout?.x === undefined || node.layout.y === undefined ? null : { x: node.layout.x, y: node.layout.y };

/** Reads what the API keeps loose. A definition without nodes is one nobody has drawn yet. */
export function readDefinition(value: unknown): Definition {
  const given = isRecord(value) ? value : {};
  return {
    ...given,
    format: typeof given.format === "number" ? given.format : 1,
    id: typeof given.id === "string" ? given.id : "fluxo",
    name: typeof given.name === "string" ? given.name : "",
    entry: typeof given.entry === "string" ? given.entry : "",
    nodes: isRecord(given.nodes) ? (given.nodes as Record<string, FlowNode>) : {},
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Are two JSON values the same, whatever the order of their keys? */
export function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((item, at) => same(item, other[at]));
  if (!isRecord(one) || !isRecord(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => key in other && same(one[key], other[key]));
}
