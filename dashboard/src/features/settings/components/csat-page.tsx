/** Are people asked how they liked it, and how? */
import { useState } from "react";

import { type CsatSettings, csatOptions } from "@/api/csat";
import { useMay } from "@/api/use-may";
import { Button } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";

import { useChangeCsat } from "../mutations";
import { useCsat } from "../queries";
import { Labelled, Loaded, Panel, Screen, Select, TextArea, TextInput, Tick } from "./parts";

const STYLES = [["emojis", "Rostos"], ["numbers", "Números de 1 a 5"], ["stars", "Estrelas"]] as const;
const ASKS = [["people", "Atendidas por uma pessoa"], ["all", "Todas"]] as const;

export function CsatPage() {
  const settings = useCsat();
  return (
    <Screen title="Satisfação" lead="Quando uma conversa é arquivada, quem foi atendido recebe uma pergunta com cinco respostas. A resposta não passa pelo bot; o resultado está em Relatórios.">
      <Loaded query={settings}>{(found) => <Form key={JSON.stringify(found)} settings={found} />}</Loaded>
    </Screen>
  );
}

function Form({ settings }: { settings: CsatSettings }) {
  const mayChange = useMay("csat:write");
  const change = useChangeCsat();
  const [draft, setDraft] = useState(settings);
  const set = (changes: Partial<CsatSettings>) => setDraft({ ...draft, ...changes });
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <Panel>
        <form
          className="p-4"
          onSubmit={(event) => {
            event.preventDefault();
            change.mutate(draft);
          }}
        >
          <fieldset disabled={!mayChange} className="flex min-w-0 flex-col gap-4">
            <Tick label="Perguntar ao arquivar" hint="Só com a janela de 24 horas aberta, uma vez por conversa, nunca a quem pediu para não receber mensagens." checked={draft.enabled} onChange={(event) => set({ enabled: event.target.checked })} data-testid="csat-enabled" />
            <div className="grid gap-4 sm:grid-cols-2">
              <Labelled label="De quais conversas">
                <Select choices={ASKS} value={draft.asks} onChoose={(asks) => set({ asks: asks as CsatSettings["asks"] })} />
              </Labelled>
              <Labelled label="No máximo uma vez a cada (dias)" help="0: uma vez por conversa.">
                <TextInput type="number" min={0} max={365} required value={draft.every_days} onChange={(event) => set({ every_days: Number(event.target.value) })} />
              </Labelled>
              <Labelled label="Respostas">
                <Select choices={STYLES} value={draft.style} onChoose={(style) => set({ style: style as CsatSettings["style"] })} data-testid="csat-style" />
              </Labelled>
            </div>
            <Labelled label="Pergunta">
              <TextArea required rows={2} maxLength={600} value={draft.question} onChange={(event) => set({ question: event.target.value })} data-testid="csat-question" />
            </Labelled>
            <Labelled label="Pedir um comentário" help="Depois da nota. Vazio não pede; vale como comentário o que a pessoa escrever em até 30 minutos.">
              <TextArea rows={2} maxLength={600} value={draft.comment_question} onChange={(event) => set({ comment_question: event.target.value })} />
            </Labelled>
            <Labelled label="Agradecimento">
              <TextInput required maxLength={600} value={draft.thanks} onChange={(event) => set({ thanks: event.target.value })} />
            </Labelled>
            {mayChange && (
              <div>
                <Button look="primary" type="submit" busy={change.isPending} data-testid="csat-save">
                  Salvar
                </Button>
              </div>
            )}
          </fieldset>
        </form>
      </Panel>
      <Preview draft={draft} />
    </div>
  );
}

function Preview({ draft }: { draft: CsatSettings }) {
  return (
    <Panel title="Como chega" className="overflow-hidden">
      <div className="flex flex-col items-start gap-2 bg-thread p-4" data-testid="csat-preview">
        <Bubble text={draft.question} options={csatOptions[draft.style]} />
        <p className="self-end rounded-lg bg-bubble-out px-3 py-2 text-list">{csatOptions[draft.style][3]}</p>
        {draft.comment_question && <Bubble text={draft.comment_question} />}
        {draft.comment_question && <p className="self-end rounded-lg bg-bubble-out px-3 py-2 text-list">Atendimento rápido!</p>}
        <Bubble text={draft.thanks} />
      </div>
    </Panel>
  );
}

function Bubble({ text, options = [] }: { text: string; options?: string[] }) {
  return (
    <div className="max-w-full rounded-lg bg-bubble-in px-3 py-2 text-list">
      <p className="break-words whitespace-pre-wrap">
        <SafeText text={text} max={600} />
      </p>
      {options.length > 0 && (
        <ul className="mt-2 border-t border-line pt-1.5">
          {options.map((one) => (
            <li key={one} className="py-1 text-accent-text">
              {one}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
