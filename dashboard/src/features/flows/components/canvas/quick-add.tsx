/** What shall come here? A palette at the pointer: type, choose, and the node stands connected. */
import { Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";

import { cx } from "@/lib/classes";
import { useListField } from "@/ui/use-list-field";

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
  const box = useRef<HTMLDivElement>(null);
  const { text, bind } = useListField();
  const fitting = grouped([...manifests.values()].filter((one) => one.key !== "start" && answersTo(one, text.trim()))).flatMap(([, all]) => all);
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
  const { selected, field, list, row } = bind({ rows: fitting.length, onChoose: (index) => choose(fitting[index]?.key) });
  const onKeyDown = (event: KeyboardEvent) => {
    field.onKeyDown(event);
    if (event.key !== "Escape") return;
    close();
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
          {...field}
          aria-label="Buscar um bloco"
          placeholder="Que bloco vem aqui?"
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the menu is this field
          autoFocus
          onKeyDown={onKeyDown}
          className="h-10 min-w-0 flex-1 bg-transparent text-list outline-none"
          data-testid="quick-add-search"
        />
      </div>
      <ul {...list} aria-label="Blocos" className="overflow-y-auto p-1">
        {fitting.map((manifest, index) => (
          <li
            key={manifest.key}
            {...row(index)}
            data-testid={`quick-add-${manifest.key}`}
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
