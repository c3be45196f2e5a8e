/** What changes for customers, and what becomes of those in the middle of the flow? */
import { CircleAlert, Rocket } from "lucide-react";
import { useEffect, useId, useState } from "react";

import type { Change, PublishPreview, SessionsFate } from "@/api/flows";
import { sentenceFor } from "@/api/texts";
import { cx } from "@/lib/classes";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Skeleton } from "@/ui/states";

import { usePublish } from "../../mutations";
import { usePublishPreview } from "../../queries";
import { useBuilder, useDraft } from "../../state/context";
import { visit } from "../../state/view";
import { flowSentences, plural } from "../../texts";
import { ChangeList } from "../panels/change-list";

export function PublishDialog({ onClose }: { onClose: () => void }) {
  const { saver } = useBuilder();
  const [saved, setSaved] = useState<boolean | null>(null);
  useEffect(() => {
    void saver.flush().then(setSaved);
  }, [saver]);
  return (
    <Dialog label="Publicar o fluxo" onClose={onClose} className="w-[min(94vw,600px)]">
      {saved === null ? (
        <Waiting />
      ) : saved ? (
        <Preview onClose={onClose} />
      ) : (
        <p className="p-5 text-list text-danger-text">As últimas alterações ainda não foram salvas. Publique quando a conexão voltar.</p>
      )}
    </Dialog>
  );
}

function Preview({ onClose }: { onClose: () => void }) {
  const { flowId } = useBuilder();
  const revision = useDraft((draft) => draft.revision);
  const preview = usePublishPreview(flowId, revision);
  if (preview.isPending) return <Waiting />;
  if (preview.isError) return <p className="p-5 text-list text-danger-text">{sentenceFor(preview.error, flowSentences)}</p>;
  return <Ready preview={preview.data} onClose={onClose} />;
}

function Ready({ preview, onClose }: { preview: PublishPreview; onClose: () => void }) {
  const { flowId, view } = useBuilder();
  const publish = usePublish(flowId);
  const [fate, setFate] = useState<SessionsFate>("stay");
  const [note, setNote] = useState("");
  const noteId = useId();
  const errors = preview.problems.filter((problem) => problem.severity === "error");
  const warnings = preview.problems.length - errors.length;
  const go = () => publish.mutate({ revision: preview.revision, sessions: fate, note }, { onSuccess: onClose });
  return (
    <div className="flex max-h-[86vh] flex-col" data-testid="publish-dialog">
      <header className="border-b border-line px-5 py-4">
        <h2 className="text-lg font-semibold">Publicar a versão {preview.next_number}</h2>
        <p className="mt-0.5 text-list text-ink-2">{preview.next_number === 1 ? "A primeira: a partir daqui ela pode atender clientes." : "Quem começar uma conversa depois disto já entra nela."}</p>
      </header>
      <div className="flex min-h-0 flex-col gap-5 overflow-y-auto px-5 py-4">
        {errors.length > 0 && (
          <section className="rounded-lg border border-line bg-danger-soft p-3 text-danger-text" data-testid="publish-errors">
            <h3 className="flex items-center gap-1.5 text-list font-semibold">
              <CircleAlert className="size-4" aria-hidden /> Antes, resolva {plural(errors.length, "erro", "erros")}
            </h3>
            <ul className="mt-1.5 flex flex-col gap-1">
              {errors.map((problem, index) => (
                <li key={index}>
                  <button
                    type="button"
                    className="text-left text-list underline decoration-1 underline-offset-2"
                    onClick={() => {
                      onClose();
                      if (problem.node !== "") visit(view, problem.node);
                    }}
                  >
                    {problem.sentence}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <Changes changes={preview.changes} first={preview.next_number === 1} />
        {preview.sessions.open > 0 && <Fates sessions={preview.sessions} fate={fate} onFate={setFate} />}
        <div className="flex flex-col gap-1">
          <label htmlFor={noteId} className="text-sm font-medium text-ink-2">
            Nota para a equipe (opcional)
          </label>
          <input id={noteId} value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} placeholder="O que mudou e por quê" className="h-9 rounded-lg border border-line-strong bg-surface px-2.5 text-list outline-none focus:border-accent" data-testid="publish-note" />
        </div>
      </div>
      <footer className="flex items-center justify-end gap-2 border-t border-line px-5 py-3">
        {warnings > 0 && errors.length === 0 && <span className="mr-auto text-sm text-amber-text">{plural(warnings, "aviso não impede", "avisos não impedem")} a publicação.</span>}
        <Button onClick={onClose}>Cancelar</Button>
        <Button look="primary" busy={publish.isPending} disabled={errors.length > 0} onClick={go} data-testid="publish-confirm">
          <Rocket className="size-4" aria-hidden /> Publicar
        </Button>
      </footer>
    </div>
  );
}

function Changes({ changes, first }: { changes: Change[]; first: boolean }) {
  return (
    <section aria-label="O que muda">
      <h3 className="mb-1.5 text-sm font-medium text-ink-2">O que muda</h3>
      <div className="max-h-56 overflow-y-auto rounded-lg border border-line" data-testid="publish-changes">
        {changes.length === 0 ? <p className="p-3 text-list text-ink-2">{first ? "Tudo é novo." : "Nada: o desenho é igual ao publicado."}</p> : <ChangeList changes={changes} />}
      </div>
    </section>
  );
}

function Fates({ sessions, fate, onFate }: { sessions: PublishPreview["sessions"]; fate: SessionsFate; onFate: (fate: SessionsFate) => void }) {
  const { open, can_move: canMove, must_restart: mustRestart } = sessions;
  const choices: [SessionsFate, string, string][] = [
    ["stay", "Terminam na versão em que estão", "Nada muda para elas. É o mais seguro."],
    ["move", "Passam para a nova onde estiverem", `${plural(canMove, "continua", "continuam")} no mesmo bloco${mustRestart > 0 ? `; ${plural(mustRestart, "fica", "ficam")} na versão antiga, porque o bloco não existe mais` : ""}.`],
    ["restart", "Recomeçam na nova", `${plural(open, "volta", "voltam")} ao início na próxima mensagem.`],
  ];
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 text-sm font-medium text-ink-2">
        {plural(open, "conversa está", "conversas estão")} no meio deste fluxo
      </legend>
      {choices.map(([key, title, help]) => (
        <label key={key} className={cx("flex cursor-pointer items-start gap-2.5 rounded-lg border px-3 py-2", fate === key ? "border-accent bg-selected" : "border-line hover:bg-hover")}>
          <input type="radio" name="fate" className="mt-0.5 accent-accent" aria-label={title} checked={fate === key} onChange={() => onFate(key)} data-testid={`fate-${key}`} />
          <span aria-hidden>
            <span className="block text-list font-medium">{title}</span>
            <span className="block text-sm text-ink-2">{help}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Waiting() {
  return (
    <div role="status" aria-label="Comparando as versões" className="flex flex-col gap-3 p-5">
      <Skeleton className="h-6 w-56" />
      <Skeleton className="h-20 w-full" />
      <Skeleton className="h-24 w-full" />
    </div>
  );
}
