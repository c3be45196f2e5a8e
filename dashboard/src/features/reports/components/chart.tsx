/** How does a figure run through the time, or lie among people and teams? */
import { useRef, useState } from "react";

import type { Report } from "@/api/reports";
import { cx } from "@/lib/classes";
import { plainText } from "@/lib/text-marks";
import { useWidth } from "@/lib/use-width";

import type { Clock, Measure } from "../rules";

const HEIGHT = 180;
const AXIS = 24;
const TOP = 20;
const LONGEST_LABEL = 12;

export function Chart({ report, measure, clock }: { report: Report; measure: Measure; clock: Clock }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 640);
  const [at, setAt] = useState<number | null>(null);
  const values = report.items.map((part) => measure.of(part.figures, clock));
  const known = values.filter((value) => value !== null);
  const most = Math.max(...known, 0);
  const shown = at === null ? null : report.items[at];
  return (
    <figure className="min-w-0 rounded-xl border border-line bg-surface p-4" data-testid="report-chart">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-2">
        <span className="text-list font-semibold">{measure.label}</span>
        <span className="text-list text-ink-2 tabular-nums">{shown && at !== null ? `${plainText(shown.label)}: ${measure.read(values[at] ?? null)}` : measure.hint}</span>
      </figcaption>
      <div ref={box} />
      {known.length === 0 ? (
        <p className="py-12 text-center text-list text-ink-2">Nada a mostrar neste período.</p>
      ) : (
        <svg width={width} height={HEIGHT + AXIS} className="mt-2 block" role="img" aria-label={`${measure.label}; os valores estão na tabela abaixo`} onMouseLeave={() => setAt(null)}>
          <line x1={0} x2={width} y1={HEIGHT} y2={HEIGHT} className="stroke-line" />
          {values.map((value, index) => (
            <Bar key={report.items[index]?.key} index={index} count={values.length} width={width} share={value === null || most === 0 ? null : value / most} label={short(report.items[index]?.label ?? "")} top={value !== null && value === most && index === values.indexOf(most) ? measure.read(value) : ""} faded={at !== null && at !== index} onEnter={() => setAt(index)} />
          ))}
        </svg>
      )}
    </figure>
  );
}

interface BarProps {
  index: number;
  count: number;
  width: number;
  share: number | null;
  label: string;
  top: string;
  faded: boolean;
  onEnter: () => void;
}

function Bar({ index, count, width, share, label, top, faded, onEnter }: BarProps) {
  const step = width / count;
  const bar = Math.max(1, Math.min(44, step * 0.68));
  const middle = step * (index + 0.5);
  const height = share === null ? 0 : Math.max(share === 0 ? 0 : 2, share * (HEIGHT - TOP));
  const every = Math.max(1, Math.ceil((label.length * 7 + 12) / step));
  return (
    <g onMouseEnter={onEnter} className={cx("transition-opacity", faded && "opacity-40")}>
      <rect x={step * index} y={0} width={step} height={HEIGHT + AXIS} fill="transparent" />
      <rect x={middle - bar / 2} y={HEIGHT - height} width={bar} height={height} rx={Math.min(3, bar / 2)} className="fill-series-out" />
      {top && (
        <text x={Math.min(Math.max(middle, 24), width - 24)} y={HEIGHT - height - 6} textAnchor="middle" className="fill-ink-2 text-[11px] tabular-nums">
          {top}
        </text>
      )}
      {index % every === 0 && (
        <text x={Math.min(Math.max(middle, label.length * 3.2), width - label.length * 3.2)} y={HEIGHT + 16} textAnchor="middle" className="fill-ink-3 text-[11px]">
          {label}
        </text>
      )}
    </g>
  );
}

/** A day without its year, a name without its end. */
function short(label: string): string {
  if (/^\d{2}\/\d{2}\/\d{4}$/.test(label)) return label.slice(0, 5);
  const plain = plainText(label);
  return plain.length > LONGEST_LABEL ? `${plain.slice(0, LONGEST_LABEL - 1)}…` : plain;
}
