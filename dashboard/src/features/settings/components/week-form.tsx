/** From when until when, on which weekday? */
import { Plus, X } from "lucide-react";
import { useState } from "react";

import type { Hours, Span } from "@/api/settings";
import { Button, IconButton } from "@/ui/button";

import { useSetHours } from "../mutations";
import { weekdays } from "../texts";
import { Labelled, Select, Tick } from "./parts";
import { SpanInput } from "./span-input";

const OFFICE: Span[] = [{ opens: "08:00", closes: "18:00" }];
const USUAL = weekdays.map((_, day) => (day < 5 ? OFFICE : []));

export function WeekForm({ hours, mayChange }: { hours: Hours; mayChange: boolean }) {
  const [week, setWeek] = useState(hours.week);
  const [national, setNational] = useState(hours.week === null || hours.national_holidays);
  const [state, setState] = useState(hours.holiday_state);
  const save = useSetHours();
  const set = (day: number, spans: Span[]) => setWeek((week ?? []).map((old, index) => (index === day ? spans : old)));
  const submit = () => save.mutate({ week, national_holidays: national, holiday_state: state });
  return (
    <form
      className="flex flex-col gap-3 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <fieldset disabled={!mayChange} className="flex flex-col gap-3">
        <Tick label="Atende a qualquer hora" hint="Sem horário definido, está sempre aberto." checked={week === null} onChange={() => setWeek(week === null ? USUAL : null)} data-testid="always-open" />
        {week && (
          <>
            <ul className="divide-y divide-line">
              {week.map((spans, day) => (
                <Day key={weekdays[day]} name={weekdays[day] ?? ""} spans={spans} onChange={(next) => set(day, next)} />
              ))}
            </ul>
            <div className="flex flex-wrap items-end gap-4">
              <Tick label="Fecha nos feriados nacionais" checked={national} onChange={() => setNational(!national)} />
              <Labelled label="E nos do estado" className="w-36">
                <Select choices={[["", "Nenhum"], ...hours.states.map((one) => [one, one] as const)]} value={state} onChoose={setState} data-testid="holiday-state" />
              </Labelled>
            </div>
          </>
        )}
      </fieldset>
      {mayChange && (
        <div>
          <Button look="primary" type="submit" busy={save.isPending} data-testid="save-hours">
            Salvar horários
          </Button>
        </div>
      )}
    </form>
  );
}

function Day({ name, spans, onChange }: { name: string; spans: Span[]; onChange: (spans: Span[]) => void }) {
  const last = spans.at(-1);
  const more = () => onChange([...spans, last ? { opens: last.closes, closes: "24:00" } : { opens: "08:00", closes: "18:00" }]);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2" data-testid="weekday">
      <span className="w-20 text-list font-medium max-sm:w-full">{name}</span>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2">
        {spans.length === 0 && <span className="text-list text-ink-3">Fechado</span>}
        {spans.map((span, index) => (
          <span key={index} className="inline-flex items-center gap-1">
            <SpanInput label={name} span={span} onChange={(next) => onChange(spans.map((old, at) => (at === index ? next : old)))} />
            <IconButton label={`Tirar este horário de ${name}`} icon={<X aria-hidden />} onClick={() => onChange(spans.filter((_, at) => at !== index))} />
          </span>
        ))}
        {spans.length < 6 && <IconButton label={`Mais um horário em ${name}`} icon={<Plus aria-hidden />} onClick={more} />}
      </div>
    </li>
  );
}
