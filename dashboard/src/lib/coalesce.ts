/** What arrived together within a short while? */

/** Collects values and hands them over once, `delay` milliseconds after the first. */
export function coalesce<T>(delay: number, deliver: (values: T[]) => void): (value: T) => void {
  let waiting: T[] = [];
  return (value) => {
    waiting.push(value);
    if (waiting.length > 1) return;
    setTimeout(() => {
      const values = waiting;
      waiting = [];
      deliver(values);
    }, delay);
  };
}
