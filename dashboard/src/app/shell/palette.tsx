/** What does one look for, or want done? */
import { Search } from "lucide-react";
import type { ComponentProps } from "react";

import type { Session } from "@/api/contract";
import { cx } from "@/lib/classes";
import { Dialog } from "@/ui/dialog";
import { Kbd } from "@/ui/kbd";
import { useListField } from "@/ui/use-list-field";

import { type PaletteEntry, usePaletteEntries } from "./palette-entries";

interface PaletteProps {
  session: Session;
  onClose: () => void;
  onHelp: () => void;
}

export function Palette({ session, onClose, onHelp }: PaletteProps) {
  const { text, bind } = useListField();
  const entries = usePaletteEntries(session, text, onHelp);

  const choose = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    onClose();
    entry.run();
  };
  const { selected, field, list, row } = bind({ rows: entries.length, onChoose: (index) => choose(entries[index]) });

  return (
    <Dialog label="Buscar conversas e ações" onClose={onClose} className="mt-[12vh] w-[min(94vw,560px)]">
      <div className="flex items-center gap-2.5 border-b border-line px-4">
        <Search className="size-4.5 text-ink-3" aria-hidden />
        <input
          {...field}
          aria-label="Buscar conversas e ações"
          placeholder="Nome, telefone, texto ou ação…"
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the dialog is this field
          autoFocus
          className="h-12 min-w-0 flex-1 bg-transparent text-base outline-none"
          data-testid="palette-input"
        />
        <Kbd>Esc</Kbd>
      </div>
      <ul {...list} aria-label="Resultados" className="max-h-[50vh] overflow-y-auto p-1.5">
        {entries.map((entry, index) => (
          <PaletteRow key={entry.id} entry={entry} row={row(index)} selected={index === selected} heading={entry.group !== entries[index - 1]?.group} />
        ))}
        {entries.length === 0 && <li className="px-3 py-6 text-center text-list text-ink-2">Nada encontrado para “{text.slice(0, 60)}”.</li>}
      </ul>
    </Dialog>
  );
}

interface PaletteRowProps {
  entry: PaletteEntry;
  row: ComponentProps<"li">;
  selected: boolean;
  heading: boolean;
}

function PaletteRow({ entry, row, selected, heading }: PaletteRowProps) {
  return (
    <>
      {heading && (
        <li role="presentation" className="px-2.5 pt-2 pb-1 text-xs font-medium text-ink-3">
          {entry.group}
        </li>
      )}
      <li
        {...row}
        className={cx("flex min-h-9 cursor-default items-center gap-3 rounded-lg px-2.5 py-1.5 text-list [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-2", selected && "bg-hover")}
      >
        {entry.icon}
        <span className="min-w-0 flex-1 truncate">{entry.label}</span>
        {entry.hint && <span className="max-w-[45%] truncate text-sm text-ink-3">{entry.hint}</span>}
        {entry.shortcut && <Kbd>{entry.shortcut}</Kbd>}
      </li>
    </>
  );
}
