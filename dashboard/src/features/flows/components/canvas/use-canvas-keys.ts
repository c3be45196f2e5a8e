/** What do the keys and the clipboard do on the canvas? */
import { useReactFlow } from "@xyflow/react";
import { type RefObject, useEffect } from "react";

import { notify } from "@/ui/toast";

import type { FlowNode } from "../../model/definition";
import { copyNodes, paste, readClip, writeClip } from "../../model/clipboard";
import { disconnect, removeNodes } from "../../model/edit";
import { edgesOf } from "../../model/exits";
import { flowOf } from "../../state/draft";
import { type Builder, useBuilder } from "../../state/context";
import { useTidy } from "./canvas-controls";
import type { Selection } from "./use-elements";

export function useCanvasKeys(selection: RefObject<Selection>): void {
  const builder = useBuilder();
  const { fitView, screenToFlowPosition } = useReactFlow();
  const tidy = useTidy();
  useEffect(() => {
    const middle = () => {
      const box = document.querySelector(".react-flow")?.getBoundingClientRect();
      return { x: (box?.left ?? 0) + (box?.width ?? 0) / 2, y: (box?.top ?? 0) + (box?.height ?? 0) / 3 };
    };
    const actions: Record<string, (() => void) | undefined> = {
      "mod+z": builder.draft.undo,
      "mod+shift+z": builder.draft.redo,
      "mod+y": builder.draft.redo,
      "mod+shift+l": tidy,
      "mod+a": () => builder.view.show({ selected: Object.keys(flowOf(builder.draft.get()).nodes) }),
      Delete: () => remove(builder, selection.current),
      Backspace: () => remove(builder, selection.current),
      "1": () => void fitView({ padding: 0.12, maxZoom: 1, duration: 150 }),
      a: () => builder.view.show({ adding: { at: screenToFlowPosition(middle()), screen: middle(), from: null } }),
      Escape: () => builder.view.show({ adding: null, selected: [], lit: null, ...(builder.view.get().panel === "node" ? { panel: null } : {}) }),
    };
    const reading = new Set(["mod+a", "1", "Escape"]);
    const onKey = (event: KeyboardEvent) => {
      const key = keyOf(event);
      const action = actions[key];
      const anywhere = key === "mod+z" || key === "mod+shift+z" || key === "mod+y";
      if (!action || event.defaultPrevented || (!builder.mayWrite && !reading.has(key))) return;
      if (inOverlay(event.target) || (!anywhere && isTyping(event.target))) return;
      if (anywhere && isTyping(event.target) && !inForm(event.target)) return;
      event.preventDefault();
      action();
    };
    // React Flow selects the node that has the focus; the form follows.
    const onEnter = (event: KeyboardEvent) => {
      if (event.key === "Enter" && event.target instanceof HTMLElement && event.target.classList.contains("react-flow__node")) builder.view.show({ panel: "node" });
    };
    const onCopy = (event: ClipboardEvent) => {
      const chosen = selection.current.nodes;
      if (isTyping(event.target) || hasText() || chosen.length === 0) return;
      const clip = copyNodes(flowOf(builder.draft.get()), chosen);
      if (!clip) return;
      event.clipboardData?.setData("text/plain", writeClip(clip));
      event.preventDefault();
      const count = Object.keys(clip.nodes).length;
      if (event.type === "cut" && builder.mayWrite) remove(builder, selection.current);
      else notify("info", count === 1 ? "Bloco copiado. Cole aqui ou em outro fluxo." : `${count} blocos copiados. Cole aqui ou em outro fluxo.`);
    };
    const onPaste = (event: ClipboardEvent) => {
      const clip = isTyping(event.target) || !builder.mayWrite ? null : readClip(event.clipboardData?.getData("text/plain") ?? "");
      if (!clip) return;
      event.preventDefault();
      let ids: string[] = [];
      builder.draft.edit((flow) => {
        const pasted = paste(flow, clip, freeCorner(flow.nodes, screenToFlowPosition(middle())));
        ids = pasted.ids;
        return pasted.flow;
      });
      builder.view.show({ selected: ids });
    };
    window.addEventListener("keydown", onKey);
    window.addEventListener("keydown", onEnter);
    document.addEventListener("copy", onCopy);
    document.addEventListener("cut", onCopy);
    document.addEventListener("paste", onPaste);
    return () => {
      window.removeEventListener("keydown", onKey);
      window.removeEventListener("keydown", onEnter);
      document.removeEventListener("copy", onCopy);
      document.removeEventListener("cut", onCopy);
      document.removeEventListener("paste", onPaste);
    };
  }, [builder, selection, fitView, screenToFlowPosition, tidy]);
}

export function remove({ draft, view }: Pick<Builder, "draft" | "view">, { nodes, edges }: Selection): void {
  const flow = flowOf(draft.get());
  if (nodes.includes(flow.entry)) notify("info", "O bloco de início fica: é por ele que a conversa começa.");
  const lines = new Set(edges);
  const ways = edgesOf(flow.nodes).filter((edge) => lines.has(edge.id)).map((edge) => ({ node: edge.source, exit: edge.exit }));
  draft.edit((now) => removeNodes(disconnect(now, ways), nodes));
  view.show({ selected: [], ...(view.get().panel === "node" ? { panel: null } : {}) });
}

/** Beside what already stands there, so that a second paste does not cover the first. */
function freeCorner(nodes: Record<string, FlowNode>, at: { x: number; y: number }): { x: number; y: number } {
  const stands = (x: number, y: number) => Object.values(nodes).some((node) => Math.abs((node.layout?.x ?? NaN) - x) < 20 && Math.abs((node.layout?.y ?? NaN) - y) < 20);
  let [x, y] = [Math.round(at.x), Math.round(at.y)];
  while (stands(x, y)) [x, y] = [x + 32, y + 32];
  return { x, y };
}

function keyOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const commanded = event.metaKey || event.ctrlKey;
  return `${commanded ? "mod+" : ""}${commanded && event.shiftKey ? "shift+" : ""}${key}`;
}

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
const inForm = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest("[data-flow-form]") !== null;
const inOverlay = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest("dialog,[role=menu],[role=listbox]") !== null;
const hasText = (): boolean => (document.getSelection()?.toString() ?? "") !== "";
