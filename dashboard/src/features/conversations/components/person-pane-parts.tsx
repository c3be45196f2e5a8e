/** How is one fact about a person laid out? */
import type { ReactNode } from "react";

export function Section({ title, icon, children }: { title: string; icon?: ReactNode; children: ReactNode }) {
  return (
    <section className="border-t border-line px-4 py-3.5">
      <h3 className="mb-2 flex items-center gap-1.5 text-sm font-semibold text-ink-2">
        {icon}
        {title}
      </h3>
      <dl className="flex flex-col gap-1.5">{children}</dl>
    </section>
  );
}

export function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[84px_1fr] gap-2 text-list">
      <dt className="text-ink-3 [overflow-wrap:anywhere]">{label}</dt>
      <dd className="min-w-0 text-ink [overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}
