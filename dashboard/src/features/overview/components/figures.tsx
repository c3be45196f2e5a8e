/** How many, and is it more than a week ago? */
import { ArrowDownRight, ArrowRight, ArrowUpRight } from "lucide-react";

import type { FigureName, Overview } from "@/api/contract";
import { cx } from "@/lib/classes";
import { type Change, changeOfCount, changeOfShare, formatCount, formatShare } from "@/lib/numbers";
import { Sparkline } from "@/ui/sparkline";
import { Dot, type Tone } from "@/ui/state-badge";

import { figureNames } from "../texts";

const FIGURES: { name: FigureName; tone: Tone | null; colour: string; moreIs: "good" | "bad" | "neutral" }[] = [
  { name: "active", tone: "green", colour: "text-accent", moreIs: "neutral" },
  { name: "waiting", tone: "amber", colour: "text-amber", moreIs: "bad" },
  { name: "archived", tone: "grey", colour: "text-grey-dot", moreIs: "neutral" },
  { name: "total", tone: null, colour: "text-ink-3", moreIs: "neutral" },
  { name: "messages_today", tone: null, colour: "text-series-in", moreIs: "neutral" },
  { name: "closing_rate", tone: null, colour: "text-accent", moreIs: "good" },
];

export function Figures({ overview }: { overview: Overview }) {
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-6">
      {FIGURES.map(({ name, tone, colour, moreIs }) => {
        const value = overview.figures[name];
        const trend = overview.trends[name];
        const share = name === "closing_rate";
        const change = share ? changeOfShare(value, trend?.week_before ?? null) : changeOfCount(value ?? 0, trend?.week_before ?? null);
        return (
          <div key={name} className="flex min-w-0 flex-col rounded-xl border border-line bg-surface px-4 pt-3 pb-3">
            <dt className="flex items-center gap-1.5 text-list text-ink-2">
              {tone && <Dot tone={tone} />}
              <span className="truncate">{figureNames[name]}</span>
            </dt>
            <dd className="mt-1 flex items-end justify-between gap-2">
              <span className="text-2xl font-semibold tracking-tight tabular-nums" data-testid={`figure-${name}`}>
                {share ? formatShare(value) : formatCount(value ?? 0)}
              </span>
              {trend && <Sparkline values={trend.sparkline} className={cx("!w-16 shrink", colour)} />}
            </dd>
            <dd className="mt-2">
              <Difference change={change} moreIs={moreIs} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Difference({ change, moreIs }: { change: Change | null; moreIs: "good" | "bad" | "neutral" }) {
  if (!change) return <span className="text-sm text-ink-3">sem comparação ainda</span>;
  const Icon = { up: ArrowUpRight, down: ArrowDownRight, same: ArrowRight }[change.direction];
  const welcome = change.direction === "same" || moreIs === "neutral" ? null : (change.direction === "up") === (moreIs === "good");
  const colour = welcome === null ? "text-ink-2" : welcome ? "text-accent-text" : "text-danger-text";
  return (
    <span className="flex min-w-0 items-center gap-1 text-sm whitespace-nowrap" title="Comparado com sete dias antes">
      <span className={cx("flex items-center gap-0.5 font-medium tabular-nums", colour)}>
        <Icon className="size-3.5 shrink-0" aria-hidden />
        {change.label}
      </span>
      <span className="truncate text-ink-3">na semana</span>
    </span>
  );
}
