/** The same figures, part by part. */
import type { Report, ReportFigures } from "@/api/reports";
import { SafeText } from "@/ui/safe-text";

import { type Clock, measures } from "../rules";

const HEADS: Record<string, string> = { day: "Dia", week: "Semana de", month: "Mês", hour: "Hora", person: "Pessoa", team: "Equipe" };

export function Table({ report, clock }: { report: Report; clock: Clock }) {
  return (
    // A table wider than the screen is scrolled with the keyboard, too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="overflow-x-auto rounded-xl border border-line bg-surface" tabIndex={0} role="region" aria-label="Tabela do relatório">
      <table className="w-full text-list tabular-nums" data-testid="report-table">
        <thead>
          <tr className="border-b border-line text-sm text-ink-2">
            <th className="sticky left-0 bg-surface px-4 py-2.5 text-left font-medium whitespace-nowrap">{HEADS[report.group] ?? ""}</th>
            {measures.map((measure) => (
              <th key={measure.key} className="px-3 py-2.5 text-right font-medium whitespace-nowrap" title={measure.hint}>
                {measure.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {report.items.map((part) => (
            <Row key={part.key} label={part.label} figures={part.figures} clock={clock} />
          ))}
        </tbody>
        <tfoot className="border-t border-line-strong font-medium">
          <Row label="Total" figures={report.totals} clock={clock} />
        </tfoot>
      </table>
      {(report.group === "person" || report.group === "team") && (
        <p className="border-t border-line px-4 py-2.5 text-sm text-ink-3">Bots e aparelhos não estão entre as pessoas; quem está em duas equipes conta nas duas. Por isso as partes não somam o total.</p>
      )}
    </div>
  );
}

function Row({ label, figures, clock }: { label: string; figures: ReportFigures; clock: Clock }) {
  return (
    <tr data-testid="report-row" data-label={label}>
      <th scope="row" className="sticky left-0 max-w-48 truncate bg-surface px-4 py-2 text-left font-medium">
        <SafeText text={label} max={60} />
      </th>
      {measures.map((measure) => (
        <td key={measure.key} className="px-3 py-2 text-right whitespace-nowrap">
          {measure.read(measure.of(figures, clock))}
        </td>
      ))}
    </tr>
  );
}
