const [SECOND_MS, MINUTE_MS, HOUR_MS] = [1_000, 60_000, 3_600_000];

/** How long after each failed attempt the next one is made; after the last of these nothing is tried again. */
export const RETRY_AFTER_MS = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  ...[2, 5, 10, 14, 20, 24].map((hours) => hours * HOUR_MS),
] as const;

/** When to try again what has failed so often, the last time at an instant (epoch milliseconds); null when that was the last. */
export function retryAt(failures: number, atMs: number): number | null {
  const pause = RETRY_AFTER_MS[failures - 1];
  return pause === undefined ? null : atMs + pause;
}
