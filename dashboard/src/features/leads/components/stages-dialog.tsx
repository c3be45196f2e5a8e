/** Which stages does the pipeline have, in which order, and for which reasons does it win and lose? */
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { type SyntheticEvent, useState } from "react";

import { type Pipeline, type Stage, type StageColor, type StageKind } from "@/api/leads";
import { ApiProblem } from "@/api/problem";
import { sentenceFor } from "@/api/texts";
import { plainText } from "@/lib/text-marks";
import { Button, IconButton } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { SafeText } from "@/ui/safe-text";
import { Dot } from "@/ui/state-badge";
import { notify } from "@/ui/toast";

import { usePipelineActs } from "../mutations";
import { useReasons } from "../queries";
import { colorNames, kindNames, leadSentences, plural } from "../texts";
import { fieldLook, Labelled, Select } from "./controls";

type Acts = ReturnType<typeof usePipelineActs>;
const colors = Object.entries(colorNames) as [StageColor, string][];
const kinds = Object.entries(kindNames) as [StageKind, string][];

export function StagesDialog({ pipeline, onClose, onRemoved }: { pipeline: Pipeline; onClose: () => void; onRemoved: () => void }) {
  const acts = usePipelineActs();
  return (
    <Dialog label="Configurar funil" onClose={onClose} className="w-[min(94vw,620px)]">
      <div className="flex max-h-[88vh] flex-col" data-testid="stages-dialog">
        <h2 className="border-b border-line px-5 py-4 text-lg font-semibold">Configurar funil</h2>
        <div className="flex flex-col gap-5 overflow-y-auto px-5 py-4">
          <Labelled label="Nome do funil">
            {(id) => <input id={id} defaultValue={pipeline.name} maxLength={60} onBlur={(event) => rename(acts, pipeline, event.target.value)} className={fieldLook} />}
          </Labelled>
          <section aria-label="Etapas" className="flex flex-col gap-1.5">
            <h3 className="text-sm font-medium text-ink-2">Etapas</h3>
            <ul className="flex flex-col gap-1.5">
              {pipeline.stages.map((stage, at) => (
                <StageRow key={stage.id} stage={stage} at={at} pipeline={pipeline} acts={acts} />
              ))}
            </ul>
            <NewStage pipeline={pipeline} acts={acts} />
          </section>
          <Reasons kind="lost" title="Motivos de perda" acts={acts} />
          <Reasons kind="won" title="Motivos de ganho" acts={acts} />
        </div>
        <footer className="flex items-center gap-2 border-t border-line px-5 py-3">
          <Button look="danger" busy={acts.remove.isPending} onClick={() => acts.remove.mutate(pipeline.id, { onSuccess: onRemoved })}>
            Remover funil
          </Button>
          <Button look="primary" className="ml-auto" onClick={onClose}>
            Pronto
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}

function rename(acts: Acts, pipeline: Pipeline, name: string): void {
  if (name.trim() !== "" && name.trim() !== pipeline.name) acts.rename.mutate({ id: pipeline.id, name: name.trim() });
}

function StageRow({ stage, at, pipeline, acts }: { stage: Stage; at: number; pipeline: Pipeline; acts: Acts }) {
  const [asking, setAsking] = useState<number | null>(null);
  const others = pipeline.stages.filter((one) => one.kind === stage.kind && one.id !== stage.id);
  const remove = (moveTo: string | null) =>
    acts.removeStage.mutate(
      { id: stage.id, moveTo },
      {
        onError: (error) => {
          if (error instanceof ApiProblem && error.code === "stage_has_deals") setAsking(Number(error.data.count));
          else notify("error", sentenceFor(error, leadSentences));
        },
      },
    );
  return (
    <li className="rounded-lg border border-line p-1.5">
      <div className="flex items-center gap-1.5">
        <Dot tone={stage.color} className="ml-1" />
        <input
          aria-label={`Nome da etapa ${at + 1}`}
          defaultValue={stage.name}
          maxLength={60}
          onBlur={(event) => event.target.value.trim() !== "" && event.target.value !== stage.name && acts.changeStage.mutate({ id: stage.id, name: event.target.value })}
          className={`${fieldLook} h-8 flex-1`}
        />
        <Select aria-label={`Cor de ${plainText(stage.name)}`} value={stage.color} choices={colors} onChange={(color) => acts.changeStage.mutate({ id: stage.id, color: color as StageColor })} className="hidden h-8 w-24 sm:block" />
        <span className="hidden w-20 text-sm text-ink-3 sm:block">{kindNames[stage.kind]}</span>
        <IconButton label={`Subir ${plainText(stage.name)}`} icon={<ArrowUp aria-hidden />} disabled={at === 0} onClick={() => acts.changeStage.mutate({ id: stage.id, position: at - 1 })} />
        <IconButton label={`Descer ${plainText(stage.name)}`} icon={<ArrowDown aria-hidden />} disabled={at === pipeline.stages.length - 1} onClick={() => acts.changeStage.mutate({ id: stage.id, position: at + 1 })} />
        <IconButton label={`Remover ${plainText(stage.name)}`} icon={<Trash2 aria-hidden />} disabled={others.length === 0} onClick={() => remove(null)} />
      </div>
      {asking !== null && (
        <div className="flex flex-wrap items-center gap-2 px-1.5 pt-2 pb-1 text-list" data-testid="stage-asks">
          <span>Há {plural(asking, "negócio", "negócios")} aqui. Mover para:</span>
          {others.map((other) => (
            <Button key={other.id} size="sm" busy={acts.removeStage.isPending} onClick={() => remove(other.id)}>
              <SafeText text={other.name} max={60} />
            </Button>
          ))}
          <Button size="sm" look="ghost" onClick={() => setAsking(null)}>
            Manter a etapa
          </Button>
        </div>
      )}
    </li>
  );
}

function NewStage({ pipeline, acts }: { pipeline: Pipeline; acts: Acts }) {
  const [name, setName] = useState("");
  const [kind, setKind] = useState<StageKind>("open");
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    acts.addStage.mutate({ id: pipeline.id, name, kind, color: kind === "won" ? "green" : kind === "lost" ? "red" : "blue" }, { onSuccess: () => setName("") });
  };
  return (
    <form onSubmit={submit} className="flex gap-1.5">
      <input aria-label="Nome da nova etapa" value={name} maxLength={60} placeholder="Nova etapa" onChange={(event) => setName(event.target.value)} className={`${fieldLook} flex-1`} data-testid="new-stage" />
      <Select aria-label="Tipo da nova etapa" value={kind} choices={kinds} onChange={(value) => setKind(value as StageKind)} className="w-32" />
      <Button type="submit" disabled={name.trim() === ""} busy={acts.addStage.isPending}>
        Adicionar
      </Button>
    </form>
  );
}

function Reasons({ kind, title, acts }: { kind: "won" | "lost"; title: string; acts: Acts }) {
  const reasons = useReasons();
  const [name, setName] = useState("");
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (name.trim() !== "") acts.addReason.mutate({ kind, name }, { onSuccess: () => setName("") });
  };
  return (
    <section aria-label={title} className="flex flex-col gap-1.5">
      <h3 className="text-sm font-medium text-ink-2">{title}</h3>
      <ul className="flex flex-wrap gap-1.5">
        {(reasons.data ?? [])
          .filter((one) => one.kind === kind)
          .map((one) => (
            <li key={one.id} className="flex items-center gap-1 rounded-full bg-sunken py-1 pr-1 pl-3 text-list">
              <SafeText text={one.name} max={60} />
              <button type="button" aria-label={`Tirar o motivo ${plainText(one.name)}`} onClick={() => acts.removeReason.mutate(one.id)} className="rounded-full p-1 text-ink-3 hover:bg-hover hover:text-danger-text">
                <Trash2 className="size-3.5" aria-hidden />
              </button>
            </li>
          ))}
      </ul>
      <form onSubmit={submit} className="flex gap-1.5">
        <input aria-label={`Novo: ${title}`} value={name} maxLength={60} placeholder="Novo motivo" onChange={(event) => setName(event.target.value)} className={`${fieldLook} flex-1`} />
        <Button type="submit" disabled={name.trim() === ""}>
          Adicionar
        </Button>
      </form>
    </section>
  );
}
