/** How far do businesses come, from where, and why are they lost? */
import { ChartNoAxesColumn } from "lucide-react";
import type { ReactNode } from "react";

import type { Conversion, DealFilter } from "@/api/leads";
import { sentenceFor } from "@/api/texts";
import { cx } from "@/lib/classes";
import { formatMoney } from "@/lib/money";
import { formatCount, formatShare } from "@/lib/numbers";
import { SafeText } from "@/ui/safe-text";
import { Empty, ErrorState, Skeleton } from "@/ui/states";

import { useConversion } from "../queries";
import { leadSentences } from "../texts";

export function ConversionView({ pipelineId, filter }: { pipelineId: string; filter: DealFilter }) {
  const { data, error, refetch } = useConversion(pipelineId, filter);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
    <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-6 md:px-6" tabIndex={0} role="region" aria-label="Conversão" data-testid="conversion">
      {error && !data ? (
        <ErrorState title="A conversão não carregou" detail={sentenceFor(error, leadSentences)} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton className="h-64 w-full" />
      ) : data.whole.entered === 0 ? (
        <Empty icon={<ChartNoAxesColumn aria-hidden />} title="Nenhum negócio entrou neste período">
          Mude o período ou os filtros para ver até onde os negócios chegam.
        </Empty>
      ) : (
        <Figures found={data} />
      )}
    </div>
  );
}

function Figures({ found }: { found: Conversion }) {
  const { whole } = found;
  return (
    <div className="mx-auto flex max-w-260 flex-col gap-4">
      <dl className="grid grid-cols-2 gap-3 md:grid-cols-5">
        <Figure label="Entraram" value={formatCount(whole.entered)} />
        <Figure label="Em aberto" value={formatCount(whole.open)} />
        <Figure label="Ganhos" value={formatCount(whole.won)} note={formatMoney(whole.won_cents)} />
        <Figure label="Perdidos" value={formatCount(whole.lost)} />
        <Figure label="Conversão" value={formatShare(whole.conversion)} note="ganhos / entraram" strong />
      </dl>
      <Panel title="Por etapa" note="Quantos chegaram até aqui ou mais longe">
        <ol className="flex flex-col gap-2.5 p-4">
          {found.steps.map((step) => (
            <li key={step.stage_id} data-testid="conversion-step">
              <div className="mb-1 flex items-baseline gap-2 text-list">
                <span className="min-w-0 flex-1 truncate font-medium">
                  <SafeText text={step.name} max={60} />
                </span>
                <span className="text-sm text-ink-3">{formatCount(step.standing)} agora</span>
                <span className="w-14 text-right font-semibold tabular-nums">{formatCount(step.reached)}</span>
                <span className="w-14 text-right text-ink-2 tabular-nums" title="da etapa anterior">
                  {formatShare(step.of_previous)}
                </span>
              </div>
              <div className="h-2.5 overflow-hidden rounded-full bg-sunken">
                <div className="h-full rounded-full bg-accent" style={{ width: `${(step.of_entered ?? 0) * 100}%` }} />
              </div>
            </li>
          ))}
          <li className="flex items-baseline gap-2 border-t border-line pt-2.5 text-list">
            <span className="flex-1 font-medium text-accent-text">Ganho</span>
            <span className="w-14 text-right font-semibold tabular-nums">{formatCount(whole.won)}</span>
            <span className="w-14 text-right text-ink-2 tabular-nums">{formatShare(share(whole.won, found.steps.at(-1)?.reached ?? 0))}</span>
          </li>
        </ol>
      </Panel>
      <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
        <Panel title="Por origem">
          <div className="overflow-x-auto">
            <table className="w-full text-list tabular-nums">
              <thead className="text-sm text-ink-2">
                <tr className="border-b border-line">
                  {["Origem", "Entraram", "Em aberto", "Ganhos", "Perdidos", "Conversão", "Ganho"].map((name, at) => (
                    <th key={name} scope="col" className={cx("px-3 py-2 font-medium whitespace-nowrap", at === 0 ? "text-left" : "text-right")}>
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody className="divide-y divide-line">
                {found.origins.map((one) => (
                  <tr key={one.name}>
                    <th scope="row" className="px-3 py-2 text-left font-normal">
                      {one.name === "" ? <span className="text-ink-3">Sem origem</span> : <SafeText text={one.name} max={60} />}
                    </th>
                    {[formatCount(one.entered), formatCount(one.open), formatCount(one.won), formatCount(one.lost), formatShare(one.conversion), formatMoney(one.won_cents)].map((text, at) => (
                      <td key={at} className="px-3 py-2 text-right whitespace-nowrap">
                        {text}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Panel>
        <Panel title="Por que perdemos">
          {found.losses.length === 0 ? (
            <p className="p-4 text-list text-ink-3">Nada foi perdido neste período.</p>
          ) : (
            <ul className="divide-y divide-line text-list">
              {found.losses.map((one) => (
                <li key={one.name} className="flex gap-2 px-4 py-2">
                  <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{one.name === "" ? <span className="text-ink-3">Só em palavras</span> : <SafeText text={one.name} max={60} />}</span>
                  <span className="tabular-nums">{formatCount(one.count)}</span>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      </div>
    </div>
  );
}

const share = (part: number, of: number): number | null => (of === 0 ? null : part / of);

function Panel({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className="min-w-0 rounded-xl border border-line bg-surface">
      <h2 className="border-b border-line px-4 py-2.5 text-list font-semibold">
        {title}
        {note && <span className="ml-2 text-sm font-normal text-ink-3">{note}</span>}
      </h2>
      {children}
    </section>
  );
}

function Figure({ label, value, note, strong = false }: { label: string; value: string; note?: string; strong?: boolean }) {
  return (
    <div className="rounded-xl border border-line bg-surface px-4 py-3">
      <dt className="text-sm text-ink-2">{label}</dt>
      <dd className={cx("text-xl font-semibold tabular-nums", strong && "text-accent-text")}>{value}</dd>
      {note && <dd className="text-sm text-ink-3 tabular-nums">{note}</dd>}
    </div>
  );
}
