/** Which intent is it, when it is none of those at hand? Found by typing. */
import { useEffect, useRef, useState } from "react";

import { cx } from "@/lib/classes";

import { TextInput } from "../components/parts";
import { findLabels, labelMeans, labelName } from "./labels";

const SHOWN = 8;

export function LabelSearch({ onChoose, onClose }: { onChoose: (label: string) => void; onClose: () => void }) {
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const found = findLabels(typed).slice(0, SHOWN);
  const onKey = (event: React.KeyboardEvent) => {
    const chosen = found[at];
    if (event.key === "ArrowDown") setAt(Math.min(at + 1, found.length - 1));
    else if (event.key === "ArrowUp") setAt(Math.max(at - 1, 0));
    else if (event.key === "Enter" && chosen) onChoose(chosen);
    else if (event.key === "Escape") onClose();
    else return;
    event.preventDefault();
  };
  return (
    <div className="flex flex-col gap-1 rounded-lg border border-line p-2" data-testid="label-search">
      <TextInput
        ref={field}
        role="combobox"
        aria-label="Procurar intenção"
        aria-expanded
        aria-controls="found-labels"
        aria-activedescendant={found[at] && `found-${found[at]}`}
        placeholder="Procurar entre todas as intenções"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
        data-testid="label-search-field"
      />
      <ul id="found-labels" role="listbox" aria-label="Intenções" className="max-h-72 overflow-y-auto">
        {found.map((label, place) => (
          <li key={label} id={`found-${label}`} role="option" aria-selected={place === at} className={cx("rounded-md", place === at && "bg-selected")}>
            <button type="button" tabIndex={-1} className="flex w-full flex-wrap gap-x-2 px-2 py-1.5 text-left text-list" onClick={() => onChoose(label)}>
              <span className="font-medium">{labelName(label)}</span>
              <span className="text-ink-3">{labelMeans(label)}</span>
            </button>
          </li>
        ))}
        {found.length === 0 && <li className="px-2 py-1.5 text-list text-ink-3">Nenhuma intenção com essas palavras.</li>}
      </ul>
    </div>
  );
}
