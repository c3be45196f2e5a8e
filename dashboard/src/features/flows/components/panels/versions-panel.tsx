/** What was published when, what changed since, and how does one go back? */
import { ChevronRight, History, RotateCcw } from "lucide-react";
import { useState } from "react";

import { type FlowVersion, flowsApi } from "@/api/flows";
import { sentenceFor } from "@/api/texts";
import { cx } from "@/lib/classes";
import { fullMoment, momentInSentence } from "@/lib/time";
import { Button } from "@/ui/button";
import { Pill } from "@/ui/state-badge";
import { Empty, ErrorState, Skeleton } from "@/ui/states";
import { notify } from "@/ui/toast";

import { useRestore } from "../../mutations";
import { readDefinition } from "../../model/definition";
import { placed } from "../../model/layout";
import { useChanges, useVersions } from "../../queries";
import { useBuilder, useDraft } from "../../state/context";
import { visit } from "../../state/view";
import { plural } from "../../texts";
import { ChangeList } from "./change-list";

export function VersionsPanel() {
  const { flowId } = useBuilder();
  const versions = useVersions(flowId);
  const [open, setOpen] = useState<number | null>(null);
  if (versions.isPending)
    return (
      <div role="status" aria-label="Carregando as versões" className="flex flex-col gap-2 p-4">
        {[0, 1, 2].map((one) => (
          <Skeleton key={one} className="h-14 w-full" />
        ))}
      </div>
    );
  if (versions.isError) return <ErrorState title="As versões não carregaram" detail={sentenceFor(versions.error)} onRetry={() => void versions.refetch()} />;
  if (versions.data.length === 0)
    return (
      <Empty icon={<History aria-hidden />} title="Ainda não foi publicado">
        Cada publicação fica guardada aqui, com o que mudou em palavras. Nenhuma se perde, e dá para voltar a qualquer uma.
      </Empty>
    );
  return (
    <ol className="divide-y divide-line">
      {versions.data.map((version, index) => (
        <Version key={version.number} version={version} newest={index === 0} open={open === version.number} onToggle={() => setOpen(open === version.number ? null : version.number)} />
      ))}
    </ol>
  );
}

function Version({ version, newest, open, onToggle }: { version: FlowVersion; newest: boolean; open: boolean; onToggle: () => void }) {
  return (
    <li data-testid="flow-version">
      <button type="button" aria-expanded={open} onClick={onToggle} className="flex w-full items-start gap-2 px-4 py-3 text-left hover:bg-hover">
        <ChevronRight className={cx("mt-0.5 size-4 shrink-0 text-ink-3 transition-transform", open && "rotate-90")} aria-hidden />
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-center gap-2 text-list font-medium">
            Versão {version.number}
            {newest && <Pill tone="green">no ar</Pill>}
            {version.open_sessions > 0 && <Pill tone="grey">{plural(version.open_sessions, "conversa", "conversas")}</Pill>}
          </span>
          <span className="block text-sm text-ink-3" title={fullMoment(version.at)}>
            {version.by_name || "Sistema"}, {momentInSentence(version.at, Date.now())}
          </span>
          {version.note && <span className="mt-0.5 block text-list text-ink-2 [overflow-wrap:anywhere]">{version.note}</span>}
        </span>
      </button>
      {open && <Since number={version.number} />}
    </li>
  );
}

/** From this version to the draft, in words. */
function Since({ number }: { number: number }) {
  const { flowId, draft, saver, view, mayWrite } = useBuilder();
  const revision = useDraft((one) => one.revision);
  const changes = useChanges(flowId, number, revision, true);
  const restore = useRestore(flowId);
  const bringBack = async () => {
    if (!(await saver.flush())) { notify("error", "Salve as alterações antes de restaurar."); return; }
    const load = async () => {
      const now = await flowsApi.read(flowId);
      draft.load({ ...placed(readDefinition(now.definition)), name: now.name }, now.revision);
      notify("success", `A versão ${number} voltou ao desenho. Publique para pô-la no ar.`);
    };
    restore.mutate({ number, revision: draft.get().revision }, { onSuccess: () => void load() });
  };
  return (
    <div className="flex flex-col gap-2 px-4 pb-4 pl-10">
      <h3 className="text-sm font-medium text-ink-2">O que mudou desde então</h3>
      <div className="overflow-hidden rounded-lg border border-line">
        {changes.isPending ? (
          <Skeleton className="m-2 h-10" />
        ) : changes.isError ? (
          <p className="p-3 text-list text-danger-text">{sentenceFor(changes.error)}</p>
        ) : changes.data.length === 0 ? (
          <p className="p-3 text-list text-ink-2">Nada: o desenho é igual a esta versão.</p>
        ) : (
          <ChangeList changes={changes.data} onVisit={(node) => visit(view, node)} />
        )}
      </div>
      {mayWrite && (changes.data?.length ?? 0) > 0 && (
        <Button size="sm" className="self-start" busy={restore.isPending} onClick={() => void bringBack()} data-testid="restore">
          <RotateCcw className="size-3.5" aria-hidden /> Voltar a esta versão
        </Button>
      )}
    </div>
  );
}
