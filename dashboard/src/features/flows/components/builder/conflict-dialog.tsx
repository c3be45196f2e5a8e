/** Two people drew at once: whose flow goes on? Nobody's work is lost before they have seen both. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { flowsApi } from "@/api/flows";
import { sentenceFor } from "@/api/texts";
import { momentInSentence } from "@/lib/time";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Skeleton } from "@/ui/states";
import { notify } from "@/ui/toast";

import { readDefinition } from "../../model/definition";
import { type Difference, differences } from "../../model/differences";
import { placed } from "../../model/layout";
import { useBuilder, useFlow } from "../../state/context";
import type { Conflict } from "../../state/draft";
import { saveAs } from "../save-as";

export function ConflictDialog({ conflict }: { conflict: Conflict }) {
  const { flowId, draft, saver, manifests } = useBuilder();
  const mine = useFlow();
  const [busy, setBusy] = useState(false);
  const theirs = useQuery({ queryKey: ["flows", "conflict", flowId, conflict.revision], queryFn: ({ signal }) => flowsApi.read(flowId, signal), gcTime: 0 });
  const both = theirs.data ? differences(placed(readDefinition(theirs.data.definition)), mine, manifests) : [];

  const takeTheirs = () => {
    if (!theirs.data) return;
    saveAs(new Blob([JSON.stringify(mine, null, 2)], { type: "application/json" }), `${mine.name} (minha cópia).flow.json`);
    draft.load({ ...placed(readDefinition(theirs.data.definition)), name: theirs.data.name }, theirs.data.revision);
    notify("info", "O fluxo aberto agora é o salvo. A sua cópia foi baixada.");
  };
  const keepMine = async () => {
    setBusy(true);
    draft.set({ ...draft.get(), revision: theirs.data?.revision ?? conflict.revision, conflict: null });
    if (theirs.data) saveAs(new Blob([JSON.stringify(theirs.data.definition, null, 2)], { type: "application/json" }), `${mine.name} (cópia de ${conflict.changedBy}).flow.json`);
    if (await saver.flush()) notify("success", "A sua versão foi salva. Uma cópia da outra foi baixada.");
    setBusy(false);
  };
  return (
    <Dialog label="Outra pessoa mudou este fluxo" onClose={() => undefined} className="w-[min(94vw,560px)]">
      <div className="flex flex-col gap-4 p-5" data-testid="flow-conflict">
        <div>
          <h2 className="text-lg font-semibold">Outra pessoa mudou este fluxo</h2>
          <p className="mt-1 text-list text-pretty text-ink-2">
            <b className="font-semibold text-ink">{conflict.changedBy || "Alguém"}</b> salvou {conflict.changedAt ? momentInSentence(conflict.changedAt, Date.now()) : "há pouco"}, enquanto você editava. Nada do seu foi perdido: escolha com qual continuar.
          </p>
        </div>
        <section aria-label="O que difere" className="max-h-64 overflow-y-auto rounded-lg border border-line">
          {theirs.isPending ? (
            <div className="p-3">
              <Skeleton className="h-16 w-full" />
            </div>
          ) : theirs.isError ? (
            <p className="p-3 text-list text-danger-text">{sentenceFor(theirs.error)}</p>
          ) : (
            <Differences all={both} />
          )}
        </section>
        <div className="flex flex-wrap justify-end gap-2">
          <Button disabled={!theirs.data} onClick={takeTheirs} data-testid="conflict-theirs">
            Usar a de {conflict.changedBy.split(" ")[0] || "lá"}
          </Button>
          <Button look="primary" busy={busy} disabled={!theirs.data} onClick={() => void keepMine()} data-testid="conflict-mine">
            Salvar a minha por cima
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Differences({ all }: { all: Difference[] }) {
  if (all.length === 0) return <p className="p-3 text-list text-ink-2">As duas dizem o mesmo; só a posição dos blocos mudou.</p>;
  return (
    <ul className="divide-y divide-line">
      {all.map((one) => (
        <li key={one.node + one.kind} className="px-3 py-2 text-list">
          {one.sentence}
        </li>
      ))}
    </ul>
  );
}
