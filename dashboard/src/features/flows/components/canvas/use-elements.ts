/** Which nodes and edges does the canvas draw, and how do its gestures come back to the flow? */
import { applyEdgeChanges, applyNodeChanges, type EdgeChange, type NodeChange, type OnSelectionChangeParams } from "@xyflow/react";
import { type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";

import { type Definition, placeOf, type Point } from "../../model/definition";
import { moveNodes } from "../../model/edit";
import { edgesOf } from "../../model/exits";
import { useBuilder, useFlow, useView } from "../../state/context";
import type { CardNode } from "./node-card";
import type { WayEdge } from "./way-edge";

export interface Selection {
  nodes: string[];
  edges: string[];
}

export function useElements() {
  const { draft, view } = useBuilder();
  const flow = useFlow();
  const [nodes, setNodes] = useState<CardNode[]>(() => drawNodes(flow, []));
  const [chosenEdges, setChosenEdges] = useState<ReadonlySet<string>>(new Set());
  const selection = useRef<Selection>({ nodes: [], edges: [] });
  const wanted = useView((shown) => shown.selected);

  // What stands in the flow is drawn; a node that did not change is the same object, and is not drawn again.
  useEffect(() => setNodes((before) => drawNodes(flow, before)), [flow]);
  useEffect(() => {
    setNodes((before) => selectOnly(before, new Set(wanted)));
  }, [wanted]);

  const edges = useEdges(flow, chosenEdges);

  const onNodesChange = useCallback(
    (changes: NodeChange<CardNode>[]) => {
      setNodes((before) => applyNodeChanges(changes.filter((change) => change.type !== "remove"), before));
      const places = new Map<string, Point>();
      for (const change of changes) {
        if (change.type === "position" && change.position && !change.dragging) places.set(change.id, change.position);
      }
      if (places.size > 0) draft.edit((now) => moveNodes(now, places), "move");
    },
    [draft],
  );
  const onEdgesChange = useCallback((changes: EdgeChange<WayEdge>[]) => {
    const chosen = changes.filter((change) => change.type === "select");
    if (chosen.length === 0) return;
    setChosenEdges((before) => {
      const marked = applyEdgeChanges(chosen, [...new Set([...before, ...chosen.map((change) => change.id)])].map((id) => ({ id, source: "", target: "", selected: before.has(id) })));
      return new Set(marked.filter((edge) => edge.selected).map((edge) => edge.id));
    });
  }, []);
  const onSelectionChange = useCallback(
    ({ nodes: chosen, edges: lines }: OnSelectionChangeParams) => {
      const ids = chosen.map((node) => node.id);
      selection.current = { nodes: ids, edges: lines.map((edge) => edge.id) };
      if (ids.join() !== view.get().selected.join()) view.show({ selected: ids });
    },
    [view],
  );
  const onNodeClick = useCallback((event: MouseEvent) => {
    if (!event.shiftKey && !event.ctrlKey && !event.metaKey) view.show({ panel: "node" });
  }, [view]);
  const onPaneClick = useCallback(() => view.show({ selected: [], adding: null, ...(view.get().panel === "node" ? { panel: null } : {}) }), [view]);

  return { nodes, edges, selection, onNodesChange, onEdgesChange, onSelectionChange, onNodeClick, onPaneClick };
}

function drawNodes(flow: Definition, before: CardNode[]): CardNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  return Object.entries(flow.nodes).map(([id, node]): CardNode => {
    const old = known.get(id);
    const position = placeOf(node) ?? { x: 0, y: 0 };
    const entry = id === flow.entry;
    if (old && old.data.node === node && old.data.entry === entry) return old;
    const moved = !old || old.position.x !== position.x || old.position.y !== position.y;
    const data = { node, entry };
    return old ? { ...old, data, ...(moved ? { position } : {}) } : { id, type: "card", position, data };
  });
}

function selectOnly(nodes: CardNode[], wanted: ReadonlySet<string>): CardNode[] {
  if (nodes.every((node) => (node.selected ?? false) === wanted.has(node.id))) return nodes;
  return nodes.map((node) => ((node.selected ?? false) === wanted.has(node.id) ? node : { ...node, selected: wanted.has(node.id) }));
}

function useEdges(flow: Definition, chosen: ReadonlySet<string>): WayEdge[] {
  const cache = useRef(new Map<string, WayEdge>());
  return useMemo(() => {
    const next = new Map<string, WayEdge>();
    for (const { id, source, exit, target } of edgesOf(flow.nodes)) {
      const old = cache.current.get(id);
      const selected = chosen.has(id);
      const kept = old && old.target === target && old.selected === selected;
      next.set(id, kept ? old : { id, type: "way", source, sourceHandle: exit, target, selected, data: { exit } });
    }
    cache.current = next;
    return [...next.values()];
  }, [flow.nodes, chosen]);
}
