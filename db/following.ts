import type { MikroORM } from '@mikro-orm/postgresql';
import { setTimeout as pause } from 'node:timers/promises';
import { feedState, numberDue } from './queries/feed/number.ts';

/** How often it looks whether anything was written. */
const EVERY_MS = 250;

/** As much as is numbered at once; where there is more, it goes on without a pause. */
const AT_ONCE = 1_000;

export type Following = ReturnType<typeof createFollowing>;

type Listener = (position: number) => void;

/**
 * Follows the feed, one loop a process: numbers what is due, by whichever process comes to it first, and tells listeners
 * how far the feed has come. While the database is away it says so once, and goes on when it is back.
 */
export function createFollowing(deps: {
  orm: MikroORM;
  /** Now, in epoch milliseconds. */
  clock: () => number;
  /** Told once for each time that it begins to fail. */
  warn: (error: unknown) => void;
}) {
  const listeners = new Set<Listener>();
  const stopping = new AbortController();
  let known = 0;
  let isFailing = false;
  let running: Promise<void> | null = null;

  /** Numbers all that is due now, and tells of it. */
  async function follow(): Promise<void> {
    const em = () => deps.orm.em.fork();
    let { position, isDue } = await feedState(em());
    tell(position);
    while (isDue && !stopping.signal.aborted) {
      const numbered = await numberDue(em(), AT_ONCE, deps.clock());
      // Another process is at it: how far it came is seen the next time.
      if (numbered === null) return;
      ({ position, isDue } = await feedState(em()));
      tell(position);
    }
  }

  function tell(position: number): void {
    if (position <= known) return;
    known = position;
    for (const listener of listeners) listener(position);
  }

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await follow();
        isFailing = false;
      } catch (error) {
        if (!isFailing) deps.warn(error);
        isFailing = true;
      }
      await pause(EVERY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  return {
    follow,

    /** How far the feed had come when it was last looked at; 0 before that. */
    position: () => known,

    /** Calls back with the position whenever the feed has come further; the answer ends that. */
    onAdvance(listener: Listener): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    start(): void {
      running ??= loop();
    },

    /** Aborted as soon as it stops: whoever waits for an advance waits no more. */
    stopped: stopping.signal,

    /** Ends it; what is being numbered is finished first. */
    async stop(): Promise<void> {
      stopping.abort();
      await running;
    },
  };
}
