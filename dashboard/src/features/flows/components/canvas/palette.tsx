/** Which kinds of nodes are there? Dragged to the canvas, or clicked to follow the selected node. */
import { useReactFlow } from "@xyflow/react";
import { Search } from "lucide-react";
import { useState } from "react";

import { lookup } from "@/lib/lookup";

import { placeOf, type Point } from "../../model/definition";
import { waysOf } from "../../model/exits";
import type { Manifest } from "../../model/manifest";
import { useBuilder } from "../../state/context";
import { flowOf } from "../../state/draft";
import { answersTo, grouped, KindIcon } from "./kinds";
import { DRAG_TYPE, useAddNode } from "./use-adding";

const GROUPS: Record<string, string> = { conversa: "Conversa", lógica: "Lógica", fluxo: "Fluxo", atendimento: "Atendimento", integração: "Integração", contato: "Contato", tempo: "Tempo" };

export function Palette() {
  const { manifests } = useBuilder();
  const [text, setText] = useState("");
  const add = useAddBeside();
  const fitting = [...manifests.values()].filter((one) => one.key !== "start" && answersTo(one, text.trim()));
  return (
    <aside aria-label="Blocos" className="hidden w-48 shrink-0 flex-col border-r border-line bg-surface lg:flex" data-testid="flow-palette">
      <label className="m-2 flex items-center gap-2 rounded-lg border border-line bg-sunken px-2.5 focus-within:border-accent">
        <Search className="size-3.5 text-ink-3" aria-hidden />
        <span className="sr-only">Buscar um bloco</span>
        <input type="search" value={text} onChange={(event) => setText(event.target.value)} placeholder="Buscar bloco" className="h-8 min-w-0 flex-1 bg-transparent text-list outline-none" />
      </label>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-3">
        {grouped(fitting).map(([group, kinds]) => (
          <section key={group} aria-label={lookup(GROUPS, group) ?? group}>
            <h2 className="px-1 pt-2 pb-1 text-xs font-medium text-ink-3">{lookup(GROUPS, group) ?? group}</h2>
            {kinds.map((manifest) => (
              <PaletteItem key={manifest.key} manifest={manifest} onAdd={() => add(manifest.key)} />
            ))}
          </section>
        ))}
        {fitting.length === 0 && <p className="px-1 py-4 text-sm text-ink-3">Nenhum bloco com esse nome.</p>}
      </div>
    </aside>
  );
}

function PaletteItem({ manifest, onAdd }: { manifest: Manifest; onAdd: () => void }) {
  return (
    <button
      type="button"
      draggable
      title={manifest.description}
      data-testid={`palette-${manifest.key}`}
      onClick={onAdd}
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAG_TYPE, manifest.key);
        event.dataTransfer.effectAllowed = "copy";
      }}
      className="flex w-full cursor-grab items-center gap-2 rounded-lg px-1 py-1 text-left text-list text-ink transition-colors hover:bg-hover active:cursor-grabbing"
    >
      <KindIcon manifest={manifest} size="sm" />
      <span className="min-w-0 truncate">{manifest.label}</span>
    </button>
  );
}

/** Adds a node right of the selected one, led to by its first open exit; without one, in the middle of the canvas. */
function useAddBeside(): (key: string) => void {
  const { draft, view, manifests, exits } = useBuilder();
  const { screenToFlowPosition, getNode } = useReactFlow();
  const add = useAddNode();
  return (key) => {
    const flow = flowOf(draft.get());
    const [id, ...others] = view.get().selected;
    const node = id !== undefined && others.length === 0 ? flow.nodes[id] : undefined;
    if (id === undefined || !node) {
      add(key, screenToFlowPosition(middleOfCanvas()), null);
      return;
    }
    const known = node.options && exits.get().known.get(node.options);
    const open = waysOf(node, manifests.get(node.type), known).find((way) => !node.exits?.[way.key] && way.kind !== "unknown");
    const place = placeOf(node) ?? { x: 0, y: 0 };
    const width = getNode(id)?.measured?.width ?? 264;
    add(key, freeBeside(flow.nodes, { x: place.x + width + 88, y: place.y }), open ? { node: id, exit: open.key } : null);
    const added = view.get().selected[0];
    if (added !== undefined) view.show({ wanted: { id: added, at: Date.now() } });
  };
}

function middleOfCanvas(): Point {
  const box = document.querySelector(".react-flow")?.getBoundingClientRect() ?? new DOMRect();
  return { x: box.left + box.width / 2 - 130, y: box.top + box.height / 3 };
}

function freeBeside(nodes: ReturnType<typeof flowOf>["nodes"], at: { x: number; y: number }): { x: number; y: number } {
  const places = Object.values(nodes).flatMap((node) => placeOf(node) ?? []);
  let y = at.y;
  while (places.some((place) => Math.abs(place.x - at.x) < 240 && Math.abs(place.y - y) < 160)) y += 176;
  return { x: at.x, y };
}
