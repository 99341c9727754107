import type { MikroORM } from '@mikro-orm/postgresql';
import type { Client } from '@temporalio/client';
import { moveSleepers, wakeSleepers } from '../../db/queries/webhooks/waking.ts';
import { wakeWebhook } from '../../temporal/wake-webhook.ts';

/** So many are held at once while they are told. */
const AT_ONCE = 100;

/** When Temporal or the database is away, they are told as soon as it is back, give or take this. */
const AGAIN_AFTER_MS = 5_000;

/**
 * Makes what wakes the workflows of webhooks for which there is something. That is found by a query and the marks of those
 * who sleep, so that nobody is forgotten, whoever dies meanwhile.
 */
export function createWaker(deps: {
  orm: MikroORM;
  temporal: Client;
  /** Told once for each time that it begins to fail. */
  warn: (error: unknown) => void;
}) {
  const em = () => deps.orm.em.fork();
  let running: Promise<void> | null = null;
  let isWanted = false;
  let isFailing = false;
  let isStopped = false;
  let later: NodeJS.Timeout | undefined;

  async function wakeAll(): Promise<void> {
    for (;;) {
      const { found, woken } = await wakeSleepers(em(), AT_ONCE, (sleeper) => wakeWebhook(deps.temporal, sleeper));
      if (woken < found) throw new Error('Temporal does not answer');
      if (found < AT_ONCE) break;
    }
    await moveSleepers(em());
  }

  async function run(): Promise<void> {
    while (isWanted && !isStopped) {
      isWanted = false;
      try {
        await wakeAll();
        isFailing = false;
      } catch (error) {
        if (!isFailing) deps.warn(error);
        isFailing = true;
        later ??= setTimeout(() => {
          later = undefined;
          wake();
        }, AGAIN_AFTER_MS).unref();
      }
    }
  }

  /** Looks, once more after a look that is under way. */
  function wake(): void {
    isWanted = true;
    running ??= run().finally(() => {
      running = null;
      if (isWanted && !isStopped) wake();
    });
  }

  return {
    wake,

    /** Ends it; who is being told is told first. */
    async stop(): Promise<void> {
      isStopped = true;
      clearTimeout(later);
      await running;
    },
  };
}
