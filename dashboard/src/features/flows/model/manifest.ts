/** How does a kind of node introduce itself to the palette and the form? */
import type { Json, Options } from "./definition";

export interface Schema {
  type?: string;
  title?: string;
  description?: string;
  widget?: string;
  rows?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  enum?: string[];
  enumLabels?: string[];
  default?: Json;
  properties?: Record<string, Schema>;
  required?: string[];
  order?: string[];
  items?: Schema;
}

export interface ManifestExit {
  key: string;
  label: string;
  optional: boolean;
}

export interface Manifest {
  key: string;
  label: string;
  description: string;
  icon: string;
  group: string;
  options: Schema;
  exits: ManifestExit[];
}

export type Manifests = ReadonlyMap<string, Manifest>;

/** The properties of an object schema in the order of the form. */
export function propertiesOf(schema: Schema): [string, Schema][] {
  const properties = schema.properties ?? {};
  const order = schema.order ?? Object.keys(properties);
  return order.flatMap((key): [string, Schema][] => (properties[key] ? [[key, properties[key]]] : []));
}

/** What a new object of this schema starts with: only what must be there. */
export function blankOf(schema: Schema): Options {
  const required = new Set(schema.required ?? []);
  return Object.fromEntries(propertiesOf(schema).flatMap(([key, one]): [string, Json][] => (required.has(key) ? [[key, blankValue(one)]] : [])));
}

function blankValue(schema: Schema): Json {
  if (schema.default !== undefined) return schema.default;
  if (schema.widget === "condition") return { left: { variable: "" }, op: "equals", right: "" };
  if (schema.type === "array") return Array.from({ length: schema.minItems ?? 0 }, () => (schema.items?.type === "object" ? blankOf(schema.items) : ""));
  if (schema.type === "object") return blankOf(schema);
  if (schema.type === "boolean") return false;
  if (schema.type === "integer" || schema.type === "number") return schema.minimum ?? 0;
  if (schema.enum) return schema.enum[0] ?? "";
  return "";
}

/** The first words an object of a list is known by: its title, label, name or variable. */
export function nameOf(item: Options, schema: Schema): string {
  const named = ["title", "label", "name", "variable", "key", "id"].find((key) => typeof item[key] === "string" && item[key] !== "");
  const key = named ?? propertiesOf(schema)[0]?.[0];
  const value = key === undefined ? undefined : item[key];
  return typeof value === "string" ? value : "";
}
