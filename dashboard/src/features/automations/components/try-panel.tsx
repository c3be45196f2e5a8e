/** What would the rule do with something that has happened? Everything is done, and nothing stays. */
import { FlaskConical } from "lucide-react";
import { useState } from "react";

import type { Catalogue, Draft, Tried } from "@/api/automations";
import { moment } from "@/lib/time";
import { Button } from "@/ui/button";
import { Pill } from "@/ui/state-badge";

import { useTry } from "../mutations";
import { usePastFacts } from "../queries";
import { triggerText } from "../rules";
import { reasonOf } from "../texts";
import { Select, Tick } from "./controls";
import { Outcomes, TraceView } from "./run-details";

export function TryPanel({ draft, id, catalogue }: { draft: Draft; id: string | null; catalogue: Catalogue }) {
  const facts = usePastFacts(draft.triggers);
  const [chosen, setChosen] = useState("");
  const [anyway, setAnyway] = useState(false);
  const attempt = useTry();
  const items = facts.data ?? [];
  const seq = Number(chosen || items[0]?.seq || 0);
  return (
    <section aria-label="Teste" className="rounded-xl border border-line bg-surface lg:sticky lg:top-4" data-testid="try-panel">
      <div className="border-b border-line px-4 py-3">
        <h2 className="flex items-center gap-2 text-base font-semibold">
          <FlaskConical className="size-4 text-ink-3" aria-hidden /> Testar
        </h2>
        <p className="mt-0.5 text-sm text-pretty text-ink-3">Com algo que já aconteceu. É a execução de verdade, desfeita no fim: nada sai e nada fica.</p>
      </div>
      <div className="flex flex-col gap-3 p-4">
        {items.length === 0 ? (
          <p className="text-list text-ink-3">{facts.isPending ? "Procurando…" : "Nos últimos sete dias não aconteceu nada que este gatilho espera."}</p>
        ) : (
          <>
            <Select
              aria-label="Acontecimento"
              className="w-full"
              value={String(seq)}
              choices={items.map((one) => [String(one.seq), `${moment(one.at)} · ${triggerText(catalogue, one.name)}`] as const)}
              onChoose={setChosen}
            />
            <Tick label="Mostrar as ações mesmo que não agisse" checked={anyway} onChange={(event) => setAnyway(event.target.checked)} />
            <Button busy={attempt.isPending} onClick={() => attempt.mutate({ draft: { ...draft, name: draft.name.trim() || "Teste" }, id, seq, anyway })} data-testid="try-rule">
              Testar agora
            </Button>
          </>
        )}
        {attempt.data && <Result tried={attempt.data} catalogue={catalogue} />}
      </div>
    </section>
  );
}

function Result({ tried, catalogue }: { tried: Tried; catalogue: Catalogue }) {
  const verdict = { act: ["Agiria", "green"], skip: ["Não agiria", "grey"], postpone: ["Esperaria", "amber"] } as const;
  const [label, tone] = verdict[tried.decision];
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-3" data-testid="tried" data-decision={tried.decision}>
      <p className="flex flex-wrap items-center gap-2 text-list">
        <Pill tone={tone} dot>
          {label}
        </Pill>
        {tried.until ? `até ${moment(tried.until)}` : reasonOf(tried.reason)}
      </p>
      <TraceView trace={tried.trace} catalogue={catalogue} />
      {tried.outcomes.length > 0 && <Outcomes outcomes={tried.outcomes} rehearsed />}
    </div>
  );
}
