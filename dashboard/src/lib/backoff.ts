/** How long to wait before the next attempt? */

/** Milliseconds before attempt `n` (from 0): doubling from half a second to 30 s, with jitter so that browsers part. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(30_000, 500 * 2 ** Math.min(attempt, 10));
  return ceiling / 2 + (random() * ceiling) / 2;
}
