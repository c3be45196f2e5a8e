/** How does the flow feel on a phone? Talked to here; the canvas lights up where the conversation goes. */
import { FlaskConical, RotateCcw, Variable } from "lucide-react";
import { useEffect, useRef, useState } from "react";

import { clockTime } from "@/lib/time";
import { IconButton } from "@/ui/button";

import { isOver, litBy, valueText } from "../../model/simulation";
import { useBuilder, useFlow } from "../../state/context";
import { AskForm } from "./ask-form";
import { PhoneBubble } from "./phone-bubble";
import { PhoneComposer } from "./phone-composer";
import { RecordDialog } from "./record-dialog";
import { TimeBar } from "./time-bar";
import { type SimulationControl, useSimulation } from "./use-simulation";

export function Simulator() {
  const { view, mayWrite, simulation: store } = useBuilder();
  const control = useSimulation();
  const { simulation, busy } = control;
  const [recording, setRecording] = useState(false);
  const [inside, setInside] = useState(false);
  const end = useRef<HTMLDivElement>(null);
  const flow = useFlow();
  useEffect(() => {
    if (store.get().exchanges.length > 0) view.show({ lit: litBy(store.get()) });
  }, [view, store]);
  useEffect(() => {
    end.current?.scrollIntoView({ block: "end" });
  }, [simulation.bubbles.length, busy, simulation.ask]);
  return (
    <div className="flex min-h-0 flex-1 flex-col" data-testid="flow-simulator">
      <div className="flex items-center gap-2 border-b border-line px-3 py-1.5">
        <span className="min-w-0 flex-1">
          <span className="block truncate text-list font-medium">{flow.name}</span>
          <span className="block text-sm text-ink-3">{simulation.moment === null ? "ninguém escreveu ainda" : `${clockTime(simulation.moment)} no relógio da simulação`}</span>
        </span>
        <IconButton label="O que o fluxo sabe" icon={<Variable aria-hidden />} pressed={inside} onClick={() => setInside(!inside)} />
        {mayWrite && <IconButton label="Guardar como teste" icon={<FlaskConical aria-hidden />} disabled={simulation.exchanges.length === 0} onClick={() => setRecording(true)} data-testid="simulator-record" />}
        <IconButton label="Recomeçar" icon={<RotateCcw aria-hidden />} onClick={control.restart} data-testid="simulator-restart" />
      </div>
      {inside && <Known variables={simulation.variables} />}
      <div className="min-h-0 flex-1 overflow-y-auto bg-thread px-3 py-3">
        <ol className="flex flex-col gap-1.5" aria-live="polite" aria-label="Conversa simulada">
          {simulation.bubbles.map((bubble, index) => (
            <PhoneBubble key={index} bubble={bubble} previous={simulation.bubbles[index - 1]} simulation={simulation} busy={busy} onTap={control.tap} />
          ))}
        </ol>
        {simulation.bubbles.length === 0 && <Beginning control={control} />}
        {busy && (
          <p className="mt-1.5 w-fit rounded-lg bg-bubble-in px-3 py-2" role="status" aria-label="Respondendo">
            <span className="flow-typing" aria-hidden />
          </p>
        )}
        {simulation.ask && <AskForm key={simulation.ask.key} ask={simulation.ask} busy={busy} onAnswer={control.answer} />}
        <div ref={end} />
      </div>
      <TimeBar control={control} />
      <PhoneComposer control={control} over={isOver(simulation)} />
      {recording && <RecordDialog exchanges={simulation.exchanges} onClose={() => setRecording(false)} />}
    </div>
  );
}

function Beginning({ control }: { control: SimulationControl }) {
  return (
    <div className="mx-auto mt-8 flex max-w-64 flex-col items-center gap-3 text-center">
      <p className="text-list text-pretty text-ink-2">Escreva como um cliente escreveria. O caminho percorrido acende no desenho.</p>
      <button type="button" disabled={control.busy} onClick={() => control.say("Oi")} className="rounded-full border border-line-strong bg-surface px-4 py-1.5 text-list font-medium text-accent-text hover:bg-hover" data-testid="simulator-hello">
        Dizer “Oi”
      </button>
    </div>
  );
}

function Known({ variables }: { variables: Record<string, unknown> }) {
  const all = Object.entries(variables).filter(([, value]) => value !== null && value !== undefined);
  return (
    <dl className="grid max-h-40 grid-cols-[auto_1fr] gap-x-3 gap-y-1 overflow-y-auto border-b border-line px-4 py-2 text-sm" data-testid="simulator-variables">
      {all.length === 0 && <dd className="col-span-2 text-ink-3">Nenhuma variável tem valor ainda.</dd>}
      {all.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-info-text">{name}</dt>
          <dd className="min-w-0 [overflow-wrap:anywhere]">{valueText(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
