/** What was understood: the intent, what is named, how it was said, and why? */
import type { Entity, Reading } from "@/api/understanding";
import { cx } from "@/lib/classes";
import { formatShare } from "@/lib/numbers";
import { Pill } from "@/ui/state-badge";

import { Panel } from "../components/parts";
import { labelMeans, labelName } from "./labels";
import { piecesOf } from "./marked";
import { entityNames, feelings, pressures, reasonInWords } from "./texts";
import { whenInWords } from "./when";

export function ReadingView({ reading }: { reading: Reading }) {
  const feeling = feelings[reading.sentiment.label];
  const pressure = pressures[reading.urgency.level];
  return (
    <div className="grid min-w-0 gap-4 md:grid-cols-2" data-testid="reading">
      <Panel title="Intenção" aside={reading.doubtful ? <Pill tone="amber">Com dúvida</Pill> : undefined}>
        <div className="flex flex-col gap-3 p-4">
          <div>
            <p className="text-lg font-semibold" data-testid="reading-intent">
              {labelName(reading.intent.label)}
            </p>
            <p className="text-list text-ink-2">{labelMeans(reading.intent.label)}</p>
          </div>
          <ul className="flex flex-col gap-2">
            {reading.ranked.map(({ label, probability }, place) => (
              <li key={label} className="flex flex-col gap-1">
                <span className={cx("flex justify-between gap-2 text-list", place > 0 && "text-ink-2")}>
                  <span className="truncate">{labelName(label)}</span>
                  <span className="tabular-nums">{formatShare(probability)}</span>
                </span>
                <span className="h-1.5 overflow-hidden rounded-full bg-sunken">
                  <span className={cx("block h-full rounded-full", place === 0 ? "bg-accent" : "bg-grey-dot")} style={{ width: `${Math.round(probability * 100)}%` }} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      </Panel>
      <Panel title="No texto">
        <div className="flex flex-col gap-3 p-4">
          <Marked reading={reading} />
          {reading.entities.length > 0 && (
            <dl className="flex flex-col gap-1.5">
              {reading.entities.map((entity) => (
                <div key={`${entity.type}-${entity.start}-${entity.end}`} className="grid grid-cols-[8rem_1fr] gap-2 text-list" data-testid="entity">
                  <dt className="truncate text-ink-3">{entityNames[entity.type] ?? entity.type}</dt>
                  <dd className="min-w-0 break-words">{valueInWords(entity)}</dd>
                </div>
              ))}
            </dl>
          )}
        </div>
      </Panel>
      <Panel title="Como foi dito">
        <dl className="grid grid-cols-[8rem_1fr] items-center gap-x-2 gap-y-2.5 p-4 text-list">
          <dt className="text-ink-3">Sentimento</dt>
          <dd className="flex flex-wrap items-center gap-2">
            {feeling && <Pill tone={feeling.tone}>{feeling.label}</Pill>}
            <span className="text-ink-2">confiança {formatShare(reading.sentiment.confidence)}</span>
          </dd>
          <dt className="text-ink-3">Urgência</dt>
          <dd className="flex flex-wrap items-center gap-2">
            {pressure && <Pill tone={pressure.tone}>{pressure.label}</Pill>}
            {reading.urgency.words.length > 0 && <span className="text-ink-2">“{reading.urgency.words.join("”, “")}”</span>}
            {reading.urgency.horizon_days !== null && <span className="text-ink-2">em {reading.urgency.horizon_days} dias</span>}
          </dd>
          <dt className="text-ink-3">Negação</dt>
          <dd className="text-ink-2">{reading.negation.length > 0 ? "O trecho riscado em vermelho é negado" : "Nada é negado"}</dd>
        </dl>
      </Panel>
      <Panel title="Por quê">
        {reading.reasons.length > 0 ? (
          <ol className="flex list-decimal flex-col gap-1.5 py-4 pr-4 pl-9 text-list text-ink-2" data-testid="reasons">
            {reading.reasons.map((reason) => (
              <li key={reason} className="break-words">
                {reasonInWords(reason)}
              </li>
            ))}
          </ol>
        ) : (
          <p className="p-4 text-list text-ink-2">Nenhuma palavra pesou sozinha: decidiu o conjunto.</p>
        )}
      </Panel>
    </div>
  );
}

function Marked({ reading }: { reading: Reading }) {
  const negated = reading.negation.map(([start, end]) => ({ start, end, type: "" }));
  const pieces = piecesOf(reading.text, [...reading.entities.map(({ start, end, type }) => ({ start, end, type })), ...negated]);
  return (
    <p className="rounded-lg bg-sunken px-3 py-2 text-base break-words whitespace-pre-wrap" data-testid="marked">
      {pieces.map((piece, at) => {
        const named = piece.marks.filter((mark) => mark.type !== "");
        const isNegated = named.length < piece.marks.length;
        const look = cx(named.length > 0 && "rounded-sm bg-accent-soft px-0.5 text-ink underline decoration-accent decoration-2 underline-offset-4", isNegated && "decoration-danger text-danger-text line-through decoration-1");
        const title = named.map((mark) => entityNames[mark.type] ?? mark.type).join(", ");
        return look ? (
          <mark key={at} className={cx("bg-transparent", look)} title={title || "negado"}>
            {piece.text}
          </mark>
        ) : (
          <span key={at}>{piece.text}</span>
        );
      })}
    </p>
  );
}

const money = new Intl.NumberFormat("pt-BR", { style: "currency", currency: "BRL" });
const plainNumber = new Intl.NumberFormat("pt-BR", { maximumFractionDigits: 2, useGrouping: false });

function valueInWords({ type, value }: Entity): string {
  if (type === "datetime" || type === "duration") return whenInWords(value);
  const say = (one: unknown) => (typeof one !== "number" ? String(one) : type === "money" ? money.format(one) : type === "mileage" ? `${one.toLocaleString("pt-BR")} km` : plainNumber.format(one));
  if (value !== null && typeof value === "object") {
    const { value: exact, min, max } = value as { value?: unknown; min?: unknown; max?: unknown };
    if (exact !== undefined) return say(exact);
    if (min === null || min === undefined) return `até ${say(max)}`;
    return max === null || max === undefined ? `a partir de ${say(min)}` : `de ${say(min)} a ${say(max)}`;
  }
  return say(value);
}
