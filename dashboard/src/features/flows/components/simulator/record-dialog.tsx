/** What is the recorded test called? It is added to the flow's tests. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SyntheticEvent, useId, useState } from "react";

import { flowsApi } from "@/api/flows";
import { keys } from "@/api/keys";
import { sentenceFor } from "@/api/texts";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { notify } from "@/ui/toast";

import type { Exchange } from "../../model/simulation";
import { useBuilder } from "../../state/context";
import { flowOf } from "../../state/draft";
import { flowSentences } from "../../texts";

export function RecordDialog({ exchanges, onClose }: { exchanges: readonly Exchange[]; onClose: () => void }) {
  const { flowId, draft, view } = useBuilder();
  const client = useQueryClient();
  const [name, setName] = useState("");
  const id = useId();
  const save = useMutation({
    mutationFn: async () => {
      const now = await flowsApi.tests(flowId);
      const said = exchanges.map(({ input, moment }) => ({ ...input, moment }));
      const { text } = await flowsApi.recordTest(flowId, { name: name.trim(), exchanges: said, definition: flowOf(draft.get()) });
      return flowsApi.saveTests(flowId, { revision: now.revision, text });
    },
    onSuccess: () => {
      notify("success", "Teste guardado.");
      onClose();
      view.show({ panel: "tests" });
    },
    onError: (error) => notify("error", sentenceFor(error, flowSentences)),
    onSettled: () => client.invalidateQueries({ queryKey: keys.flowTests(flowId) }),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (name.trim() !== "") save.mutate();
  };
  return (
    <Dialog label="Guardar como teste" onClose={onClose} className="w-[min(94vw,440px)]">
      <form onSubmit={submit} className="flex flex-col gap-3 p-5">
        <h2 className="text-lg font-semibold">Guardar como teste</h2>
        <p className="text-list text-pretty text-ink-2">O que você escreveu e o que o fluxo respondeu vira um teste, com o tempo que passou. Ele avisa quando uma mudança alterar esta conversa.</p>
        <label htmlFor={id} className="text-sm font-medium text-ink-2">
          O que ele mostra
        </label>
        <input
          id={id}
          value={name}
          maxLength={120}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the dialog is this field
          autoFocus
          placeholder="Quem escolhe banho recebe o preço"
          onChange={(event) => setName(event.target.value)}
          className="-mt-2 h-9 rounded-lg border border-line-strong bg-surface px-2.5 text-list outline-none focus:border-accent"
          data-testid="record-name"
        />
        <div className="flex justify-end gap-2 pt-1">
          <Button onClick={onClose}>Cancelar</Button>
          <Button look="primary" type="submit" busy={save.isPending} disabled={name.trim() === ""} data-testid="record-save">
            Guardar
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
