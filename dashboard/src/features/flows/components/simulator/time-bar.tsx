/** How does time pass on the simulated phone? */
import { AlarmClock, FastForward } from "lucide-react";

import { duration, momentInSentence } from "@/lib/time";
import { Button } from "@/ui/button";
import { Menu, MenuItem } from "@/ui/menu";

import type { SimulationControl } from "./use-simulation";

const HOUR = 3_600_000;
const STEPS = [
  ["1 hora", HOUR],
  ["6 horas", 6 * HOUR],
  ["1 dia", 24 * HOUR],
  ["1 semana", 168 * HOUR],
] as const;

export function TimeBar({ control }: { control: SimulationControl }) {
  const { timer, moment, ask } = control.simulation;
  if (moment === null || ask) return null;
  const left = timer ? Date.parse(timer.at) - Date.parse(moment) : 0;
  return (
    <div className="flex items-center gap-1.5 border-t border-line bg-surface px-2 py-1.5">
      {timer && (
        <Button size="sm" look="primary" busy={control.busy} onClick={control.wake} data-testid="simulator-wake" title={`O fluxo espera até ${momentInSentence(timer.at, Date.parse(moment))}`}>
          <AlarmClock className="size-3.5" aria-hidden /> Pular {duration(left)}
        </Button>
      )}
      <Menu
        side="top"
        trigger={
          <Button size="sm" look="ghost" disabled={control.busy} data-testid="simulator-time">
            <FastForward className="size-3.5" aria-hidden /> Passar o tempo
          </Button>
        }
      >
        {STEPS.map(([label, ms]) => (
          <MenuItem key={label} onSelect={() => control.pass(ms)}>
            {label}
          </MenuItem>
        ))}
      </Menu>
    </div>
  );
}
