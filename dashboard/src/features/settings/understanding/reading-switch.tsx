/** Are customers' messages understood as they arrive, and when does one count as doubtful? */
import { useMay } from "@/api/use-may";

import { Loaded, Panel, Select, Tick } from "../components/parts";
import { useSetReading, useUnderstanding } from "./queries";

const bounds: [string, string][] = [
  ["40", "40% de certeza"],
  ["50", "50% de certeza"],
  ["60", "60% de certeza"],
  ["70", "70% de certeza"],
  ["80", "80% de certeza"],
  ["90", "90% de certeza"],
];

export function ReadingSwitch() {
  const overview = useUnderstanding();
  const mayDecide = useMay("understanding:decide");
  const save = useSetReading();
  return (
    <Panel>
      <Loaded query={overview}>
        {({ reading, doubt_below }) => (
          <div className="flex flex-wrap items-center justify-between gap-3 p-4">
            <div className="min-w-0 flex-1 basis-72">
              <Tick
                label="Entender as mensagens dos clientes quando chegam"
                hint="Conta as intenções e separa o que deixa dúvida. Não responde a ninguém, e só vale de agora em diante."
                checked={save.isPending ? save.variables.reading : reading}
                disabled={!mayDecide || save.isPending}
                onChange={(event) => save.mutate({ reading: event.target.checked, doubt_below })}
                data-testid="reading-switch"
              />
            </div>
            <div className="flex items-center gap-2 text-list whitespace-nowrap text-ink-2">
              <span id="doubt-below">Dúvida abaixo de</span>
              <Select
                aria-labelledby="doubt-below"
                className="!w-40"
                value={String(doubt_below)}
                disabled={!mayDecide || save.isPending}
                choices={bounds.some(([value]) => value === String(doubt_below)) ? bounds : [...bounds, [String(doubt_below), `${doubt_below}% de certeza`]]}
                onChoose={(value) => save.mutate({ reading, doubt_below: Number(value) })}
              />
            </div>
          </div>
        )}
      </Loaded>
    </Panel>
  );
}
