/** When do people write, and when do we answer? Received above the line, sent below it. */
import { useRef, useState } from "react";

import type { Overview } from "@/api/contract";
import { cx } from "@/lib/classes";
import { formatCount } from "@/lib/numbers";
import { useWidth } from "@/lib/use-width";

const HALF = 68;
const AXIS = 20;
// Drawn in the pixels at hand, so that letters keep their size; this wide until they are measured.
const SUPPOSED = 640;

export function MessagesPerHour({ hours }: { hours: Overview["messages_per_hour"] }) {
  const frame = useRef<HTMLElement>(null);
  const width = useWidth(frame, SUPPOSED) - 32;
  const step = width / 24;
  const bar = Math.max(4, Math.min(20, step - 4));
  const [at, setAt] = useState<number | null>(null);
  const most = Math.max(1, ...hours.map((hour) => Math.max(hour.in, hour.out)));
  const total = (which: "in" | "out") => hours.reduce((sum, hour) => sum + hour[which], 0);
  const shown = hours.find((hour) => hour.hour === at);
  const quiet = total("in") + total("out") === 0;
  return (
    <figure ref={frame} className="relative px-4 pt-1 pb-3">
      <figcaption className="flex min-h-5 items-baseline justify-between gap-3 text-sm">
        <span className="font-medium text-series-in-text">
          Recebidas <span className="tabular-nums">{formatCount(shown ? shown.in : total("in"))}</span>
        </span>
        <span className="text-ink-3 tabular-nums">{shown ? `${shown.hour}h às ${shown.hour + 1}h` : quiet ? "Nenhuma mensagem hoje ainda" : ""}</span>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${HALF * 2 + AXIS}`} className="mt-1 block w-full" aria-hidden onMouseLeave={() => setAt(null)}>
        {hours.map((hour) => {
          const x = hour.hour * step + (step - bar) / 2;
          const up = (hour.in / most) * (HALF - 4);
          const down = (hour.out / most) * (HALF - 4);
          const faded = at !== null && at !== hour.hour;
          return (
            <g key={hour.hour} onMouseEnter={() => setAt(hour.hour)} className={cx("transition-opacity", faded && "opacity-35")}>
              <rect x={hour.hour * step} y={0} width={step} height={HALF * 2 + AXIS} fill="transparent" />
              <rect x={x} y={HALF - up} width={bar} height={up} rx={Math.min(3, up)} className="fill-series-in" />
              <rect x={x} y={HALF + AXIS} width={bar} height={down} rx={Math.min(3, down)} className="fill-series-out" />
              {hour.hour % 3 === 0 && (
                <text x={x + bar / 2} y={HALF + AXIS / 2 + 4} textAnchor="middle" className="fill-ink-3 text-[11px]">
                  {hour.hour}h
                </text>
              )}
              {hour.hour % 3 !== 0 && <circle cx={x + bar / 2} cy={HALF + AXIS / 2} r={1} className="fill-line-strong" />}
            </g>
          );
        })}
      </svg>
      <p className="mt-1 text-sm font-medium text-accent-text">
        Enviadas <span className="tabular-nums">{formatCount(shown ? shown.out : total("out"))}</span>
      </p>
      <table className="sr-only">
        <caption>Mensagens por hora</caption>
        <thead>
          <tr>
            <th>Hora</th>
            <th>Recebidas</th>
            <th>Enviadas</th>
          </tr>
        </thead>
        <tbody>
          {hours.map((hour) => (
            <tr key={hour.hour}>
              <td>{hour.hour}h</td>
              <td>{hour.in}</td>
              <td>{hour.out}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
