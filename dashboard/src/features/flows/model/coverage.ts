/** Which part of the drawing do the tests walk? */
import type { TestsReport } from "@/api/flows";

import type { Lit } from "../state/view";
import { type Edge, edgeId } from "./exits";

/** What the cases reach is lit; what no case reaches stays dark. */
export function litByCoverage(nodes: readonly string[], edges: readonly Edge[], coverage: TestsReport["coverage"]): Lit {
  const never = new Set(coverage.missing.map(({ node, exit }) => edgeId(node, exit)));
  const dark = new Set(coverage.missing_nodes);
  const walked = edges.filter((edge) => !never.has(edge.id) && !dark.has(edge.source));
  return { nodes: new Set(nodes.filter((id) => !dark.has(id))), edges: new Set(walked.map((edge) => edge.id)), here: null, last: null, coverage: true };
}
