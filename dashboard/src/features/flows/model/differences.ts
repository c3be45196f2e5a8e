/** In what do two drawings of one flow differ, node by node? For two people who edit at once; versions are told by the API. */
import type { Definition, FlowNode } from "./definition";
import { same } from "./definition";
import type { Manifests } from "./manifest";

export interface Difference {
  kind: "mine" | "theirs" | "both";
  node: string;
  sentence: string;
}

export function differences(theirs: Definition, mine: Definition, manifests: Manifests): Difference[] {
  const name = (id: string, node: FlowNode) => `“${node.label ?? id}” (${manifests.get(node.type)?.label ?? node.type})`;
  const ids = [...new Set([...Object.keys(theirs.nodes), ...Object.keys(mine.nodes)])];
  return ids.flatMap((id): Difference[] => {
    const [there, here] = [theirs.nodes[id], mine.nodes[id]];
    if (here && !there) return [{ kind: "mine", node: id, sentence: `Só na sua: ${name(id, here)}.` }];
    if (there && !here) return [{ kind: "theirs", node: id, sentence: `Só na salva: ${name(id, there)}.` }];
    if (!here || !there) return [];
    const what = parts(there, here);
    return what.length === 0 ? [] : [{ kind: "both", node: id, sentence: `Difere em ${name(id, here)}: ${what.join(", ")}.` }];
  });
}

function parts(there: FlowNode, here: FlowNode): string[] {
  return [
    ...(there.type === here.type ? [] : ["o tipo"]),
    ...((there.label ?? "") === (here.label ?? "") ? [] : ["o nome"]),
    ...(same(there.options ?? {}, here.options ?? {}) ? [] : ["o conteúdo"]),
    ...(same(there.exits ?? {}, here.exits ?? {}) ? [] : ["para onde leva"]),
  ];
}
