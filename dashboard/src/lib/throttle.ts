/** May it run now, or a little later, once for all? */

/** Runs at once and then at most every `every` milliseconds; calls in between are made up for by one at the end. */
export function throttle(every: number, run: () => void): () => void {
  let waiting = false;
  let last = -Infinity;
  return () => {
    if (waiting) return;
    const rest = Math.max(0, last + every - Date.now());
    waiting = true;
    setTimeout(() => {
      waiting = false;
      last = Date.now();
      run();
    }, rest);
  };
}
