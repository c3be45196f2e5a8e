/** One automation: when, if, then; its test and its log. */
import { ArrowLeft } from "lucide-react";
import { useState } from "react";

import type { Automation, Catalogue, Draft } from "@/api/automations";
import { sentenceFor } from "@/api/texts";
import { useMay } from "@/api/use-may";
import { cx } from "@/lib/classes";
import { Button, IconButton } from "@/ui/button";
import { Pill } from "@/ui/state-badge";
import { ErrorState, Skeleton } from "@/ui/states";

import { useRemove, useSave, useSwitch } from "../mutations";
import { useAutomation, useCatalogue } from "../queries";
import { emptyDraft, recipes } from "../rules";
import { sentences } from "../texts";
import { ActionList } from "./action-list";
import { GroupEditor } from "./condition-editor";
import { Card, TextInput } from "./controls";
import { RunLog } from "./run-log";
import { TryPanel } from "./try-panel";
import { LimitsSection, WhenSection } from "./when-section";

interface EditorPageProps {
  id: string | null;
  recipe: number | null;
  view: "regra" | "registro";
  onView: (view: "regra" | "registro") => void;
  onBack: () => void;
  onSaved: (id: string) => void;
  onConversation: (id: string) => void;
}

export function EditorPage(props: EditorPageProps) {
  const found = useAutomation(props.id);
  const catalogue = useCatalogue();
  const failed = found.isError ? found.error : catalogue.isError && !catalogue.data ? catalogue.error : null;
  if (failed) return <ErrorState className="flex-1" title="A automação não carregou" detail={sentenceFor(failed, sentences)} onRetry={() => void Promise.all([found.refetch(), catalogue.refetch()])} />;
  if (!catalogue.data || (props.id !== null && !found.data)) return <Loading />;
  const automation = found.data ?? null;
  const recipe = props.recipe === null ? undefined : recipes[props.recipe]?.draft;
  return <Editor key={automation ? `${automation.id}-${automation.revision}` : "new"} {...props} automation={automation} begun={recipe ?? emptyDraft} catalogue={catalogue.data} />;
}

function Editor({ automation, begun, catalogue, view, onView, onBack, onSaved, onConversation }: EditorPageProps & { automation: Automation | null; begun: Draft; catalogue: Catalogue }) {
  const [draft, setDraft] = useState<Draft>(automation ? { name: automation.name, triggers: automation.triggers, rule: automation.rule } : begun);
  const save = useSave(automation, (saved) => onSaved(saved.id));
  const readOnly = !useMay("automations:write");
  const setRule = (rule: Draft["rule"]) => setDraft({ ...draft, rule });
  return (
    <div className="min-h-0 flex-1 overflow-y-auto" data-testid="automation-editor">
      <div className="mx-auto flex max-w-300 flex-col gap-4 px-4 py-4 md:px-8 md:py-6">
        <header className="flex flex-wrap items-center gap-2">
          <IconButton label="Voltar às automações" icon={<ArrowLeft aria-hidden />} onClick={onBack} />
          <h1 className="sr-only">{automation?.name ?? "Nova automação"}</h1>
          <TextInput aria-label="Nome da automação" placeholder="Nome da automação" value={draft.name} maxLength={80} disabled={readOnly} className="min-w-40 flex-1 basis-52 font-medium" onChange={(event) => setDraft({ ...draft, name: event.target.value })} data-testid="automation-name" />
          {automation && <StateControls automation={automation} readOnly={readOnly} onGone={onBack} />}
          {!readOnly && (
            <Button look="primary" busy={save.isPending} disabled={!draft.name.trim()} onClick={() => save.mutate(draft)} data-testid="save-automation">
              Salvar
            </Button>
          )}
        </header>
        {save.isError && <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2 text-list text-danger-text" data-testid="save-problem">{sentenceFor(save.error, sentences)}</p>}
        {automation && <Tabs view={view} onView={onView} />}
        {automation && view === "registro" ? (
          <RunLog id={automation.id} catalogue={catalogue} onConversation={onConversation} />
        ) : (
          <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_21rem]">
            <div className="flex min-w-0 flex-col gap-4">
              <Card step="Quando" title="Gatilho" lead="o que acontece">
                <WhenSection draft={draft} catalogue={catalogue} onChange={setDraft} disabled={readOnly} />
              </Card>
              <Card step="Se" title="Condições" lead="conferidas na hora de agir">
                <GroupEditor group={draft.rule.conditions} catalogue={catalogue} onChange={(conditions) => setRule({ ...draft.rule, conditions })} disabled={readOnly} />
              </Card>
              <Card step="Então" title="Ações" lead="nesta ordem">
                <ActionList actions={draft.rule.actions} catalogue={catalogue} onChange={(actions) => setRule({ ...draft.rule, actions })} disabled={readOnly} />
              </Card>
              <Card step="Até" title="Limites" lead="para ninguém receber demais">
                <LimitsSection rule={draft.rule} onChange={setRule} disabled={readOnly} />
              </Card>
            </div>
            {!readOnly && <TryPanel draft={draft} id={automation?.id ?? null} catalogue={catalogue} />}
          </div>
        )}
      </div>
    </div>
  );
}

function StateControls({ automation, readOnly, onGone }: { automation: Automation; readOnly: boolean; onGone: () => void }) {
  const change = useSwitch();
  const remove = useRemove(onGone);
  const [sure, setSure] = useState(false);
  const on = automation.state === "on";
  return (
    <>
      <Pill tone={on ? "green" : automation.state === "off" ? "grey" : "amber"} dot>
        {on ? "Ligada" : automation.state === "off" ? "Desligada" : "Rascunho"}
      </Pill>
      {!readOnly && (
        <>
          <Button busy={change.isPending} onClick={() => change.mutate({ id: automation.id, state: on ? "off" : "on" })} data-testid="switch">
            {on ? "Desligar" : "Ligar"}
          </Button>
          <Button look={sure ? "danger" : "ghost"} busy={remove.isPending} onBlur={() => setSure(false)} onClick={() => (sure ? remove.mutate(automation.id) : setSure(true))} data-testid="remove-automation">
            {sure ? "Excluir com o registro?" : "Excluir"}
          </Button>
        </>
      )}
    </>
  );
}

function Tabs({ view, onView }: { view: string; onView: (view: "regra" | "registro") => void }) {
  return (
    <div role="tablist" aria-label="Parte" className="flex gap-1">
      {([["regra", "Regra"], ["registro", "Registro"]] as const).map(([word, label]) => (
        <button key={word} type="button" role="tab" aria-selected={view === word} onClick={() => onView(word)} data-testid={`tab-${word}`} className={cx("h-8 rounded-lg px-3 text-list font-medium", view === word ? "bg-selected text-accent-text" : "text-ink-2 hover:bg-hover")}>
          {label}
        </button>
      ))}
    </div>
  );
}

function Loading() {
  return (
    <div role="status" aria-label="Carregando a automação" className="flex flex-1 flex-col gap-4 p-6">
      {[0, 1, 2].map((row) => (
        <Skeleton key={row} className="h-28" />
      ))}
    </div>
  );
}
