/** Which days differ from the week? */
import { CalendarPlus } from "lucide-react";
import { useState } from "react";

import type { Hours, Span } from "@/api/settings";
import { Button } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";

import { usePutDay, useRemoveDay } from "../mutations";
import { FormDialog, Labelled, Sure, TextInput, Tick } from "./parts";
import { SpanInput } from "./span-input";

type OwnDay = Hours["days"][number];

export function OwnDays({ days, mayChange }: { days: OwnDay[]; mayChange: boolean }) {
  const [adding, setAdding] = useState(false);
  const remove = useRemoveDay();
  return (
    <div className="flex flex-col">
      {days.length === 0 && <p className="px-4 pt-4 text-list text-ink-2">Feriados da cidade, recessos, plantões: o dia marcado aqui vale mais que a semana e que os feriados.</p>}
      <ul className="divide-y divide-line">
        {days.map((day) => (
          <li key={day.id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-2.5" data-testid="own-day">
            <div className="min-w-0">
              <p className="text-list font-medium">
                <SafeText text={day.name} max={80} />
              </p>
              <p className="text-sm text-ink-2 tabular-nums">
                {day.every_year ? `todo ano em ${shown(day.day).slice(0, 5)}` : shown(day.day)} · {wording(day.hours)}
              </p>
            </div>
            {mayChange && <Sure label="Remover" busy={remove.isPending} onSure={() => remove.mutate(day.id)} />}
          </li>
        ))}
      </ul>
      {mayChange && (
        <div className="p-4">
          <Button onClick={() => setAdding(true)} data-testid="add-day">
            <CalendarPlus className="size-4" aria-hidden />
            Marcar um dia
          </Button>
        </div>
      )}
      {adding && <DayDialog onClose={() => setAdding(false)} />}
    </div>
  );
}

function DayDialog({ onClose }: { onClose: () => void }) {
  const put = usePutDay();
  const [day, setDay] = useState("");
  const [name, setName] = useState("");
  const [everyYear, setEveryYear] = useState(false);
  const [span, setSpan] = useState<Span | null>(null);
  const submit = () => put.mutate({ day, name, every_year: everyYear, hours: span ? [span] : [] }, { onSuccess: onClose });
  return (
    <FormDialog title="Marcar um dia" submit="Marcar" busy={put.isPending} onSubmit={submit} onClose={onClose}>
      <Labelled label="Dia">
        <TextInput type="date" required value={day} onChange={(event) => setDay(event.target.value)} data-testid="day-date" />
      </Labelled>
      <Labelled label="Nome">
        <TextInput required maxLength={120} placeholder="Aniversário da cidade" value={name} onChange={(event) => setName(event.target.value)} data-testid="day-name" />
      </Labelled>
      <Tick label="Todo ano" checked={everyYear} onChange={() => setEveryYear(!everyYear)} />
      <Tick label="Abre em outro horário" hint="Sem isto, fica fechado o dia todo." checked={span !== null} onChange={() => setSpan(span ? null : { opens: "08:00", closes: "12:00" })} />
      {span && <SpanInput label="Neste dia" span={span} onChange={setSpan} />}
    </FormDialog>
  );
}

const shown = (day: string): string => day.split("-").reverse().join("/");
const wording = (hours: Span[]): string => (hours.length === 0 ? "fechado" : hours.map((span) => `${span.opens} às ${span.closes}`).join(", "));
