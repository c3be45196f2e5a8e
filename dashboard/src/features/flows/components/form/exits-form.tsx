/** Where does each exit lead? The way to connect without drawing lines. */
import { CornerDownRight } from "lucide-react";
import { useId } from "react";

import { IconButton } from "@/ui/button";

import type { FlowNode } from "../../model/definition";
import { connect, disconnect } from "../../model/edit";
import { ERROR, errorWay, type Way } from "../../model/exits";
import { ordered } from "../../model/layout";
import { pieces } from "../../model/summary";
import { useBuilder, useFlow, useSelected, useWays } from "../../state/context";
import { visit } from "../../state/view";
import { Select } from "./controls";

export function ExitsForm({ id, node }: { id: string; node: FlowNode }) {
  const ways = useWays(node);
  const shown = ways.some((way) => way.key === ERROR) || ways.length === 0 ? ways : [...ways, errorWay];
  const choices = useTargets();
  if (shown.length === 0) return null;
  return (
    <section aria-label="Saídas" className="flex flex-col gap-2 border-t border-line pt-3">
      <h3 className="text-sm font-medium text-ink-2">Para onde vai</h3>
      {shown.map((way) => (
        <ExitRow key={way.key} id={id} way={way} target={node.exits?.[way.key] ?? ""} choices={choices} />
      ))}
    </section>
  );
}

function ExitRow({ id, way, target, choices }: { id: string; way: Way; target: string; choices: [string, string][] }) {
  const { draft, view, mayWrite, problems } = useBuilder();
  const fieldId = useId();
  const wrong = useSelected(problems, (all) => all.find((problem) => problem.node === id && problem.path.endsWith(`exits.${way.key}`))?.sentence ?? "");
  const unknown = target !== "" && !choices.some(([key]) => key === target);
  const from = { node: id, exit: way.key };
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center gap-2">
        <label htmlFor={fieldId} className="w-28 shrink-0 truncate text-list text-ink-2" title={way.label}>
          {pieces(way.label).map((piece) => piece.text).join("")}
        </label>
        <Select
          id={fieldId}
          className="!h-8 text-sm"
          disabled={!mayWrite}
          choices={[["", way.optional ? "—" : "Escolha um bloco"], ...choices, ...(unknown ? [[target, `${target} (não existe)`] as const] : [])]}
          value={target}
          data-testid={`exit-to-${way.key}`}
          onChange={(to) => draft.edit((flow) => (to === "" ? disconnect(flow, [from]) : connect(flow, from, to)))}
        />
        <IconButton label="Ir para o bloco" icon={<CornerDownRight aria-hidden />} className="!size-7 [&_svg]:!size-3.5" disabled={target === "" || unknown} onClick={() => visit(view, target)} />
      </div>
      {wrong && <p className="text-sm text-amber-text">{wrong}</p>}
    </div>
  );
}

/** Every node by the name its card shows, in the order of the conversation. */
function useTargets(): [string, string][] {
  const { manifests } = useBuilder();
  const flow = useFlow();
  return ordered(flow)
    .filter((id) => id !== flow.entry)
    .map((id): [string, string] => {
      const node = flow.nodes[id];
      const kind = manifests.get(node?.type ?? "")?.label ?? node?.type ?? "";
      return [id, node?.label ? `${node.label} (${id})` : `${kind} · ${id}`];
    });
}
