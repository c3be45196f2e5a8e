/** Why did it act or not: each condition with what was seen, each action with what came of it. */
import { Check, CircleSlash, Minus, X } from "lucide-react";

import type { Catalogue, Outcome, Seen, Trace } from "@/api/automations";
import { cx } from "@/lib/classes";
import { SafeText } from "@/ui/safe-text";

import { testText, valueText } from "../rules";
import { actionNames, codeOf } from "../texts";

const joinNames = { all: "Todas destas", any: "Qualquer uma destas", none: "Nenhuma destas" };

export function TraceView({ trace, catalogue }: { trace: Trace; catalogue: Catalogue }) {
  if (trace.tests.length === 0) return <p className="text-list text-ink-3">Sem condições.</p>;
  return (
    <ul className="flex flex-col gap-1.5" data-testid="trace">
      {trace.tests.map((one, at) =>
        one.kind === "group" ? (
          <li key={at} className="rounded-lg border border-line p-2.5">
            <p className="mb-1.5 flex items-center gap-1.5 text-sm text-ink-2">
              <Mark held={one.held} /> {joinNames[one.join]}
            </p>
            <TraceView trace={one} catalogue={catalogue} />
          </li>
        ) : (
          <SeenRow key={at} seen={one} catalogue={catalogue} />
        ),
      )}
    </ul>
  );
}

function SeenRow({ seen, catalogue }: { seen: Seen; catalogue: Catalogue }) {
  const found = seen.known ? seen.shown || valueText(catalogue, seen.field, seen.seen) : "não havia";
  return (
    <li className="flex items-start gap-2 text-list" data-held={seen.held}>
      <Mark held={seen.held} />
      <span className="min-w-0">
        {testText(catalogue, seen)}
        <span className="block text-sm break-words text-ink-3">
          visto: <SafeText text={found} max={200} />
        </span>
      </span>
    </li>
  );
}

function Mark({ held }: { held: boolean }) {
  return held ? <Check className="mt-0.5 size-4 shrink-0 text-accent-text" aria-label="vale" /> : <X className="mt-0.5 size-4 shrink-0 text-danger-text" aria-label="não vale" />;
}

export function Outcomes({ outcomes, rehearsed = false }: { outcomes: Outcome[]; rehearsed?: boolean }) {
  if (outcomes.length === 0) return <p className="flex items-center gap-2 text-list text-ink-3"><Minus className="size-4" aria-hidden /> Nenhuma ação.</p>;
  return (
    <ul className="flex flex-col gap-1.5" data-testid="outcomes">
      {outcomes.map((one, at) => (
        <li key={at} className="flex items-start gap-2 text-list" data-state={one.state}>
          {one.state === "done" ? <Check className="mt-0.5 size-4 shrink-0 text-accent-text" aria-hidden /> : <CircleSlash className="mt-0.5 size-4 shrink-0 text-amber-text" aria-hidden />}
          <span className="min-w-0">
            {actionNames[one.do as keyof typeof actionNames]}
            <span className={cx("block text-sm break-words", one.state === "done" ? "text-ink-3" : "text-amber-text")}>{one.state === "done" ? <About about={one.about} rehearsed={rehearsed} /> : codeOf(one.code)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function About({ about, rehearsed }: { about: Record<string, unknown>; rehearsed: boolean }) {
  const text = [about.text, about.title, about.template, about.reason, about.value].find((one): one is string => typeof one === "string" && one !== "");
  const tags = [...list(about.added).map((one) => `+ ${one}`), ...list(about.removed).map((one) => `− ${one}`)].join("  ");
  const said = text ?? tags;
  return said ? <SafeText text={said} max={300} /> : <>{rehearsed ? "Seria feita." : "Feita."}</>;
}

const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
