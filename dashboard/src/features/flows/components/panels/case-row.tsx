/** How did one case go, and what is the shortest way to see it fail? */
import { ChevronRight, CircleCheck, CircleX } from "lucide-react";
import { useState } from "react";

import type { CaseResult } from "@/api/flows";
import { cx } from "@/lib/classes";

export function CaseRow({ result }: { result: CaseResult }) {
  const [open, setOpen] = useState(!result.passed);
  const Icon = result.passed ? CircleCheck : CircleX;
  return (
    <li data-testid="test-case" data-passed={result.passed}>
      <button type="button" aria-expanded={open} disabled={result.passed} onClick={() => setOpen(!open)} className="flex w-full items-center gap-2 px-4 py-2 text-left text-list enabled:hover:bg-hover">
        <Icon className={cx("size-4 shrink-0", result.passed ? "text-accent-text" : "text-danger")} aria-hidden />
        <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{result.name}</span>
        {!result.passed && result.line > 0 && <span className="shrink-0 text-sm text-ink-3 tabular-nums">linha {result.line}</span>}
        {!result.passed && <ChevronRight className={cx("size-3.5 text-ink-3 transition-transform", open && "rotate-90")} aria-hidden />}
      </button>
      {result.warnings.length > 0 && <p className="px-4 pb-2 pl-10 text-sm text-pretty text-amber-text [overflow-wrap:anywhere]">{result.warnings.join(" ")}</p>}
      {open && !result.passed && (
        <div className="flex flex-col gap-2 px-4 pb-3 pl-10 text-list">
          <p className="text-pretty text-danger-text [overflow-wrap:anywhere]">{result.sentence}</p>
          {result.expected && <Pair label="Esperado" text={result.expected} tone="text-accent-text" />}
          {result.got && <Pair label="Veio" text={result.got} tone="text-danger-text" />}
          {result.shortest.length > 0 && (
            <div>
              <p className="text-sm font-medium text-ink-2">O menor roteiro que falha</p>
              <ol className="mt-1 list-decimal rounded-lg bg-sunken py-1.5 pr-2 pl-7 font-mono text-sm">
                {result.shortest.map((step, index) => (
                  <li key={index} className="whitespace-pre-wrap [overflow-wrap:anywhere]">
                    {step}
                  </li>
                ))}
              </ol>
            </div>
          )}
        </div>
      )}
    </li>
  );
}

function Pair({ label, text, tone }: { label: string; text: string; tone: string }) {
  return (
    <div className="flex gap-2">
      <span className={cx("w-16 shrink-0 text-sm font-medium", tone)}>{label}</span>
      <span className="min-w-0 flex-1 whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</span>
    </div>
  );
}
