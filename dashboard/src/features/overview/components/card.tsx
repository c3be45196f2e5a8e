/** What belongs together? */
import type { ReactNode } from "react";

import { cx } from "@/lib/classes";

export function Card({ title, aside, className, children }: { title?: string; aside?: ReactNode; className?: string; children: ReactNode }) {
  return (
    <section className={cx("flex min-w-0 flex-col rounded-xl border border-line bg-surface", className)}>
      {title && (
        <div className="flex items-center justify-between gap-2 px-4 pt-3.5 pb-1">
          <h2 className="text-list font-semibold">{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
