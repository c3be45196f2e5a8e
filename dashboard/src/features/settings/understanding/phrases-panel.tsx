/** Which phrases of its own does the organization teach, intent by intent? */
import { ListPlus, MessageSquareQuote, X } from "lucide-react";
import { useState } from "react";

import { useMay } from "@/api/use-may";
import { cx } from "@/lib/classes";
import { Button, IconButton } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";
import { Empty } from "@/ui/states";

import { Loaded, Panel, Select, TextInput } from "../components/parts";
import { AddLines } from "./add-lines";
import { findLabels, labelMeans, labelName } from "./labels";
import { useAddPhrases, usePhrases, useRemovePhrase, useUnderstanding } from "./queries";

export function PhrasesPanel() {
  const overview = useUnderstanding();
  const [label, setLabel] = useState("book_appointment");
  const [typed, setTyped] = useState("");
  return (
    <div className="grid min-w-0 gap-4 md:grid-cols-[17rem_1fr] md:items-start">
      <Panel className="max-md:hidden">
        <div className="border-b border-line p-2">
          <TextInput aria-label="Procurar intenção" placeholder="Procurar intenção" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </div>
        <Loaded query={overview}>
          {({ labels }) => {
            const counts = new Map(labels.map((one) => [one.label, one.phrases]));
            return (
              <ul className="max-h-[60vh] overflow-y-auto p-1">
                {findLabels(typed, labels.map((one) => one.label)).map((one) => (
                  <li key={one}>
                    <button
                      type="button"
                      aria-current={one === label || undefined}
                      className={cx("flex w-full items-center justify-between gap-2 rounded-lg px-2.5 py-1.5 text-left text-list transition-colors hover:bg-hover", one === label && "bg-selected font-medium text-accent-text")}
                      onClick={() => setLabel(one)}
                      data-testid="phrase-label"
                    >
                      <span className="truncate">{labelName(one)}</span>
                      <span className="text-sm text-ink-3 tabular-nums">{counts.get(one) || ""}</span>
                    </button>
                  </li>
                ))}
              </ul>
            );
          }}
        </Loaded>
      </Panel>
      <div className="md:hidden">
        <Select aria-label="Intenção" value={label} choices={findLabels("").map((one) => [one, labelName(one)] as const)} onChoose={setLabel} />
      </div>
      <Phrases key={label} label={label} />
    </div>
  );
}

function Phrases({ label }: { label: string }) {
  const phrases = usePhrases(label);
  const mayWrite = useMay("understanding:write");
  const add = useAddPhrases(label);
  const remove = useRemovePhrase(label);
  const [adding, setAdding] = useState(false);
  return (
    <Panel
      title={labelName(label)}
      aside={
        mayWrite && (
          <Button size="sm" onClick={() => setAdding(true)} data-testid="add-phrases">
            <ListPlus className="size-4" aria-hidden />
            Adicionar
          </Button>
        )
      }
    >
      <p className="border-b border-line px-4 py-2.5 text-list text-pretty text-ink-2">{labelMeans(label)}. O produto já conhece muitas frases disto; aqui entram as do seu jeito de falar. Valem no próximo treino.</p>
      <Loaded query={phrases}>
        {(found) =>
          found.length === 0 ? (
            <Empty icon={<MessageSquareQuote aria-hidden />} title="Nenhuma frase própria">
              Escreva como os seus clientes dizem isto, uma frase por linha.
            </Empty>
          ) : (
            <ul className="max-h-[60vh] divide-y divide-line overflow-y-auto">
              {found.map((phrase) => (
                <li key={phrase.id} className="flex items-center justify-between gap-2 px-4 py-1.5 text-list" data-testid="phrase">
                  <span className="min-w-0 py-1 break-words">
                    <SafeText text={phrase.text} max={300} />
                  </span>
                  {mayWrite && <IconButton label="Remover frase" icon={<X />} onClick={() => remove.mutate(phrase.id)} />}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {adding && (
        <AddLines title={`Frases: ${labelName(label)}`} lead="Uma por linha, como os clientes escrevem: com erro, sem acento, abreviado." longest={300} busy={add.isPending} onAdd={(texts) => add.mutateAsync(texts)} onClose={() => setAdding(false)} />
      )}
    </Panel>
  );
}
