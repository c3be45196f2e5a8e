/** When is the organization open? */
import type { Hours } from "@/api/settings";
import { useMay } from "@/api/use-may";
import { momentInSentence } from "@/lib/time";
import { useNow } from "@/lib/use-now";
import { Pill } from "@/ui/state-badge";

import { useHours } from "../queries";
import { openingReasons } from "../texts";
import { OwnDays } from "./own-days";
import { Loaded, Panel, Screen } from "./parts";
import { WeekForm } from "./week-form";

export function HoursPage() {
  const hours = useHours();
  const mayChange = useMay("organization:write");
  return (
    <Screen title="Horários e feriados" lead="Quando há alguém para atender. Os relatórios medem a espera também só dentro do expediente.">
      <Loaded query={hours}>
        {(found) => (
          <>
            <Now hours={found} />
            <Panel title="Semana">
              <WeekForm key={JSON.stringify([found.week, found.holiday_state, found.national_holidays])} hours={found} mayChange={mayChange} />
            </Panel>
            <Panel title="Dias especiais">
              <OwnDays days={found.days} mayChange={mayChange} />
            </Panel>
            <Panel title="Próximos feriados">
              <Holidays hours={found} />
            </Panel>
          </>
        )}
      </Loaded>
    </Screen>
  );
}

function Now({ hours }: { hours: Hours }) {
  const now = useNow(30_000);
  const { open, reason, name, changes_at } = hours.now;
  const why = name || openingReasons[reason] || reason;
  const next = changes_at === null ? "" : ` · ${open ? "fecha" : "abre"} ${momentInSentence(changes_at, now)}`;
  return (
    <p className="flex flex-wrap items-center gap-2 text-list text-ink-2" data-testid="opening-now">
      <Pill tone={open ? "green" : "grey"} dot>
        {open ? "Aberto agora" : "Fechado agora"}
      </Pill>
      {why}
      {next} · horário de {hours.time_zone.replace("_", " ")}
    </p>
  );
}

function Holidays({ hours }: { hours: Hours }) {
  if (hours.holidays.length === 0) return <p className="px-4 py-5 text-list text-ink-2">Nenhum feriado é guardado. Marque acima os nacionais, ou escolha um estado.</p>;
  return (
    <ul className="grid gap-x-6 px-4 py-2 sm:grid-cols-2">
      {hours.holidays.map((one) => (
        <li key={one.day} className="flex items-baseline gap-3 py-1.5 text-list">
          <span className="w-20 shrink-0 text-ink-2 tabular-nums">{one.day.split("-").reverse().join("/")}</span>
          <span className="min-w-0">{one.name}</span>
        </li>
      ))}
    </ul>
  );
}
