/** What do the messages want that were not surely understood? Said with the keyboard, one after the other. */
import { Check, Eye, Tags, Undo2 } from "lucide-react";
import { useState } from "react";

import type { Doubt, DoubtState } from "@/api/understanding";
import { useMay } from "@/api/use-may";
import { formatCount, formatShare } from "@/lib/numbers";
import { useShortcuts } from "@/lib/shortcuts";
import { Button } from "@/ui/button";
import { Kbd } from "@/ui/kbd";
import { SafeText } from "@/ui/safe-text";
import { Empty } from "@/ui/states";

import { Loaded, Panel, Select } from "../components/parts";
import { LabelSearch } from "./label-search";
import { labelMeans, labelName } from "./labels";
import { useDoubts, useLabel, useReopen, useSkip, useUnderstanding } from "./queries";
import { ReadingSwitch } from "./reading-switch";

const states: [DoubtState, string][] = [
  ["open", "Por rotular"],
  ["labelled", "Rotuladas"],
  ["skipped", "Puladas"],
];

export function DoubtsPanel() {
  const [state, setState] = useState<DoubtState>("open");
  const doubts = useDoubts(state);
  const overview = useUnderstanding().data;
  const mayWrite = useMay("understanding:write");
  return (
    <>
      <ReadingSwitch />
      <Panel title="Mensagens com dúvida" aside={<Select className="!h-8 !w-36" aria-label="Quais mensagens" value={state} choices={states} onChoose={(value) => setState(value as DoubtState)} />}>
        <Loaded query={{ ...doubts, data: doubts.data?.pages.flatMap((page) => page.items) }}>
          {(found) =>
            found.length === 0 ? (
              <Empty icon={<Tags aria-hidden />} title={state === "open" ? "Nada por rotular" : "Nenhuma mensagem aqui"}>
                {state !== "open" ? "O que for decidido aparece aqui, e pode voltar à fila." : overview?.reading ? "O que os clientes escreverem e deixar dúvida aparece aqui, sem repetir." : "Ligue a leitura das mensagens acima: o que deixar dúvida aparece aqui."}
              </Empty>
            ) : state === "open" && mayWrite ? (
              <Queue doubts={found} total={overview?.open ?? found.length} />
            ) : (
              <Decided doubts={found} mayWrite={mayWrite} more={doubts.hasNextPage} onMore={() => void doubts.fetchNextPage()} />
            )
          }
        </Loaded>
      </Panel>
    </>
  );
}

function Queue({ doubts, total }: { doubts: Doubt[]; total: number }) {
  const label = useLabel();
  const skip = useSkip();
  const reopen = useReopen();
  const [gone, setGone] = useState<Doubt[]>([]);
  const [searching, setSearching] = useState(false);
  const waiting = doubts.filter((doubt) => !gone.some(({ id }) => id === doubt.id));
  const current = waiting[0];
  const last = gone.at(-1);
  const back = (doubt: Doubt) => setGone((before) => before.filter(({ id }) => id !== doubt.id));
  const choose = (chosen: string | undefined) => {
    if (!current || chosen === undefined) return;
    setGone([...gone, current]);
    setSearching(false);
    label.mutate({ id: current.id, label: chosen }, { onError: () => back(current) });
  };
  const leave = () => {
    if (!current) return;
    setGone([...gone, current]);
    skip.mutate(current.id, { onError: () => back(current) });
  };
  const undo = () => {
    if (last) reopen.mutate(last.id, { onSuccess: () => back(last) });
  };
  useShortcuts({
    "1": () => choose(current?.ranked[0]?.label),
    "2": () => choose(current?.ranked[1]?.label),
    "3": () => choose(current?.ranked[2]?.label),
    "/": () => setSearching(true),
    x: leave,
    z: undo,
  });
  return (
    <div className="flex flex-col gap-4 p-4" data-testid="labelling">
      {current ? (
        <>
          <div className="flex flex-col gap-1 rounded-lg bg-sunken px-3 py-3">
            <p className="text-base break-words whitespace-pre-wrap" data-testid="doubt-text">
              <SafeText text={current.text} max={400} />
            </p>
            <p className="flex flex-wrap gap-x-3 text-sm text-ink-3">
              <span>{current.times === 1 ? "Dita uma vez" : `Dita ${formatCount(current.times)} vezes`}</span>
              <a className="inline-flex items-center gap-1 hover:text-ink" href={`/whatsapp/conversas/${current.conversation_id}`}>
                <Eye className="size-3.5" aria-hidden />
                Ver na conversa
              </a>
            </p>
          </div>
          <p className="text-list font-medium">O que esta pessoa quer?</p>
          <ul className="grid gap-2 md:grid-cols-3">
            {current.ranked.map(({ label: one, probability }, place) => (
              <li key={one}>
                <button
                  type="button"
                  className="flex size-full min-h-16 flex-col items-start gap-0.5 rounded-lg border border-line-strong px-3 py-2 text-left transition-colors hover:border-accent hover:bg-hover"
                  onClick={() => choose(one)}
                  data-testid="label-choice"
                >
                  <span className="flex w-full items-center gap-2 text-list font-medium">
                    <Kbd>{place + 1}</Kbd>
                    <span className="min-w-0 flex-1 truncate">{labelName(one)}</span>
                    <span className="text-sm font-normal text-ink-3 tabular-nums">{formatShare(probability)}</span>
                  </span>
                  <span className="text-sm text-pretty text-ink-2">{labelMeans(one)}</span>
                </button>
              </li>
            ))}
          </ul>
          {searching && <LabelSearch onChoose={choose} onClose={() => setSearching(false)} />}
        </>
      ) : (
        <p className="flex items-center gap-2 py-6 text-list text-ink-2">
          <Check className="size-4 text-accent-text" aria-hidden /> Esta página está toda rotulada.
        </p>
      )}
      <footer className="flex flex-wrap items-center gap-2">
        <Button size="sm" disabled={!current} onClick={() => setSearching(true)} data-testid="other-label">
          Outra intenção <Kbd>/</Kbd>
        </Button>
        <Button size="sm" disabled={!current} onClick={leave} data-testid="skip-doubt">
          Pular <Kbd>X</Kbd>
        </Button>
        <Button size="sm" look="ghost" disabled={!last} busy={reopen.isPending} onClick={undo} data-testid="undo-label">
          <Undo2 className="size-3.5" aria-hidden />
          Desfazer <Kbd>Z</Kbd>
        </Button>
        <span className="ml-auto text-sm text-ink-3 tabular-nums">{formatCount(Math.max(total, waiting.length))} na fila</span>
      </footer>
      <p className="text-sm text-pretty text-ink-3">Nomes, telefones, e-mails e documentos aparecem trocados por modelos (Fulano, 000.000.000-00): para rotular não são precisos.</p>
    </div>
  );
}

function Decided({ doubts, mayWrite, more, onMore }: { doubts: Doubt[]; mayWrite: boolean; more: boolean; onMore: () => void }) {
  const reopen = useReopen();
  return (
    <>
      <ul className="divide-y divide-line">
        {doubts.map((doubt) => (
          <li key={doubt.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5" data-testid="decided-doubt">
            <span className="min-w-0 flex-1 basis-56 text-list break-words">
              <SafeText text={doubt.text} max={200} />
            </span>
            {doubt.label && <span className="text-sm font-medium text-ink-2">{labelName(doubt.label)}</span>}
            {mayWrite && doubt.state !== "open" && (
              <Button size="sm" look="ghost" onClick={() => reopen.mutate(doubt.id)}>
                Voltar à fila
              </Button>
            )}
          </li>
        ))}
      </ul>
      {more && (
        <div className="border-t border-line p-3 text-center">
          <Button size="sm" onClick={onMore}>
            Mostrar mais
          </Button>
        </div>
      )}
    </>
  );
}
