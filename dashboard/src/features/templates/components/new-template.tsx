/** What shall a new template say? What Meta would refuse is told while one types. */
import { useState } from "react";

import type { Channel } from "@/api/contract";
import { languageNames, problemSentence } from "@/api/template-texts";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { TemplateBubble } from "@/ui/template-bubble";

import { type Draft, emptyDraft, nameOf, submitted, variablesOf } from "../draft";
import { useCreate } from "../mutations";
import { useDraftCheck } from "../queries";
import { CATEGORIES } from "../texts";
import { ButtonsEditor } from "./buttons-editor";
import { Area, Choice, Line, type Troubles } from "./fields";
import { HeaderEditor } from "./header-editor";

export function NewTemplate({ channels, onClose }: { channels: Channel[]; onClose: () => void }) {
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(channels[0]?.id ?? ""));
  const [tried, setTried] = useState(false);
  const change = (fields: Partial<Draft>) => setDraft((before) => ({ ...before, ...fields }));
  const ready = submitted(draft);
  const check = useDraftCheck(draft.body === "" && draft.name === "" ? null : ready);
  const create = useCreate(onClose);
  const problems = check.data?.problems ?? [];
  // An empty field is told of once somebody wants to submit; what was typed wrongly, at once.
  const told = problems.filter((one) => tried || (one.code !== "missing" && one.code !== "sample_missing" && !(one.field === "name" && draft.name === "")));
  const troubles: Troubles = (field) => {
    const found = told.find((one) => one.field === field);
    return found && problemSentence(found);
  };
  const submit = () => {
    setTried(true);
    if (check.data && !check.isPlaceholderData && problems.length === 0) create.mutate(ready);
  };
  const preview = check.data?.preview;
  return (
    <Dialog label="Novo modelo" onClose={onClose} className="w-[min(96vw,900px)]">
      <form
        className="flex h-[min(88vh,720px)] flex-col"
        data-testid="template-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <h2 className="border-b border-line px-5 py-4 text-lg font-semibold">Novo modelo</h2>
        <div className="grid min-h-0 flex-1 content-start gap-5 overflow-y-auto px-5 py-4 md:grid-cols-[1fr_20rem]">
          <div className="flex min-w-0 flex-col gap-4">
            <Basics draft={draft} channels={channels} change={change} troubles={troubles} />
            <HeaderEditor draft={draft} change={change} troubles={troubles} />
            <Area label="Texto" help="Variáveis: {{1}}, {{2}}… ou {{nome}}, {{data}}…" limit={1024} value={draft.body} trouble={troubles("body")} onType={(body) => change({ body })} testId="template-body" />
            {variablesOf(draft.body).map((name) => (
              <Line key={name} label={`Exemplo para {{${name}}}`} value={draft.samples[name] ?? ""} trouble={troubles(`samples.${name}`)} onType={(value) => change({ samples: { ...draft.samples, [name]: value } })} testId="template-sample" />
            ))}
            <Line label="Rodapé (opcional)" limit={60} value={draft.footer} trouble={troubles("footer")} onType={(footer) => change({ footer })} />
            <ButtonsEditor draft={draft} change={change} troubles={troubles} />
          </div>
          <div className="flex flex-col items-center gap-2 self-start rounded-lg bg-canvas p-4 md:sticky md:top-0">
            {preview ? (
              <TemplateBubble header={preview.header} body={preview.body} footer={preview.footer} media={preview.media} buttons={draft.buttons.map(({ text = "", kind }) => ({ text, kind }))} />
            ) : (
              <p className="text-sm text-ink-2">A prévia aparece aqui.</p>
            )}
          </div>
        </div>
        <footer className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-5 py-3">
          <p className="min-w-0 text-sm text-pretty text-ink-2" role="status">
            {told.length > 0 ? problemSentence(told[0] as (typeof told)[number]) : "A Meta analisa em minutos; você será avisado aqui."}
          </p>
          <div className="ml-auto flex gap-2">
            <Button onClick={onClose}>Cancelar</Button>
            <Button look="primary" type="submit" busy={create.isPending} data-testid="template-submit">
              Enviar para análise
            </Button>
          </div>
        </footer>
      </form>
    </Dialog>
  );
}

interface PartProps {
  draft: Draft;
  change: (fields: Partial<Draft>) => void;
  troubles: Troubles;
}

function Basics({ draft, channels, change, troubles }: PartProps & { channels: Channel[] }) {
  return (
    <>
      {channels.length > 1 && <Choice label="Número" value={draft.channel_id} choices={channels.map((one) => [one.id, one.name] as const)} onChoose={(channel_id) => change({ channel_id })} />}
      <div className="grid gap-3 sm:grid-cols-2">
        <Line label="Nome" help="Só a equipe vê." value={draft.name} trouble={troubles("name")} onType={(typed) => change({ name: nameOf(typed) })} testId="template-name" />
        <Choice label="Idioma" value={draft.language} choices={Object.entries(languageNames)} onChoose={(language) => change({ language })} />
      </div>
      <fieldset className="grid gap-2 sm:grid-cols-2">
        <legend className="mb-1 text-sm font-medium text-ink-2">Categoria</legend>
        {CATEGORIES.map(([word, label, text]) => (
          <label key={word} className="flex cursor-pointer items-start gap-2 rounded-lg border border-line p-2.5 has-checked:border-accent has-checked:bg-selected">
            <input type="radio" name="category" aria-label={label} className="mt-0.5 accent-(--accent)" checked={draft.category === word} onChange={() => change({ category: word })} />
            <span className="min-w-0">
              <span className="block text-list font-medium">{label}</span>
              <span className="block text-sm text-pretty text-ink-2">{text}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </>
  );
}
