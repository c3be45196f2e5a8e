/** Which names does a flow know? */
import { type Definition, isRecord } from "./definition";
import type { Manifests, Schema } from "./manifest";

export interface Known {
  name: string;
  label: string;
}

/** The declared variables first, then those that some node sets, then what every conversation has. */
export function knownVariables(flow: Definition, manifests: Manifests, standing: readonly Known[]): Known[] {
  const known = new Map<string, string>();
  for (const [name, declared] of Object.entries(flow.variables ?? {})) known.set(name, declared.label ?? "");
  for (const node of Object.values(flow.nodes)) {
    const manifest = manifests.get(node.type);
    if (manifest) for (const name of assigned(node.options, manifest.options)) if (!known.has(name)) known.set(name, "");
  }
  for (const { name, label } of standing) if (!known.has(name)) known.set(name, label);
  return [...known].map(([name, label]) => ({ name, label }));
}

/** The variables that options set: every field that holds the name of one, however deep. */
function assigned(value: unknown, schema: Schema): string[] {
  if (schema.widget === "variable") return typeof value === "string" && value !== "" ? [value] : [];
  if (schema.items && Array.isArray(value)) return value.flatMap((item) => assigned(item, schema.items ?? {}));
  if (schema.properties && isRecord(value)) return Object.entries(schema.properties).flatMap(([key, one]) => assigned(value[key], one));
  return [];
}
