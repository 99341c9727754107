/** How far clocks may differ without a word, in milliseconds; the cloud allows as much in a check-in. */
export const TOLERANCE_MS = 10 * 60_000;

/**
 * Time as the AppSuite counts it: the machine's clock with a correction, and never before the newest time it has seen.
 * Both in milliseconds; `newestMs` is "now" as of the last look.
 */
export type Clock = { correctionMs: number; newestMs: number };

/** Looks at the machine's clock. One that was set back gets a correction, so that time runs on from the newest seen. */
export function lookAt(clock: Clock | null, machineMs: number): Clock {
  if (!clock) return { correctionMs: 0, newestMs: machineMs };
  const { correctionMs, newestMs } = clock;
  if (machineMs + correctionMs < newestMs - TOLERANCE_MS) return { correctionMs: newestMs - machineMs, newestMs };
  return { correctionMs, newestMs: Math.max(machineMs + correctionMs, newestMs) };
}

/** Sets time by the cloud's own signed word, in whichever direction; small differences need no correction. */
export function setBy(trustedMs: number, machineMs: number): Clock {
  const difference = trustedMs - machineMs;
  const correctionMs = Math.abs(difference) > TOLERANCE_MS ? difference : 0;
  return { correctionMs, newestMs: Math.max(trustedMs, machineMs + correctionMs) };
}

/** Takes note of a time that nobody signed for: it sets time forward at most. */
export function heard(clock: Clock, serverMs: number): Clock {
  return serverMs > clock.newestMs + TOLERANCE_MS ? { ...clock, newestMs: serverMs } : clock;
}

/** Whether time and the machine's clock have parted. */
export function isCorrected({ newestMs }: Clock, machineMs: number): boolean {
  return Math.abs(newestMs - machineMs) > TOLERANCE_MS;
}
