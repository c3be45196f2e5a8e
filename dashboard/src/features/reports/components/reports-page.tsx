/** How fast, how much, and by whom was answered? */
import { Download } from "lucide-react";
import { useState } from "react";

import { type Report, type ReportFilter, type ReportGroup, reportsApi } from "@/api/reports";
import { sentenceFor } from "@/api/texts";
import { cx } from "@/lib/classes";
import { saveBlob } from "@/lib/save-blob";
import { momentInSentence } from "@/lib/time";
import { useNow } from "@/lib/use-now";
import { Button } from "@/ui/button";
import { ErrorState, Skeleton } from "@/ui/states";
import { notify } from "@/ui/toast";

import { useReport } from "../queries";
import { type Clock, measures } from "../rules";
import { Chart } from "./chart";
import { CsatSection } from "./csat-section";
import { Figures } from "./figures";
import { Table } from "./table";

const GROUPS: [ReportGroup, string][] = [
  ["day", "Dia"],
  ["week", "Semana"],
  ["month", "Mês"],
  ["hour", "Hora do dia"],
  ["person", "Pessoa"],
  ["team", "Equipe"],
];
const PERIODS: [number, string][] = [
  [1, "Hoje"],
  [7, "7 dias"],
  [30, "30 dias"],
  [90, "90 dias"],
];

interface ReportsPageProps {
  filter: ReportFilter;
  today: string;
  onFilter: (filter: ReportFilter) => void;
  onConversation: (id: string) => void;
}

export function ReportsPage({ filter, today, onFilter, onConversation }: ReportsPageProps) {
  const { data, isError, error, refetch, isPlaceholderData } = useReport(filter);
  const [clock, setClock] = useState<Clock>("clock");
  const [chosen, setChosen] = useState("first_response");
  const measure = measures.find((one) => one.key === chosen);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto" data-testid="reports">
      <div className="mx-auto flex max-w-300 flex-col gap-4 px-4 py-5 md:px-8 md:py-7">
        <header className="flex flex-wrap items-center justify-between gap-3">
          <h1 className="text-xl font-semibold tracking-tight">Relatórios</h1>
          <Button onClick={() => void download(filter)} data-testid="report-csv">
            <Download className="size-4" aria-hidden />
            CSV
          </Button>
        </header>
        <Controls filter={filter} today={today} clock={clock} onClock={setClock} onFilter={onFilter} />
        {data ? (
          <div className={cx("flex flex-col gap-4 transition-opacity", isPlaceholderData && "opacity-60")}>
            <Figures report={data} clock={clock} chosen={chosen} onChoose={setChosen} />
            {measure && <Chart key={measure.key + data.group} report={data} measure={measure} clock={clock} />}
            <Table report={data} clock={clock} />
            <CsatSection filter={filter} onConversation={onConversation} />
            <Measured report={data} />
          </div>
        ) : isError ? (
          <ErrorState title="O relatório não carregou" detail={sentenceFor(error, sentences)} onRetry={() => void refetch()} />
        ) : (
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4" aria-busy>
            {measures.map((one) => (
              <Skeleton key={one.key} className="h-26" />
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

interface ControlsProps extends Omit<ReportsPageProps, "onConversation"> {
  clock: Clock;
  onClock: (clock: Clock) => void;
}

const chip = "h-8 rounded-lg px-3 text-list font-medium whitespace-nowrap text-ink-2 transition-colors hover:bg-hover aria-pressed:bg-selected aria-pressed:text-accent-text";
const day = "h-8 rounded-lg border border-line-strong bg-surface px-2 text-list outline-none focus:border-accent";

function Controls({ filter, today, clock, onClock, onFilter }: ControlsProps) {
  const begin = (days: number) => new Date(Date.parse(`${today}T00:00:00Z`) - (days - 1) * 86_400_000).toISOString().slice(0, 10);
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <div className="flex gap-1 overflow-x-auto" role="group" aria-label="Período">
        {PERIODS.map(([days, label]) => (
          <button key={days} type="button" className={chip} aria-pressed={filter.from === begin(days) && filter.to === today} onClick={() => onFilter({ ...filter, from: begin(days), to: today })}>
            {label}
          </button>
        ))}
      </div>
      <div className="flex items-center gap-1.5 text-list text-ink-2">
        <input type="date" className={day} aria-label="De" value={filter.from} max={filter.to} required onChange={(event) => event.target.value && onFilter({ ...filter, from: event.target.value })} />
        a
        <input type="date" className={day} aria-label="Até" value={filter.to} min={filter.from} required onChange={(event) => event.target.value && onFilter({ ...filter, to: event.target.value })} />
      </div>
      <label className="flex items-center gap-2 text-list text-ink-2">
        Por
        <select className={day} value={filter.group} onChange={(event) => onFilter({ ...filter, group: event.target.value as ReportGroup })} data-testid="report-group">
          {GROUPS.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label className="flex items-center gap-2 text-list text-ink-2">
        <input type="checkbox" className="size-4 accent-(--accent)" checked={clock === "open"} onChange={() => onClock(clock === "open" ? "clock" : "open")} data-testid="report-open-hours" />
        Só no expediente
      </label>
    </div>
  );
}

function Measured({ report }: { report: Report }) {
  const now = useNow(60_000);
  if (report.measured_until === null) return null;
  return <p className="text-sm text-ink-3">Medido até {momentInSentence(report.measured_until, now)}. Comparado com {span(report.before_from, report.before_to)}.</p>;
}

const shown = (text: string): string => text.split("-").reverse().join("/");
const span = (from: string, to: string): string => (from === to ? shown(from) : `${shown(from)} a ${shown(to)}`);
const sentences = { bad_period: "O período termina antes de começar, ou tem mais de 400 dias." };

async function download(filter: ReportFilter): Promise<void> {
  try {
    saveBlob(await reportsApi.table(filter), `relatorio-${filter.from}-${filter.to}-${filter.group}.csv`);
  } catch (error) {
    notify("error", sentenceFor(error, sentences));
  }
}
