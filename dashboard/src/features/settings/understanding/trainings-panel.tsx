/** Which versions of the model are there, how did each do, and which one is in use? */
import { GraduationCap, LoaderCircle } from "lucide-react";
import { useState } from "react";

import type { Marks, Training } from "@/api/understanding";
import { useMay } from "@/api/use-may";
import { cx } from "@/lib/classes";
import { formatCount, formatShare } from "@/lib/numbers";
import { moment } from "@/lib/time";
import { Button } from "@/ui/button";
import { Pill } from "@/ui/state-badge";
import { Empty } from "@/ui/states";

import { Loaded, Panel, Sure } from "../components/parts";
import { useChooseModel, useTrain, useTrainings, useUnderstanding } from "./queries";
import { failures, methods, verdicts } from "./texts";

export function TrainingsPanel() {
  const trainings = useTrainings();
  const version = useUnderstanding().data?.version;
  const mayDecide = useMay("understanding:decide");
  const choose = useChooseModel();
  return (
    <>
      <Begin trainings={trainings.data?.items ?? []} enough={trainings.data?.enough ?? null} />
      <Panel
        title="Versões"
        aside={version === null ? <Pill tone="green">Em uso: modelo do produto</Pill> : mayDecide && <Sure label="Voltar ao modelo do produto" busy={choose.isPending} onSure={() => choose.mutate(null)} testId="use-product" />}
      >
        <Loaded query={trainings}>
          {({ items: found }) =>
            found.length === 0 ? (
              <Empty icon={<GraduationCap aria-hidden />} title="Nenhum treino ainda">
                Com frases próprias ou mensagens rotuladas, um treino leva poucos minutos, e nada espera por ele.
              </Empty>
            ) : (
              <ul className="divide-y divide-line">
                {found.map((training) => (
                  <Version key={training.id} training={training} mayDecide={mayDecide} busy={choose.isPending} onUse={() => choose.mutate(training.id)} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Panel>
    </>
  );
}

const plural = (count: number, one: string, many: string): string => `${formatCount(count)} ${count === 1 ? one : many}`;
const isUnderWay = ({ state }: Training): boolean => state === "queued" || state === "running";

function Begin({ trainings, enough }: { trainings: Training[]; enough: number | null }) {
  const overview = useUnderstanding().data;
  const mayWrite = useMay("understanding:write");
  const train = useTrain();
  // A press that the network swallowed and that is repeated asks for the same training.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const running = trainings.some(isUnderWay);
  const phrases = (overview?.labels ?? []).reduce((sum, one) => sum + one.phrases, 0);
  return (
    <Panel>
      <div className="flex flex-wrap items-center justify-between gap-3 p-4">
        <div className="min-w-0 flex-1 basis-72 text-list text-pretty text-ink-2">
          <p className="text-ink">
            Há {plural(phrases, "frase própria", "frases próprias")} e {plural(overview?.labelled ?? 0, "mensagem rotulada", "mensagens rotuladas")}.
          </p>
          <p>As rotuladas só examinam enquanto são menos de {enough ?? "–"}; depois também ensinam. O modelo novo entra em uso sozinho se não for pior.</p>
        </div>
        {mayWrite && (
          <Button look="primary" busy={train.isPending || running} disabled={!overview} onClick={() => train.mutate(key, { onSuccess: () => setKey(crypto.randomUUID()) })} data-testid="train">
            {running ? "Treinando" : "Treinar agora"}
          </Button>
        )}
      </div>
    </Panel>
  );
}

interface VersionProps {
  training: Training;
  mayDecide: boolean;
  busy: boolean;
  onUse: () => void;
}

function Version({ training, mayDecide, busy, onUse }: VersionProps) {
  const verdict = training.in_force ? undefined : verdicts[training.verdict];
  return (
    <li className="flex flex-col gap-3 px-4 py-3.5" data-testid="training" data-state={training.state}>
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="text-list font-semibold">Versão {training.number}</h3>
        {training.in_force && <Pill tone="green">Em uso</Pill>}
        {verdict && <Pill tone={verdict.tone}>{verdict.label}</Pill>}
        {training.state === "failed" && <Pill tone="red">Falhou</Pill>}
        <span className="text-sm text-ink-3">
          {moment(training.requested_at)}
          {!isUnderWay(training) && ` · ${plural(training.own_phrases, "frase", "frases")} · ${plural(training.labelled, "rotulada", "rotuladas")}`}
        </span>
        {mayDecide && training.kept && !training.in_force && (
          <span className="ml-auto">
            <Sure label="Usar esta versão" busy={busy} onSure={onUse} testId="use-version" />
          </span>
        )}
      </div>
      <Outcome training={training} />
    </li>
  );
}

function Outcome({ training }: { training: Training }) {
  const { before, after } = training;
  if (training.state === "failed") return <p className="text-list text-ink-2">{failures[training.failure] ?? "O treino não terminou."}</p>;
  if (isUnderWay(training)) {
    return (
      <p className="flex items-center gap-2 text-list text-ink-2" role="status">
        <LoaderCircle className="size-4 animate-spin" aria-hidden />
        {training.state === "queued" ? "Na fila" : "Treinando; você pode sair desta página"}
      </p>
    );
  }
  return (
    <>
      {before && after && after.total > 0 && (
        <div className="grid gap-2 md:grid-cols-2">
          <Comparison name="Acertos" before={before.accuracy} after={after.accuracy} detail={spread(after)} testId="accuracy" />
          <Comparison name="F1 macro" before={before.macro_f1} after={after.macro_f1} detail="média das intenções, cada uma com o mesmo peso" testId="macro-f1" />
        </div>
      )}
      <p className="text-sm text-pretty text-ink-3">{methods[training.method]}</p>
    </>
  );
}

function Comparison({ name, before, after, detail, testId }: { name: string; before: number; after: number; detail: string; testId: string }) {
  return (
    <div className="rounded-lg bg-sunken px-3 py-2.5" data-testid={testId}>
      <p className="text-sm text-ink-3">{name}</p>
      <p className="flex items-baseline gap-2 tabular-nums">
        <span className="text-list text-ink-2">{formatShare(before)}</span>
        <span aria-label="depois" className="text-ink-3">
          →
        </span>
        <span className={cx("text-lg font-semibold", after > before && "text-accent-text", after < before && "text-danger-text")}>{formatShare(after)}</span>
      </p>
      <p className="text-sm text-ink-3">{detail}</p>
    </div>
  );
}

function spread({ total, right, interval_95: [low, high] }: Marks): string {
  return `${formatCount(right)} de ${formatCount(total)}; em outras mensagens, entre ${formatShare(low)} e ${formatShare(high)} (95%)`;
}
