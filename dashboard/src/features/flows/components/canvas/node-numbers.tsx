/** How many people came here, how many left, and how long did they take? */
import { formatShare, formatShort } from "@/lib/numbers";
import { duration } from "@/lib/time";

import { useBuilder, useSelected, useView } from "../../state/context";

export function NodeNumbers({ id }: { id: string }) {
  const { analytics } = useBuilder();
  const on = useView((view) => view.numbers);
  const figures = useSelected(analytics, (all) => all?.nodes.find((one) => one.node === id));
  if (!on || !figures || figures.entered === 0) return null;
  const share = figures.left_here / figures.entered;
  return (
    <>
    <p className="flex flex-wrap gap-x-3 border-t border-line px-3 py-1.5 text-sm text-ink-2 tabular-nums" data-testid="node-numbers">
      <span>
        <b className="font-semibold text-ink">{formatShort(figures.entered)}</b> chegaram
      </span>
      {figures.left_here > 0 && (
        <span className={share >= 0.2 ? "text-danger-text" : ""}>
          <b className="font-semibold">{formatShare(share)}</b> pararam
        </span>
      )}
      {figures.median_s !== null && figures.median_s >= 1 && (
        <span title="Tempo mediano até responder">{figures.median_s < 60 ? `${Math.round(figures.median_s)} s` : duration(figures.median_s * 1_000)}</span>
      )}
    </p>
    <Arms id={id} />
    </>
  );
}

/** What an A/B test came to: of those who took each way, how many came to an end, with the interval that chance allows. */
function Arms({ id }: { id: string }) {
  const { analytics } = useBuilder();
  const split = useSelected(analytics, (all) => all?.splits.find((one) => one.node === id));
  if (!split) return null;
  return (
    <ul className="border-t border-line px-3 py-1.5 text-sm text-ink-2 tabular-nums" data-testid="split-numbers">
      {split.arms.map((arm) => (
        <li key={arm.exit} className="flex gap-2" title={`${arm.completed} de ${arm.entered} chegaram ao fim`}>
          <span className="min-w-0 flex-1 truncate">{arm.exit}</span>
          <b className="font-semibold text-ink">{formatShare(arm.rate)}</b>
          {arm.low !== null && arm.high !== null && <span className="text-ink-3">{`${formatShare(arm.low)} a ${formatShare(arm.high)}`}</span>}
        </li>
      ))}
    </ul>
  );
}
