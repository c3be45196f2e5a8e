/** How many are open, and is one of them late? */
import type { HandoffPage } from "@/api/handoffs";
import { cx } from "@/lib/classes";

export function HandoffBadge({ counts }: { counts: HandoffPage["counts"] }) {
  const late = counts.late > 0;
  return (
    <span
      data-testid="handoff-badge"
      className={cx("absolute top-1 right-2.5 flex h-4 min-w-4 items-center justify-center rounded-full px-1 text-[10px] leading-none font-semibold", late ? "bg-danger text-white" : "bg-amber text-black")}
    >
      {counts.open > 99 ? "99+" : counts.open}
      <span className="sr-only"> {late ? `abertos, ${counts.late} com atraso` : "abertos"}</span>
    </span>
  );
}
