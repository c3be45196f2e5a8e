/** When is the draft saved? Shortly after each change, one save at a time, again when one fails, not while two disagree. */
import { ApiProblem } from "@/api/problem";

import type { Definition } from "../model/definition";
import { type Conflict, type DraftStore, flowOf, isDirty } from "./draft";

const SETTLED_MS = 800;
const AGAIN_MS = [2_000, 5_000, 15_000, 30_000];

export type Save = (revision: number, definition: Definition) => Promise<{ revision: number }>;

export interface Saver {
  /** Saves now what is not saved yet; true once nothing is left to save. */
  flush: () => Promise<boolean>;
  end: () => void;
}

export function startSaver(draft: DraftStore, save: Save, onSaved: () => void): Saver {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let failures = 0;
  let last = flowOf(draft.get());

  const after = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), ms);
  };
  const run = (): Promise<void> => (running ??= once().finally(() => (running = null)));
  const once = async () => {
    clearTimeout(timer);
    const now = draft.get();
    if (now.conflict || !isDirty(now)) return;
    const sent = flowOf(now);
    draft.set({ ...now, saving: "saving" });
    try {
      const { revision } = await save(now.revision, sent);
      failures = 0;
      draft.set({ ...draft.get(), saved: sent, revision, saving: "idle" });
      onSaved();
      if (isDirty(draft.get())) after(SETTLED_MS);
    } catch (error) {
      const conflict = conflictOf(error);
      draft.set({ ...draft.get(), saving: conflict ? "idle" : "failed", conflict });
      if (!conflict) after(AGAIN_MS[Math.min(failures++, AGAIN_MS.length - 1)] ?? SETTLED_MS);
    }
  };
  const stop = draft.subscribe(() => {
    const flow = flowOf(draft.get());
    if (flow === last) return;
    last = flow;
    if (draft.get().saving !== "failed") after(SETTLED_MS);
  });
  // What a closed window left behind is not saved yet.
  if (isDirty(draft.get())) after(SETTLED_MS);
  return {
    flush: async () => {
      await running;
      await run();
      return !isDirty(draft.get());
    },
    end: () => {
      clearTimeout(timer);
      stop();
    },
  };
}

/** Two people drew at once: who, when, and what the server holds now. */
function conflictOf(error: unknown): Conflict | null {
  if (!(error instanceof ApiProblem) || error.status !== 409 || error.code !== "draft_changed") return null;
  const { revision, changed_by_name: by, changed_at: at } = error.data;
  return { revision: Number(revision), changedBy: typeof by === "string" ? by : "", changedAt: typeof at === "string" ? at : "" };
}
