/** Which way did a figure go in the last days? */
import { cx } from "@/lib/classes";

const WIDTH = 96;
const HEIGHT = 28;
const MARGIN = 3;

export function Sparkline({ values, className }: { values: (number | null)[]; className?: string }) {
  const points = place(values);
  const last = points.at(-1);
  if (!last || points.length < 2) return <div className={cx("h-7 w-24", className)} />;
  const line = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" L");
  const first = points[0] ?? last;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={cx("h-7 w-24 min-w-0 overflow-visible", className)} aria-hidden>
      <path d={`M${first[0]},${HEIGHT} L${line} L${last[0]},${HEIGHT} Z`} fill="currentColor" opacity={0.1} />
      <path d={`M${line}`} fill="none" stroke="currentColor" strokeWidth={1.5} strokeLinejoin="round" strokeLinecap="round" />
      <circle cx={last[0]} cy={last[1]} r={2.5} fill="currentColor" />
    </svg>
  );
}

function place(values: (number | null)[]): [number, number][] {
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known);
  const span = Math.max(...known) - low;
  const step = (WIDTH - 2 * MARGIN) / Math.max(1, values.length - 1);
  return values.flatMap((value, index): [number, number][] => {
    if (value === null) return [];
    const share = span === 0 ? 0.5 : (value - low) / span;
    return [[MARGIN + index * step, HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN)]];
  });
}
