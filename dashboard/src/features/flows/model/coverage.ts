/** Which part of the drawing do the tests walk? */
import type { Lit } from "../state/view";
import { type Edge, edgeId } from "./exits";

/** A node is walked once one of its exits is, or one leads to it; the entry is where every case begins. */
export function litByCoverage(nodes: readonly string[], edges: readonly Edge[], missing: readonly { node: string; exit: string }[], entry: string): Lit {
  const never = new Set(missing.map(({ node, exit }) => edgeId(node, exit)));
  const walked = edges.filter((edge) => !never.has(edge.id));
  const reached = new Set([entry, ...walked.flatMap((edge) => [edge.source, edge.target])]);
  return { nodes: new Set(nodes.filter((id) => reached.has(id))), edges: new Set(walked.map((edge) => edge.id)), here: null, coverage: true };
}
