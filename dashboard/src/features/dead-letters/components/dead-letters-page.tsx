/** What did the platform give up, why, and what should become of it? */
import { CircleCheckBig } from "lucide-react";

import type { DeadLetter } from "@/api/contract";
import { sentenceFor } from "@/api/texts";
import { Button } from "@/ui/button";
import { Empty, ErrorState, Skeleton } from "@/ui/states";

import { useDeadLetters } from "../queries";
import { LetterRow } from "./letter-row";

export function DeadLettersPage({ onOpenConversation }: { onOpenConversation: (id: string) => void }) {
  const list = useDeadLetters();
  return (
    <div className="min-h-0 flex-1 overflow-y-auto" data-testid="dead-letters">
      <div className="mx-auto max-w-300 px-4 py-5 md:px-8 md:py-7">
        <h1 className="text-xl font-semibold tracking-tight">Fila morta</h1>
        <p className="mt-1 mb-4 max-w-160 text-list text-pretty text-ink-2">
          O que falhou em todas as tentativas espera aqui, com a causa. O resto da conversa segue sem isto; tente de novo depois de resolver a causa, ou descarte.
        </p>
        <div className="overflow-hidden rounded-xl border border-line bg-surface">
          {list.isPending ? (
            <Loading />
          ) : list.isError && list.letters.length === 0 ? (
            <ErrorState title="A fila não carregou" detail={sentenceFor(list.error)} onRetry={() => void list.refetch()} />
          ) : list.letters.length === 0 ? (
            <Empty icon={<CircleCheckBig aria-hidden />} title="Nada falhou">
              Se uma mensagem ou tarefa falhar em todas as tentativas, ela aparece aqui com a causa e um botão para tentar de novo.
            </Empty>
          ) : (
            <Letters letters={list.letters} onOpenConversation={onOpenConversation} />
          )}
        </div>
        {list.hasNextPage && (
          <div className="mt-4 flex justify-center">
            <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              Mostrar mais
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}

function Letters({ letters, onOpenConversation }: { letters: DeadLetter[]; onOpenConversation: (id: string) => void }) {
  return (
    <table className="block w-full text-left text-list md:table">
      <thead className="hidden border-b border-line bg-sunken text-sm text-ink-2 md:table-header-group">
        <tr>
          <th className="px-4 py-2 font-medium">O quê</th>
          <th className="px-4 py-2 font-medium">Causa</th>
          <th className="px-4 py-2 text-right font-medium">Tentativas</th>
          <th className="px-4 py-2 font-medium">Quando</th>
          <th className="px-4 py-2">
            <span className="sr-only">Ações</span>
          </th>
        </tr>
      </thead>
      <tbody className="block divide-y divide-line md:table-row-group">
        {letters.map((letter) => (
          <LetterRow key={letter.id} letter={letter} onOpenConversation={onOpenConversation} />
        ))}
      </tbody>
    </table>
  );
}

function Loading() {
  return (
    <div role="status" aria-label="Carregando a fila morta" className="flex flex-col gap-3 p-4">
      {Array.from({ length: 4 }, (_, index) => (
        <Skeleton key={index} className="h-10 w-full" />
      ))}
    </div>
  );
}
