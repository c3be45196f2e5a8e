/** What is understood of a sentence, as a customer would write it? */
import { Sparkles } from "lucide-react";
import { useState } from "react";

import type { Sentence } from "@/api/understanding";
import { Button } from "@/ui/button";
import { Empty } from "@/ui/states";

import { Labelled, Panel, Select, TextArea } from "../components/parts";
import { useTry } from "./queries";
import { ReadingView } from "./reading-view";
import { questions, roles } from "./texts";

const EXAMPLES = ["quero marcar um banho pro Rex amanhã às 3", "não aguento mais esperar, ninguém responde!!", "60k à vista no onix 2020, fazem?"];

export function TryPanel({ version }: { version: number | null }) {
  const attempt = useTry();
  const [text, setText] = useState("");
  const [role, setRole] = useState<NonNullable<Sentence["role"]>>("customer");
  const [asked, setAsked] = useState("");
  const read = (said: string) => {
    if (said.trim()) attempt.mutate({ text: said, role, asked });
  };
  return (
    <>
      <Panel>
        <form
          className="flex flex-col gap-3 p-4"
          onSubmit={(event) => {
            event.preventDefault();
            read(text);
          }}
        >
          <Labelled label="Frase">
            <TextArea
              rows={2}
              maxLength={4_000}
              value={text}
              placeholder="Escreva como um cliente escreveria"
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
                event.preventDefault();
                read(text);
              }}
              data-testid="sentence"
            />
          </Labelled>
          <div className="grid gap-3 md:grid-cols-[1fr_1.4fr_auto] md:items-end">
            <Labelled label="Quem escreve">
              <Select value={role} choices={roles} onChoose={(value) => setRole(value as typeof role)} />
            </Labelled>
            <Labelled label="O que acabou de ser perguntado">
              <Select value={asked} choices={questions} onChoose={setAsked} />
            </Labelled>
            <Button look="primary" type="submit" busy={attempt.isPending} data-testid="understand">
              Entender
            </Button>
          </div>
          <p className="text-sm text-ink-3">{version === null ? "Lido pelo modelo do produto." : `Lido pela versão ${version}, treinada aqui.`} Nada do que se testa fica guardado.</p>
        </form>
      </Panel>
      {attempt.data ? (
        <ReadingView reading={attempt.data} />
      ) : (
        <Panel>
          <Empty icon={<Sparkles aria-hidden />} title="Veja o que se entende, e por quê">
            <span className="flex flex-col gap-1.5 pt-1">
              {EXAMPLES.map((example) => (
                <button
                  key={example}
                  type="button"
                  className="rounded-lg border border-line px-2.5 py-1.5 text-left text-list text-ink-2 transition-colors hover:bg-hover hover:text-ink"
                  onClick={() => {
                    setText(example);
                    read(example);
                  }}
                >
                  {example}
                </button>
              ))}
            </span>
          </Empty>
        </Panel>
      )}
    </>
  );
}
