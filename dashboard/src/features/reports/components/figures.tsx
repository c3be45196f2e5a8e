/** Which figures does the time come to, and against the time before? */
import type { Report } from "@/api/reports";
import { cx } from "@/lib/classes";

import { type Clock, type Measure, measures } from "../rules";

interface FiguresProps {
  report: Report;
  clock: Clock;
  chosen: string;
  onChoose: (key: string) => void;
}

export function Figures({ report, clock, chosen, onChoose }: FiguresProps) {
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      {measures.map((measure) => (
        <button
          key={measure.key}
          type="button"
          aria-pressed={chosen === measure.key}
          title={measure.hint}
          onClick={() => onChoose(measure.key)}
          className="flex min-w-0 flex-col items-start rounded-xl border border-line bg-surface p-4 text-left transition-colors hover:border-line-strong aria-pressed:border-accent"
          data-testid={`figure-${measure.key}`}
        >
          <span className="text-list text-ink-2">{measure.label}</span>
          <span className="mt-1 text-2xl font-semibold tracking-tight tabular-nums">{measure.read(measure.of(report.totals, clock))}</span>
          <Against report={report} clock={clock} measure={measure} />
        </button>
      ))}
    </div>
  );
}

function Against({ report, clock, measure }: { report: Report; clock: Clock; measure: Measure }) {
  const change = measure.change(measure.of(report.totals, clock), measure.of(report.before, clock));
  if (change === null) return <span className="text-sm text-ink-3">sem com o que comparar</span>;
  const good = measure.better === "neither" || change.direction === "same" ? null : (change.direction === "up") === (measure.better === "more");
  return (
    <span className={cx("text-sm tabular-nums", good === null ? "text-ink-2" : good ? "text-accent-text" : "text-danger-text")}>
      {change.label} <span className="text-ink-3">ante o período anterior</span>
    </span>
  );
}
