/** Why is a business won or lost? */
import { type SyntheticEvent, useState } from "react";

import type { Deal, Stage } from "@/api/leads";
import { cx } from "@/lib/classes";
import { formatMoney } from "@/lib/money";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { SafeText } from "@/ui/safe-text";

import { useReasons } from "../queries";
import { fieldLook, Labelled } from "./controls";

interface ClosingDialogProps {
  deal: Deal;
  kind: Stage["kind"];
  onClose: () => void;
  onConfirm: (why: { reasonId: string | null; reasonNote: string }) => void;
}

export function ClosingDialog({ deal, kind, onClose, onConfirm }: ClosingDialogProps) {
  const reasons = useReasons();
  const [reasonId, setReasonId] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const lost = kind === "lost";
  const listed = (reasons.data ?? []).filter((one) => one.kind === kind);
  const ready = !lost || reasonId !== null || note.trim() !== "";
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (ready) onConfirm({ reasonId, reasonNote: note.trim() });
  };
  const title = lost ? "Por que foi perdido?" : "Negócio ganho!";
  return (
    <Dialog label={title} onClose={onClose} className="w-[min(94vw,460px)]">
      <form onSubmit={submit} className="flex flex-col gap-4 p-5" data-testid="closing-dialog">
        <div>
          <h2 className="text-lg font-semibold">{title}</h2>
          <p className="text-list text-ink-2">
            <SafeText text={deal.title} max={120} />
            {deal.value_cents > 0 && ` · ${formatMoney(deal.value_cents)}`}
          </p>
        </div>
        {listed.length > 0 && (
          <fieldset className="flex flex-wrap gap-1.5">
            <legend className="mb-1.5 text-sm font-medium text-ink-2">{lost ? "Motivo" : "O que decidiu (opcional)"}</legend>
            {listed.map((one) => (
              <label key={one.id} className={cx("cursor-pointer rounded-full border px-3 py-1.5 text-list has-focus-visible:outline-2 has-focus-visible:outline-accent", reasonId === one.id ? "border-accent bg-selected font-medium text-accent-text" : "border-line-strong hover:bg-hover")}>
                <input type="radio" name="reason" className="sr-only" checked={reasonId === one.id} onChange={() => setReasonId(one.id)} />
                <SafeText text={one.name} max={60} />
              </label>
            ))}
          </fieldset>
        )}
        <Labelled label={lost ? "Em suas palavras" : "Observação"}>
          {(id) => <textarea id={id} value={note} maxLength={1000} rows={2} onChange={(event) => setNote(event.target.value)} className={cx(fieldLook, "h-auto py-2")} />}
        </Labelled>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancelar</Button>
          <Button look="primary" type="submit" disabled={!ready} data-testid="closing-confirm">
            {lost ? "Marcar como perdido" : "Marcar como ganho"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
