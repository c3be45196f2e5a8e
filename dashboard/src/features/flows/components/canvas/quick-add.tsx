/** What shall come here? A palette at the pointer: type, choose, and the node stands connected. */
import { Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";

import { cx } from "@/lib/classes";

import { useBuilder, useView } from "../../state/context";
import type { Adding } from "../../state/view";
import { answersTo, grouped, KindIcon } from "./kinds";
import { useAddNode } from "./use-adding";

const WIDTH = 288;
const HEIGHT = 372;

export function QuickAdd() {
  const adding = useView((view) => view.adding);
  return adding && <Menu key={`${adding.at.x},${adding.at.y}`} adding={adding} />;
}

function Menu({ adding }: { adding: Adding }) {
  const { manifests, view } = useBuilder();
  const add = useAddNode();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const listId = useId();
  const fitting = grouped([...manifests.values()].filter((one) => one.key !== "start" && answersTo(one, text.trim()))).flatMap(([, all]) => all);
  const selected = Math.min(at, fitting.length - 1);
  const close = () => view.show({ adding: null });

  useEffect(() => {
    const onDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) view.show({ adding: null });
    };
    document.addEventListener("pointerdown", onDown);
    return () => document.removeEventListener("pointerdown", onDown);
  }, [view]);

  const choose = (key: string | undefined) => {
    if (key !== undefined) add(key, adding.from ? { x: adding.at.x, y: adding.at.y - 24 } : adding.at, adding.from);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") close();
    else if (event.key === "Enter") choose(fitting[selected]?.key);
    else if (move !== undefined && fitting.length > 0) setAt((selected + move + fitting.length) % fitting.length);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={box}
      role="dialog"
      aria-label="Adicionar um bloco"
      className="rise fixed z-40 flex max-h-93 w-72 flex-col overflow-hidden rounded-xl border border-line bg-raised shadow-float"
      style={{ left: Math.max(8, Math.min(adding.screen.x, window.innerWidth - WIDTH - 8)), top: Math.max(8, Math.min(adding.screen.y, window.innerHeight - HEIGHT - 8)) }}
    >
      <div className="flex items-center gap-2 border-b border-line px-3">
        <Search className="size-4 text-ink-3" aria-hidden />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={fitting[selected] ? `${listId}-${selected}` : undefined}
          aria-label="Buscar um bloco"
          placeholder="Que bloco vem aqui?"
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the menu is this field
          autoFocus
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          className="h-10 min-w-0 flex-1 bg-transparent text-list outline-none"
          data-testid="quick-add-search"
        />
      </div>
      <ul id={listId} role="listbox" aria-label="Blocos" className="overflow-y-auto p-1">
        {fitting.map((manifest, index) => (
          // The field keeps the focus and names the active row; a press is the other way to choose it.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={manifest.key}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === selected}
            data-testid={`quick-add-${manifest.key}`}
            ref={(element) => {
              if (index === selected) element?.scrollIntoView({ block: "nearest" });
            }}
            onMouseMove={() => setAt(index)}
            onClick={() => choose(manifest.key)}
            className={cx("flex cursor-default items-center gap-2.5 rounded-lg px-2 py-1.5", index === selected && "bg-hover")}
          >
            <KindIcon manifest={manifest} />
            <span className="min-w-0 flex-1">
              <span className="block text-list font-medium">{manifest.label}</span>
              <span className="block truncate text-sm text-ink-3">{manifest.description}</span>
            </span>
          </li>
        ))}
        {fitting.length === 0 && <li className="px-3 py-6 text-center text-list text-ink-2">Nenhum bloco com esse nome.</li>}
      </ul>
    </div>
  );
}
