/** What did people think of it? */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";

import { csatApi, csatKeys, type CsatReport, type CsatScores } from "@/api/csat";
import type { ReportFilter } from "@/api/reports";
import { sentenceFor } from "@/api/texts";
import { formatCount } from "@/lib/numbers";
import { saveBlob } from "@/lib/save-blob";
import { moment } from "@/lib/time";
import { Button } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";
import { notify } from "@/ui/toast";

const faces = ["😡", "🙁", "😐", "🙂", "😍"];
const labels = ["Péssimo", "Ruim", "Regular", "Bom", "Ótimo"];
const average = (value: number | null): string => (value === null ? "–" : value.toLocaleString("pt-BR", { minimumFractionDigits: 1, maximumFractionDigits: 1 }));
const share = (value: number | null): string => (value === null ? "–" : `${Math.round(value * 100)}%`);

export function CsatSection({ filter, onConversation }: { filter: ReportFilter; onConversation: (id: string) => void }) {
  const when = { from: filter.from, to: filter.to };
  const { data } = useQuery({ queryKey: csatKeys.report(when), queryFn: ({ signal }) => csatApi.report(when, signal), placeholderData: keepPreviousData, refetchInterval: 60_000 });
  if (!data || data.totals.asked === 0) return null;
  return (
    <section aria-label="Satisfação" className="rounded-xl border border-line bg-surface" data-testid="csat-report">
      <div className="flex items-center justify-between gap-3 border-b border-line px-4 py-2">
        <h2 className="text-list font-semibold">Satisfação</h2>
        <Button size="sm" onClick={() => void download(when)} aria-label="Baixar a satisfação em CSV" data-testid="csat-csv">
          <Download className="size-4" aria-hidden />
          CSV
        </Button>
      </div>
      <div className="grid gap-6 p-4 md:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <Totals scores={data.totals} />
          <Bars counts={data.totals.counts} answered={data.totals.answered} />
          <Groups title="Por pessoa" scores={data.people} />
          <Groups title="Por equipe" scores={data.teams} />
        </div>
        <Comments comments={data.comments} onConversation={onConversation} />
      </div>
    </section>
  );
}

async function download(when: { from: string; to: string }): Promise<void> {
  try {
    saveBlob(await csatApi.table(when), `satisfacao-${when.from}-${when.to}.csv`);
  } catch (error) {
    notify("error", sentenceFor(error));
  }
}

function Totals({ scores }: { scores: CsatScores }) {
  const figures = [["Nota média", average(scores.average)], ["Satisfeitos (4 e 5)", share(scores.satisfied)], ["Responderam", `${formatCount(scores.answered)} de ${formatCount(scores.asked)}`]];
  return (
    <dl className="grid grid-cols-3 gap-3">
      {figures.map(([label, value]) => (
        <div key={label} className="min-w-0">
          <dt className="text-sm text-ink-2">{label}</dt>
          <dd className="text-xl font-semibold tracking-tight tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Bars({ counts, answered }: { counts: number[]; answered: number }) {
  return (
    <ul className="flex flex-col gap-1.5" aria-label="Notas">
      {[5, 4, 3, 2, 1].map((score) => {
        const count = counts[score - 1] ?? 0;
        return (
          <li key={score} className="flex items-center gap-2 text-list">
            <span className="w-24 shrink-0">
              <span aria-hidden>{faces[score - 1]} </span>
              {labels[score - 1]}
            </span>
            <span className="h-2.5 flex-1 overflow-hidden rounded-full bg-sunken" aria-hidden>
              <span className="block h-full rounded-full bg-accent" style={{ width: `${answered ? (count / answered) * 100 : 0}%` }} />
            </span>
            <span className="w-8 text-right tabular-nums">{formatCount(count)}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Groups({ title, scores }: { title: string; scores: CsatScores[] }) {
  if (scores.length === 0) return null;
  return (
    <table className="w-full text-list">
      <thead>
        <tr className="text-left text-sm text-ink-3">
          <th className="py-1 font-medium">{title}</th>
          <th className="py-1 text-right font-medium">Média</th>
          <th className="py-1 text-right font-medium">Satisfeitos</th>
          <th className="py-1 text-right font-medium">Respostas</th>
        </tr>
      </thead>
      <tbody className="tabular-nums">
        {scores.map((one) => (
          <tr key={one.key} className="border-t border-line">
            <td className="py-1.5"><SafeText text={one.name} max={60} /></td>
            <td className="py-1.5 text-right">{average(one.average)}</td>
            <td className="py-1.5 text-right">{share(one.satisfied)}</td>
            <td className="py-1.5 text-right">{formatCount(one.answered)} de {formatCount(one.asked)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Comments({ comments, onConversation }: { comments: CsatReport["comments"]; onConversation: (id: string) => void }) {
  return (
    <div className="min-w-0">
      <h3 className="mb-2 text-sm font-medium text-ink-2">Comentários</h3>
      {comments.length === 0 && <p className="text-list text-ink-3">Ninguém comentou neste período.</p>}
      <ul className="flex max-h-96 flex-col gap-2 overflow-y-auto">
        {comments.map((one) => (
          <li key={one.id}>
            <button type="button" onClick={() => onConversation(one.conversation_id)} className="w-full rounded-lg border border-line p-3 text-left transition-colors hover:bg-hover" data-testid="csat-comment">
              <span className="flex items-center gap-2 text-sm text-ink-3">
                <span aria-label={`Nota ${one.score}`}>{faces[one.score - 1]}</span>
                <span className="min-w-0 flex-1 truncate"><SafeText text={one.contact_name || "Sem nome"} max={60} /></span>
                <time dateTime={one.at} className="shrink-0 tabular-nums">{moment(one.at)}</time>
              </span>
              <span className="mt-1 block text-list break-words whitespace-pre-wrap"><SafeText text={one.text} max={600} /></span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
