/** How many people began this flow, and how many came to an end of it? */
import { Panel } from "@xyflow/react";

import { formatCount, formatShare } from "@/lib/numbers";

import { useBuilder, useSelected, useView } from "../../state/context";

export function FlowNumbers() {
  const { analytics } = useBuilder();
  const on = useView((view) => view.numbers);
  const all = useSelected(analytics, (figures) => figures);
  if (!on) return null;
  return (
    <Panel position="top-left" className="!m-3 rounded-xl border border-line bg-raised px-3 py-2 text-list text-ink-2 shadow-float">
      <p role="status" data-testid="flow-totals">
        {all === null ? (
          "Contando…"
        ) : all.starts === 0 ? (
          `Ninguém começou este fluxo nos últimos ${all.days} dias.`
        ) : (
          <>
            <b className="font-semibold text-ink tabular-nums">{formatCount(all.starts)}</b> começaram, <b className="font-semibold text-ink tabular-nums">{formatShare(all.completions / all.starts)}</b> chegaram ao fim
            <span className="text-ink-3"> · {all.days} dias{all.complete ? "" : ", ainda contando"}</span>
          </>
        )}
      </p>
    </Panel>
  );
}
