/** In which state is a thing? Always the same colour for the same state. */
import type { ReactNode } from "react";

import { cx } from "@/lib/classes";

export type Tone = "green" | "amber" | "grey" | "red" | "blue";

const soft: Record<Tone, string> = {
  green: "bg-accent-soft text-accent-text",
  amber: "bg-amber-soft text-amber-text",
  grey: "bg-sunken text-ink-2",
  red: "bg-danger-soft text-danger-text",
  blue: "bg-info-soft text-info-text",
};

const dots: Record<Tone, string> = {
  green: "bg-accent",
  amber: "bg-amber",
  grey: "bg-grey-dot",
  red: "bg-danger",
  blue: "bg-info",
};

export function Pill({ tone, children, dot = false, className }: { tone: Tone; children: ReactNode; dot?: boolean; className?: string }) {
  return (
    <span className={cx("inline-flex h-5 shrink-0 items-center gap-1.5 rounded-full px-2 text-sm font-medium whitespace-nowrap", soft[tone], className)}>
      {dot && <Dot tone={tone} />}
      {children}
    </span>
  );
}

export function Dot({ tone, className }: { tone: Tone; className?: string }) {
  return <span aria-hidden className={cx("size-2 shrink-0 rounded-full", dots[tone], className)} />;
}
