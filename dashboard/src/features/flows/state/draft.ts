/** What is being drawn, what of it is saved, and what stands in the way? The one store of a flow's draft. */
import { createStore, type Store } from "@/lib/store";

import { type Definition, same } from "../model/definition";
import { type History, redo, replacePresent, startHistory, step, undo } from "../model/history";

export interface Conflict {
  revision: number;
  changedBy: string;
  changedAt: string;
}

export interface Draft {
  history: History<Definition>;
  /** What the server holds, as far as we know. */
  saved: Definition;
  revision: number;
  saving: "idle" | "saving" | "failed";
  conflict: Conflict | null;
}

export interface DraftStore extends Store<Draft> {
  /** Takes a step; steps with the same mark in quick succession are one. */
  edit: (change: (flow: Definition) => Definition, mark?: string | null) => void;
  undo: () => void;
  redo: () => void;
  /** What the server holds becomes what is drawn. */
  load: (definition: Definition, revision: number) => void;
}

export function createDraft(definition: Definition, revision: number): DraftStore {
  const store = createStore<Draft>({ history: startHistory(definition), saved: definition, revision, saving: "idle", conflict: null });
  const change = (next: History<Definition>) => {
    const draft = store.get();
    if (next !== draft.history) store.set({ ...draft, history: next });
  };
  return {
    ...store,
    edit: (how, mark = null) => change(step(store.get().history, how(store.get().history.present), mark, Date.now())),
    undo: () => change(undo(store.get().history)),
    redo: () => change(redo(store.get().history)),
    load: (loaded, at) => store.set({ history: replacePresent(store.get().history, loaded), saved: loaded, revision: at, saving: "idle", conflict: null }),
  };
}

export const flowOf = (draft: Draft): Definition => draft.history.present;

/** Is there anything that only this window holds? */
export const isDirty = (draft: Draft): boolean => !Object.is(flowOf(draft), draft.saved) && !same(flowOf(draft), draft.saved);
