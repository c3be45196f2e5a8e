/** How many messages were understood, how many lay outside, and what did people want? */
import { ChartColumn } from "lucide-react";
import { useState } from "react";

import type { Figures } from "@/api/understanding";
import { formatCount, formatShare } from "@/lib/numbers";
import { Empty } from "@/ui/states";

import { Loaded, Panel, Select } from "../components/parts";
import { labelName } from "./labels";
import { useFigures, useUnderstanding } from "./queries";

const spans: [string, string][] = [
  ["7", "7 dias"],
  ["14", "14 dias"],
  ["30", "30 dias"],
  ["90", "90 dias"],
];

export function FiguresPanel() {
  const [days, setDays] = useState("14");
  const figures = useFigures(Number(days));
  const reading = useUnderstanding().data?.reading;
  return (
    <>
      <div className="flex justify-end">
        <Select className="!w-32" aria-label="Período" value={days} choices={spans} onChoose={setDays} />
      </div>
      <Loaded query={figures}>
        {(found) =>
          found.total === 0 ? (
            <Panel>
              <Empty icon={<ChartColumn aria-hidden />} title="Nenhuma mensagem lida neste período">
                {reading ? "Os números aparecem quando os clientes escreverem." : "Ligue a leitura das mensagens em Rotular."}
              </Empty>
            </Panel>
          ) : (
            <Found figures={found} />
          )
        }
      </Loaded>
    </>
  );
}

function Found({ figures }: { figures: Figures }) {
  const most = Math.max(1, ...figures.days.map((day) => day.total));
  const widest = figures.top[0]?.n ?? 1;
  const share = (n: number) => formatShare(figures.total ? n / figures.total : null);
  return (
    <>
      <dl className="grid grid-cols-2 gap-3 md:grid-cols-4" data-testid="understanding-figures">
        <Figure name="Mensagens lidas" value={formatCount(figures.total)} />
        <Figure name="Entendidas" value={share(figures.understood)} detail={formatCount(figures.understood)} />
        <Figure name="Com dúvida" value={share(figures.doubted)} detail={formatCount(figures.doubted)} />
        <Figure name="Fora do escopo" value={share(figures.out_of_scope)} detail={formatCount(figures.out_of_scope)} />
      </dl>
      <div className="grid min-w-0 gap-4 md:grid-cols-[1.4fr_1fr] md:items-start">
        <Panel title="Por dia" aside={<span className="text-sm text-ink-3">entendidas, das lidas</span>}>
          <ul className="flex flex-col gap-1.5 p-4">
            {[...figures.days].reverse().map((day) => (
              <li key={day.day} className="grid grid-cols-[3.2rem_1fr_auto] items-center gap-2 text-sm" title={day.top.map(({ label, n }) => `${labelName(label)}: ${n}`).join("\n")}>
                <span className="text-ink-3 tabular-nums">{day.day.slice(8, 10)}/{day.day.slice(5, 7)}</span>
                <span className="flex min-w-0 flex-col gap-0.5">
                  <span className="flex h-2.5 overflow-hidden rounded-full bg-sunken">
                    <span className="bg-accent" style={{ width: `${(day.understood / most) * 100}%` }} />
                    <span className="bg-grey-dot/50" style={{ width: `${((day.total - day.understood) / most) * 100}%` }} />
                  </span>
                  {day.top[0] && <span className="truncate text-ink-3">{day.top.slice(0, 3).map(({ label }) => labelName(label)).join(" · ")}</span>}
                </span>
                <span className="text-right text-ink-2 tabular-nums">
                  {formatCount(day.understood)}/{formatCount(day.total)}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
        <Panel title="O que mais querem">
          <ul className="flex flex-col gap-2.5 p-4">
            {figures.top.map(({ label, n }) => (
              <li key={label} className="flex flex-col gap-1 text-list">
                <span className="flex justify-between gap-2">
                  <span className="truncate">{labelName(label)}</span>
                  <span className="text-ink-2 tabular-nums">{formatCount(n)}</span>
                </span>
                <span className="h-1.5 overflow-hidden rounded-full bg-sunken">
                  <span className="block h-full rounded-full bg-accent" style={{ width: `${(n / widest) * 100}%` }} />
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </>
  );
}

function Figure({ name, value, detail }: { name: string; value: string; detail?: string }) {
  return (
    <div className="rounded-xl border border-line bg-surface px-4 py-3">
      <dt className="text-sm text-ink-3">{name}</dt>
      <dd className="text-xl font-semibold tabular-nums">{value}</dd>
      {detail && <dd className="text-sm text-ink-3 tabular-nums">{detail}</dd>}
    </div>
  );
}
