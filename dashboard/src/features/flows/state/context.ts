/** Which flow do the parts of the builder work on? */
import { createContext, useContext, useSyncExternalStore } from "react";

import type { FlowAnalytics, FlowProblem, NodeTypes } from "@/api/flows";
import type { Store } from "@/lib/store";

import type { Definition, FlowNode } from "../model/definition";
import { type KnownExits, type Way, waysOf } from "../model/exits";
import type { Manifests } from "../model/manifest";
import type { Simulation } from "../model/simulation";
import { type Draft, type DraftStore, flowOf } from "./draft";
import type { Saver } from "./saver";
import type { View, ViewStore } from "./view";

export interface Builder {
  flowId: string;
  draft: DraftStore;
  view: ViewStore;
  saver: Saver;
  manifests: Manifests;
  words: Pick<NodeTypes, "variables" | "filters">;
  problems: Store<FlowProblem[]>;
  exits: Store<{ known: KnownExits }>;
  analytics: Store<FlowAnalytics | null>;
  simulation: Store<Simulation>;
  mayWrite: boolean;
  /** The other flows, for sub-flows. */
  flows: readonly { id: string; name: string; bot_id: string | null }[];
  flowName: (id: string) => string;
}

export const BuilderContext = createContext<Builder | null>(null);

export function useBuilder(): Builder {
  const builder = useContext(BuilderContext);
  if (!builder) throw new Error("outside of a builder");
  return builder;
}

/** A part of a store's value; the component is drawn again only when this part changes. */
export function useSelected<T, S>(store: Store<T>, select: (value: T) => S): S {
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

export const useDraft = <S>(select: (draft: Draft) => S): S => useSelected(useBuilder().draft, select);
export const useView = <S>(select: (view: View) => S): S => useSelected(useBuilder().view, select);
export const useFlow = (): Definition => useDraft(flowOf);
export const useNode = (id: string): FlowNode | undefined => useDraft((draft) => flowOf(draft).nodes[id]);

/** The ways out of a node, as the engine last told them. */
export function useWays(node: FlowNode): Way[] {
  const { exits, manifests } = useBuilder();
  const known = useSelected(exits, (all) => (node.options ? all.known.get(node.options) : undefined));
  return waysOf(node, manifests.get(node.type), known);
}
