import { setTimeout as delay } from 'node:timers/promises';
import { waitForNews, type CanWait } from '../../agent/cloud/wait.ts';
import { readState } from '../../agent/folder/store.ts';
import type { createAppSuite } from './appsuite.ts';

/** A wait that ends by itself does so within its seconds; the AppSuite gives up ten later, and a busy machine is late. */
const SECONDS = 10;
const LONGEST_MS = 30_000;
/** After a wait that was cut off, shorter than an AppSuite pauses: here there are few of them. */
const PAUSE_MS = 300;

/**
 * An AppSuite that waits for news again and again, and checks in when there are any: it learns of changes by waiting alone.
 * `stop` answers what was not as it should be, a sentence each: a wait that hung, or was refused.
 */
export function startWaiting(dir: string, suite: ReturnType<typeof createAppSuite>) {
  const over = new AbortController();
  const found: string[] = [];
  const waitOnce = async () => {
    const beganAt = Date.now();
    const state = (await readState(dir)) as CanWait;
    const { kind } = await waitForNews(state, { seconds: SECONDS, signal: over.signal, clock: Date.now });
    const tookMs = Date.now() - beganAt;
    if (tookMs > LONGEST_MS) found.push(`a wait of ${dir} for ${SECONDS} s took ${Math.round(tookMs / 1000)} s`);
    if (kind === 'never') found.push(`a wait of ${dir} was refused`);
    if (kind === 'news') await suite.checkIn();
    else if (kind !== 'none') await delay(PAUSE_MS);
  };
  const waiting = (async () => {
    while (!over.signal.aborted) await waitOnce();
  })().catch((error: unknown) => void found.push(`${dir} waits no more: ${(error as Error).message}`));
  return {
    async stop(): Promise<string[]> {
      over.abort();
      await waiting;
      return found;
    },
  };
}
