import { setTimeout as pause } from 'node:timers/promises';
import { claimOwed, settleOwed, type OwedCorrection } from '../../db/queries/accounts/owed-corrections.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problems/problems.ts';
import type { AddressCorrectionService } from './address-correction.ts';

/** It looks so often: for what another process has left, and for e-mails that were on their way to a wrong address. */
const LOOK_EVERY_MS = 5_000;

/** So many are taken at a time. */
const AT_ONCE = 8;

/**
 * Makes what does the rest of corrections of addresses, in every process that makes some: whoever claims one tries it, and
 * each again until nothing of it is left.
 */
export function createCorrecting(
  { orm, logger }: Pick<Deps, 'orm' | 'logger'>,
  corrections: Pick<AddressCorrectionService, 'finish'>,
) {
  const stopping = new AbortController();
  let running: Promise<void> | null = null;
  let isFailing = false;

  async function finish(owed: OwedCorrection): Promise<void> {
    try {
      await corrections.finish(owed);
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === 'NOT_FOUND')) throw error;
      await settleOwed(orm.em.fork(), owed);
    }
  }

  /** Tries each that nobody is at, once. */
  async function tryAll(): Promise<void> {
    const owed = await claimOwed(orm.em.fork(), AT_ONCE);
    const outcomes = await Promise.allSettled(owed.map(finish));
    const failed = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult | undefined;
    if (failed) throw failed.reason;
  }

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await tryAll();
        isFailing = false;
      } catch (error) {
        if (!isFailing) logger.warn({ err: error }, 'what corrections of addresses owe is not done at this moment');
        isFailing = true;
      }
      await pause(LOOK_EVERY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  return {
    tryAll,

    start(): void {
      running ??= loop();
    },

    /** Ends it; what is being tried is tried first. */
    async stop(): Promise<void> {
      stopping.abort();
      await running;
    },
  };
}
