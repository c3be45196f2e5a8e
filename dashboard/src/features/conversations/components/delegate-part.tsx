/** How is Viviane asked to write to this person, and what became of what she was asked? */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Send, X } from "lucide-react";
import { type SubmitEvent, useId, useMemo, useRef, useState } from "react";

import type { Conversation } from "@/api/contract";
import { handoffsApi } from "@/api/handoffs";
import { keys } from "@/api/keys";
import { sentenceFor } from "@/api/texts";
import { useMay } from "@/api/use-may";
import { useCommands } from "@/lib/commands";
import { keepDraft, readDraft } from "@/lib/drafts";
import { formatPhone } from "@/lib/phone";
import { Button, IconButton } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { SafeText } from "@/ui/safe-text";
import { notify } from "@/ui/toast";

import { failureSentence, sentences } from "../texts";

const LONGEST = 4096;

export function DelegatePart({ conversation }: { conversation: Conversation }) {
  const may = useMay("delegation:write");
  const [asking, setAsking] = useState(false);
  useCommands(useMemo(() => (may ? [{ id: "delegate", label: "Enviar pela Viviane", run: () => setAsking(true) }] : []), [may]));
  if (!may) return null;
  return (
    <div className="px-4 pb-4">
      <Button className="w-full" onClick={() => setAsking(true)} data-testid="delegate">
        <Send className="size-4" aria-hidden />
        Enviar pela Viviane
      </Button>
      {asking && <DelegateDialog conversation={conversation} onClose={() => setAsking(false)} />}
    </div>
  );
}

function DelegateDialog({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const client = useQueryClient();
  const field = useId();
  const draft = `viviane.${conversation.id}`;
  const [text, setText] = useState(() => readDraft(draft));
  const [refusal, setRefusal] = useState("");
  // The same press repeated asks once; another text is another request.
  const key = useRef({ text: "", id: "" });
  const ask = useMutation({
    mutationFn: (said: string) => {
      if (key.current.text !== said) key.current = { text: said, id: crypto.randomUUID() };
      return handoffsApi.delegate(conversation.id, said, key.current.id);
    },
    onSuccess: (task) => {
      void client.invalidateQueries({ queryKey: keys.delegations });
      void client.invalidateQueries({ queryKey: keys.overview });
      keepDraft(draft, "");
      if (task.state === "failed") {
        setRefusal(`${failureSentence({ code: task.failure_code, title: "", details: "" })} O pedido ficou na fila da Viviane, com falha: dá para tentar de novo de lá.`);
        return;
      }
      notify("success", "A Viviane vai enviar.");
      onClose();
    },
    onError: (error) => setRefusal(sentenceFor(error, sentences)),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (text.trim() !== "") ask.mutate(text.trim());
  };
  return (
    <Dialog label="Enviar pela Viviane" onClose={onClose} className="w-[min(32rem,calc(100vw-2rem))]">
      <form onSubmit={submit}>
        <div className="flex items-center justify-between border-b border-line py-2 pr-2 pl-5">
          <h2 className="text-base font-semibold">Enviar pela Viviane</h2>
          <IconButton label="Fechar" icon={<X aria-hidden />} onClick={onClose} />
        </div>
        <div className="flex flex-col gap-2 px-5 py-4">
          <label htmlFor={field} className="text-list text-ink-2">
            Para <SafeText text={conversation.contact.name || formatPhone(conversation.contact.phone)} max={60} />, em nome da Viviane:
          </label>
          <textarea
            id={field}
            value={text}
            maxLength={LONGEST}
            rows={5}
            data-testid="delegate-text"
            onChange={(event) => {
              setText(event.target.value);
              keepDraft(draft, event.target.value);
              setRefusal("");
            }}
            className="rounded-lg border border-line-strong bg-surface px-3 py-2 text-base focus:border-accent focus:outline-2 focus:-outline-offset-1 focus:outline-accent"
          />
          {conversation.window?.open === false && refusal === "" && (
            <p className="rounded-lg bg-amber-soft px-3 py-2 text-sm text-amber-text">A janela de 24 horas está fechada: o WhatsApp só aceita um modelo aprovado até o cliente escrever.</p>
          )}
          {refusal && (
            <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger-text" data-testid="delegate-refusal">
              {refusal}
            </p>
          )}
        </div>
        <div className="flex justify-end gap-2 border-t border-line px-5 py-3">
          <Button onClick={onClose}>{refusal ? "Fechar" : "Cancelar"}</Button>
          {!refusal && (
            <Button look="primary" type="submit" busy={ask.isPending} disabled={text.trim() === ""} data-testid="delegate-send">
              <Send className="size-4" aria-hidden />
              Enviar
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
