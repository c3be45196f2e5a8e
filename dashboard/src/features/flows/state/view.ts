/** What does the builder show at the moment? */
import { createStore, type Store } from "@/lib/store";

import type { From } from "../model/edit";
import type { Point } from "../model/definition";

export type Panel = "node" | "simulator" | "tests" | "versions" | "settings";

/** The way a simulated conversation or a run of tests took: bright now, dim before. */
export interface Lit {
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
  here: string | null;
  /** The last one walked, where none waits. */
  last: string | null;
  /** Of tests: what is not lit was never reached. */
  coverage: boolean;
}

/** A place where a node shall be added: on the canvas, on the screen, and from which exit. */
export interface Adding {
  at: Point;
  screen: Point;
  from: From | null;
}

export interface View {
  selected: readonly string[];
  panel: Panel | null;
  lit: Lit | null;
  adding: Adding | null;
  numbers: boolean;
  problems: boolean;
  /** A node the canvas shall bring into sight. */
  wanted: { id: string; at: number } | null;
}

export type ViewStore = Store<View> & { show: (change: Partial<View>) => void };

export function createView(): ViewStore {
  const store = createStore<View>({ selected: [], panel: null, lit: null, adding: null, numbers: false, problems: false, wanted: null });
  return { ...store, show: (change) => store.set({ ...store.get(), ...change }) };
}

/** Selects a node and brings it into sight, with its form. */
export function visit(view: ViewStore, id: string): void {
  view.show({ selected: [id], panel: "node", wanted: { id, at: Date.now() } });
}
