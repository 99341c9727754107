import type { MikroORM } from '@mikro-orm/postgresql';
import type { Client } from '@temporalio/client';
import { callSleepers, leaveAsleep, markWoken, moveSleepers, type Sleeper } from '../../db/queries/webhooks/waking.ts';
import { wakeWebhook } from '../../temporal/wake-webhook.ts';

/** So many are told at the same time. */
const AT_ONCE = 20;

/** It looks so often though nothing came: for what another process has left, and what is overdue. */
const LOOK_EVERY_MS = 30_000;

/** When Temporal or the database is away, they are told as soon as it is back, give or take this. */
const AGAIN_AFTER_MS = 5_000;

/**
 * Makes what wakes the workflows of webhooks for which there is something. That is found by a query and the marks of those
 * who sleep, so that nobody is forgotten, whoever dies meanwhile. Nothing is held while Temporal is asked.
 */
export function createWaker(deps: {
  orm: MikroORM;
  temporal: Client;
  /** Now, in epoch milliseconds. */
  clock: () => number;
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
      const sleepers = await callSleepers(em(), AT_ONCE, new Date(deps.clock()));
      const woken = await Promise.all(sleepers.map(wakeOne));
      if (woken.includes(false)) throw new Error('Temporal does not answer');
      if (sleepers.length < AT_ONCE) break;
    }
    await moveSleepers(em());
  }

  async function wakeOne(sleeper: Sleeper): Promise<boolean> {
    const isWoken = await wakeWebhook(deps.temporal, sleeper);
    await (isWoken ? markWoken(em(), sleeper) : leaveAsleep(em(), sleeper));
    return isWoken;
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

  const looking = setInterval(wake, LOOK_EVERY_MS).unref();

  return {
    wake,

    /** Ends it; who is being told is told first. */
    async stop(): Promise<void> {
      isStopped = true;
      clearTimeout(later);
      clearInterval(looking);
      await running;
    },
  };
}
