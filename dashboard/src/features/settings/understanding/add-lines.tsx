/** How are several lines added at once, and which of them were not kept? */
import { useState } from "react";

import type { Kept } from "@/api/understanding";
import { SafeText } from "@/ui/safe-text";

import { FormDialog, Labelled, TextArea } from "../components/parts";
import { refusals } from "./texts";

const MOST = 100;

interface AddLinesProps {
  title: string;
  lead: string;
  longest: number;
  busy: boolean;
  onAdd: (lines: string[]) => Promise<Kept>;
  onClose: () => void;
}

export function AddLines({ title, lead, longest, busy, onAdd, onClose }: AddLinesProps) {
  const [typed, setTyped] = useState("");
  const [refused, setRefused] = useState<Kept["refused"]>([]);
  const lines = typed.split("\n").filter((line) => line.trim() !== "");
  const add = async () => {
    if (lines.length === 0 || lines.length > MOST) return;
    const kept = await onAdd(lines).catch(() => null);
    if (kept?.refused.length === 0) onClose();
    else if (kept) {
      setRefused(kept.refused);
      setTyped(kept.refused.filter(({ why }) => why === "too_long" || why === "no_words").map(({ text }) => text).join("\n"));
    }
  };
  return (
    <FormDialog title={title} lead={lead} submit={lines.length > 1 ? `Adicionar ${lines.length}` : "Adicionar"} busy={busy} onSubmit={() => void add()} onClose={onClose}>
      <Labelled label="Linhas" help={lines.length > MOST ? `No máximo ${MOST} de uma vez; há ${lines.length}.` : `Até ${longest} letras cada uma.`}>
        <TextArea rows={7} value={typed} onChange={(event) => setTyped(event.target.value)} data-testid="lines" />
      </Labelled>
      {refused.length > 0 && (
        <div role="status" className="rounded-lg bg-amber-soft px-3 py-2 text-list text-amber-text" data-testid="refused-lines">
          <p className="font-medium">{refused.length === 1 ? "Uma linha não entrou:" : `${refused.length} linhas não entraram:`}</p>
          <ul className="mt-1 max-h-40 list-disc overflow-y-auto pl-5">
            {refused.map(({ text, why }, at) => (
              <li key={at} className="break-words">
                <SafeText text={text} max={80} /> · {refusals[why] ?? why}
              </li>
            ))}
          </ul>
        </div>
      )}
    </FormDialog>
  );
}
