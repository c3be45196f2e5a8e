/** What can be undone, and what done again? */

export interface History<T> {
  past: T[];
  present: T;
  future: T[];
  /** What the last step was about; a step about the same continues it. */
  mark: string | null;
  at: number;
}

const MOST = 200;
/** A pause in typing after which the next letter is a step of its own. */
const TOGETHER_MS = 1_500;

export const startHistory = <T>(present: T): History<T> => ({ past: [], present, future: [], mark: null, at: 0 });

/** Takes a step. Steps with the same `mark` in quick succession are undone together; without one each stands alone. */
export function step<T>(history: History<T>, next: T, mark: string | null, now: number): History<T> {
  if (Object.is(next, history.present)) return history;
  const continues = mark !== null && mark === history.mark && now - history.at < TOGETHER_MS && history.future.length === 0;
  const past = continues ? history.past : [...history.past, history.present].slice(-MOST);
  return { past, present: next, future: [], mark, at: now };
}

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future], mark: null, at: 0 };
}

export function redo<T>(history: History<T>): History<T> {
  const [after, ...rest] = history.future;
  if (after === undefined) return history;
  return { past: [...history.past, history.present], present: after, future: rest, mark: null, at: 0 };
}

/** Another present without a step: what came from elsewhere cannot be undone here. */
export const replacePresent = <T>(history: History<T>, present: T): History<T> => ({ ...history, past: [], present, future: [], mark: null, at: 0 });
