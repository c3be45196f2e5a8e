/** How does a bubble look? */
import type { ReactNode } from "react";

import { cx } from "@/lib/classes";

interface BubbleProps {
  out: boolean;
  tail: boolean;
  bare?: boolean;
  children: ReactNode;
}

/** The body of a message with its tail; `bare` is for stickers and lone emoji, which have none. */
export function Bubble({ out, tail, bare = false, children }: BubbleProps) {
  if (bare) return <div className="relative max-w-full">{children}</div>;
  return (
    <div
      className={cx(
        "relative max-w-full rounded-lg px-2.5 pt-1.5 pb-1 text-ink shadow-[0_1px_0.5px_rgb(0_0_0/0.08)]",
        out ? "bg-bubble-out" : "bg-bubble-in",
        tail && (out ? "rounded-tr-none" : "rounded-tl-none"),
      )}
    >
      {tail && <Tail out={out} />}
      {children}
    </div>
  );
}

function Tail({ out }: { out: boolean }) {
  return (
    <svg viewBox="0 0 8 12" aria-hidden className={cx("absolute top-0 h-3 w-2", out ? "-right-2 fill-bubble-out" : "-left-2 -scale-x-100 fill-bubble-in")}>
      <path d="M0 0h6.2c1.5 0 2.3 1.7 1.3 2.8L0 12Z" />
    </svg>
  );
}
