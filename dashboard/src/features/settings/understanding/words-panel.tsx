/** Which names does the organization use that no dictionary has? */
import { ListPlus, X } from "lucide-react";
import { useState } from "react";

import type { Word, WordKind } from "@/api/understanding";
import { useMay } from "@/api/use-may";
import { plainText } from "@/lib/text-marks";
import { Button } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";

import { Loaded, Panel } from "../components/parts";
import { AddLines } from "./add-lines";
import { useAddWords, useRemoveWord, useWords } from "./queries";
import { wordKinds } from "./texts";

export function WordsPanel() {
  const words = useWords();
  return (
    <>
      <p className="text-list text-pretty text-ink-2">O que está aqui é reconhecido na hora, sem treinar: em testes, em dúvidas e onde mais se leia uma mensagem.</p>
      <Loaded query={words}>
        {(found) => (
          <div className="grid min-w-0 gap-4 md:grid-cols-3 md:items-start">
            {wordKinds.map(({ kind }) => (
              <Kind key={kind} kind={kind} words={found.filter((word) => word.kind === kind)} />
            ))}
          </div>
        )}
      </Loaded>
    </>
  );
}

function Kind({ kind, words }: { kind: WordKind; words: Word[] }) {
  const mayWrite = useMay("understanding:write");
  const add = useAddWords();
  const remove = useRemoveWord();
  const [adding, setAdding] = useState(false);
  const text = wordKinds.find((one) => one.kind === kind);
  const name = text?.name ?? kind;
  return (
    <Panel
      title={name}
      aside={
        mayWrite && (
          <Button size="sm" aria-label={`Adicionar em ${name}`} onClick={() => setAdding(true)} data-testid={`add-${kind}`}>
            <ListPlus className="size-4" aria-hidden />
            Adicionar
          </Button>
        )
      }
    >
      {words.length === 0 ? (
        <p className="px-4 py-5 text-list text-pretty text-ink-2">
          {text?.help}. Por exemplo: {text?.example}.
        </p>
      ) : (
        <ul className="flex max-h-[60vh] flex-wrap gap-1.5 overflow-y-auto p-3">
          {words.map((word) => (
            <li key={word.id} className="flex max-w-full items-center gap-1 rounded-lg bg-sunken py-1 pr-1 pl-2.5 text-list" data-testid="word">
              <span className="min-w-0 truncate">
                <SafeText text={word.text} max={80} />
              </span>
              {mayWrite && (
                <button type="button" aria-label={`Remover ${plainText(word.text)}`} className="rounded-md p-1 text-ink-3 transition-colors hover:bg-hover hover:text-ink" onClick={() => remove.mutate(word.id)}>
                  <X className="size-3.5" aria-hidden />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {adding && <AddLines title={name} lead={`${text?.help ?? ""}. Um nome por linha.`} longest={80} busy={add.isPending} onAdd={(texts) => add.mutateAsync({ kind, texts })} onClose={() => setAdding(false)} />}
    </Panel>
  );
}
