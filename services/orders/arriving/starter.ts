import { setTimeout as pause } from 'node:timers/promises';
import {
  claimUnstarted,
  giveBackUnstarted,
  noteStarted,
  STARTED_AS_ANOTHER,
  type UnstartedOrder,
} from '../../../db/queries/orders/unstarted.ts';
import { reasonOf } from '../../../temporal/calls.ts';
import type { Deps } from '../../deps.ts';
import { createStarting } from './starting.ts';

/** So many are started at the same time; more are taken when half of them are done, so that one statement takes several. */
const AT_ONCE = 32;

/** It looks so often though nobody wakes it: for what was told to nobody, and what another one left. */
const LOOK_EVERY_MS = 250;

/** When Temporal or the database is away, they start as soon as it is back, give or take this. */
const AGAIN_AFTER_MS = 1_000;

/**
 * Makes what starts the orders that were kept, oldest first, each alone: one that cannot start is noted and holds up nobody.
 * Several may do it at once: whoever claims an order tries it, and should two, its workflow is one. Whoever dies leaves its
 * claims to the others, before a start, after it, or before it is noted.
 */
export function createStarter(
  deps: Pick<Deps, 'orm' | 'temporal' | 'clock' | 'startsEagerly'> & {
    /** What an operator has to see. */
    log: { error: (about: object, message: string) => void };
    /** Told once for each time that Temporal or the database begins to be away. */
    warn: (error: unknown) => void;
  },
) {
  const { orm, clock, log } = deps;
  const { attempt, noteFailure, noteOther } = createStarting(deps);
  const em = () => orm.em.fork();
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  const begun: string[] = [];
  let noting: Promise<void> | null = null;
  let running: Promise<void> | null = null;
  let isTemporalAway = false;
  let isFailing = false;
  let woken = Promise.withResolvers<void>();

  /** The database does not do what it should. What was claimed is claimed again, by whoever comes to it. */
  function fail(error: unknown): void {
    if (!isFailing) deps.warn(error);
    isFailing = true;
  }

  /** Notes what was started meanwhile together. What is not noted is found to have started, by whoever claims it next. */
  function noteBegun(): void {
    noting ??= noteStarted(em(), begun.splice(0))
      .catch(fail)
      .finally(() => {
        noting = null;
        if (begun.length > 0) noteBegun();
      });
  }

  async function begin(order: UnstartedOrder): Promise<void> {
    const { number } = order.content;
    const outcome = await attempt(order).catch(async (error: unknown) => {
      log.error({ order: number, reason: reasonOf(error) }, 'an order could not be started');
      await noteFailure(order, error);
    });
    if (outcome === undefined) return;
    if (outcome === 'unanswered') {
      if (!isTemporalAway) deps.warn(new Error('Temporal does not answer'));
      isTemporalAway = true;
      return giveBackUnstarted(em(), number);
    }
    isTemporalAway = false;
    if (outcome === 'started') {
      begun.push(number);
      return noteBegun();
    }
    log.error({ order: number }, STARTED_AS_ANOTHER);
    await noteOther(order);
  }

  /** Begins as many as there is room for. While Temporal is away one of them finds out when it is back. */
  async function beginSome(): Promise<void> {
    const claimed = await claimUnstarted(em(), isTemporalAway ? 1 : AT_ONCE - underWay.size, clock());
    isFailing = false;
    for (const order of claimed) {
      const attempted: Promise<void> = begin(order)
        .catch(fail)
        .finally(() => {
          underWay.delete(attempted);
          if (hasRoom()) wake();
        });
      underWay.add(attempted);
    }
  }

  function hasRoom(): boolean {
    return underWay.size <= (isTemporalAway ? 0 : AT_ONCE / 2);
  }

  function wake(): void {
    woken.resolve();
  }

  /** Whoever does not reach Temporal lets others go first, who may; also who finds that out while it rests. */
  async function rest(): Promise<void> {
    const wasAway = isTemporalAway;
    const over = new AbortController();
    const signal = AbortSignal.any([stopping.signal, over.signal]);
    const looking = pause(wasAway ? AGAIN_AFTER_MS : LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
    await (wasAway ? looking : Promise.race([looking, woken.promise]));
    over.abort();
    if (isTemporalAway && !wasAway) await rest();
  }

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      woken = Promise.withResolvers<void>();
      if (hasRoom()) await beginSome().catch(fail);
      if (!stopping.signal.aborted) await rest();
    }
  }

  return {
    /** Looks at once, or as soon as there is room. */
    wake,

    start(): void {
      running ??= loop();
    },

    /** Ends it; what is being started is started and noted first. */
    async stop(): Promise<void> {
      stopping.abort();
      await running;
      await Promise.all(underWay);
      while (noting) await noting;
    },
  };
}
