/** How does one choose from a list below a field that keeps the focus? */
import { type ChangeEvent, type KeyboardEvent, type Ref, useId, useState } from "react";

interface Options {
  /** Of rows that answer the text. */
  rows: number;
  /** Told -1 where there is no row. */
  onChoose: (index: number) => void;
}

/** The text, the active row, and what field, list and rows need so that eyes, keyboard and screen readers agree on it. */
export function useListField() {
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const listId = useId();

  const bind = ({ rows, onChoose }: Options) => {
    const selected = Math.min(at, rows - 1);
    const onKeyDown = (event: KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined && rows > 0) setAt((selected + step + rows) % rows);
      // Enter ends a composition (accents, other scripts) before it chooses anything.
      else if (event.key === "Enter" && !event.nativeEvent.isComposing) onChoose(selected);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    return {
      selected,
      field: {
        role: "combobox",
        "aria-expanded": true,
        "aria-controls": listId,
        "aria-activedescendant": selected >= 0 ? `${listId}-${selected}` : undefined,
        value: text,
        onChange: (event: ChangeEvent<HTMLInputElement>) => {
          setText(event.target.value);
          setAt(0);
        },
        onKeyDown,
      } as const,
      list: { id: listId, role: "listbox" } as const,
      row: (index: number) =>
        ({
          id: `${listId}-${index}`,
          role: "option",
          "aria-selected": index === selected,
          ref: ((element: HTMLElement | null) => {
            if (index === selected) element?.scrollIntoView({ block: "nearest" });
          }) as Ref<HTMLLIElement>,
          onMouseMove: () => setAt(index),
          onClick: () => onChoose(index),
        }) as const,
    };
  };
  return { text, bind };
}
