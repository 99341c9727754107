/** Of the time that passes, reading takes at most this part. */
const AT_MOST = 1 / 50;

/** Whoever asks waits so long for what is being read; then it is told what was read last. */
const WAIT_MS = 2_000;

/** What was read, and when, in epoch milliseconds. */
export type Read<Value> = { value: Value; readAtMs: number };

/**
 * Keeps what is read, so that asking often costs nothing: it is read again when somebody asks and it is older than so long, or
 * than fifty times what reading it took. Where it cannot be read, what was read last stays. Null before the first time.
 */
export function createKept<Value>(options: {
  read: () => Promise<Value>;
  forMs: number;
  /** Now, in epoch milliseconds. */
  clock: () => number;
  /** Told each time that it cannot be read. */
  warn: (error: unknown) => void;
}): () => Promise<Read<Value> | null> {
  const { read, forMs, clock, warn } = options;
  let last: Read<Value> | null = null;
  let freshUntilMs = -Infinity;
  let reading: Promise<void> | null = null;

  async function readNow(): Promise<void> {
    const beganMs = clock();
    try {
      last = { value: await read(), readAtMs: beganMs };
    } catch (error) {
      warn(error);
    }
    const endedMs = clock();
    freshUntilMs = endedMs + Math.max(forMs, (endedMs - beganMs) / AT_MOST);
  }

  return async () => {
    if (clock() < freshUntilMs) return last;
    reading ??= readNow().finally(() => (reading = null));
    const late = Promise.withResolvers<void>();
    const timer = setTimeout(late.resolve, WAIT_MS);
    await Promise.race([reading, late.promise]);
    clearTimeout(timer);
    return last;
  };
}
