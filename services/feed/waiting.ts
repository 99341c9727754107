import type { MikroORM } from '@mikro-orm/postgresql';
import type { Following } from '../../db/following.ts';
import { readersBetween } from '../../db/queries/feed/read.ts';
import { VENDOR } from '../../domain/people/permissions.ts';

/** So many requests of an account wait at the same time, in one process; the vendor's are not counted. Others are answered at once. */
const MOST_WAITING = 20;

type Waiter = { account: string; position: number; wake: () => void };

/**
 * Lets requests wait for what comes to their account. They hold no connection to the database meanwhile: when the feed has
 * come further, one statement finds out whose it is.
 */
export function createWaiting({ orm, following }: { orm: MikroORM; following: Following }) {
  const waiters = new Set<Waiter>();

  following.onAdvance((position) => void wakeReaders(position));

  async function wakeReaders(position: number): Promise<void> {
    const concerned = [...waiters].filter((waiter) => waiter.position < position);
    if (concerned.length === 0) return;
    const from = Math.min(...concerned.map((waiter) => waiter.position));
    const accounts = new Set(concerned.map(({ account }) => account).filter((account) => account !== VENDOR));
    // Where it cannot be told, all of them look for themselves.
    const readers = await readersBetween(orm.em.fork(), [...accounts], from, position).catch(() => [...accounts]);
    for (const waiter of concerned)
      if (waiter.account === VENDOR || readers.includes(waiter.account)) waiter.wake();
      else waiter.position = position;
  }

  /** How many wait. */
  const count = () => waiters.size;

  const waitingFor = (account: string) => [...waiters].filter((waiter) => waiter.account === account).length;

  /** Resolves when something behind a position is there for an account; with false when it is not until an instant of the process's clock, nobody waits any more, or too many do. */
  function untilNews(account: string, position: number, untilMs: number, gone: AbortSignal): Promise<boolean> {
    const signal = AbortSignal.any([gone, following.stopped]);
    if (signal.aborted || Date.now() >= untilMs) return Promise.resolve(false);
    if (following.position() > position) return Promise.resolve(true);
    if (account !== VENDOR && waitingFor(account) >= MOST_WAITING) return Promise.resolve(false);
    return new Promise((resolve) => {
      const waiter: Waiter = { account, position, wake: () => end(true) };
      const timer = setTimeout(() => end(false), untilMs - Date.now());
      const stop = () => end(false);
      signal.addEventListener('abort', stop, { once: true });
      waiters.add(waiter);

      function end(isNews: boolean): void {
        waiters.delete(waiter);
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
        resolve(isNews);
      }
    });
  }

  return { untilNews, count };
}
