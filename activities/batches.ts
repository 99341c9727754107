import type { MikroORM } from '@mikro-orm/postgresql';
import { Context } from '@temporalio/activity';
import { inBatches } from '../db/in-batches.ts';
import {
  countItems,
  haltBatch,
  putOff,
  readDoneBefore,
  readWaiting,
  readWalked,
  settleItems,
  showBatch,
  type SettledItem,
  type WaitingItem,
  type WalkedBatch,
} from '../db/queries/batches/walking.ts';
import type { CarryOut } from '../domain/batches.ts';
import type { Activities } from '../temporal/contract.ts';
import { createPace } from './batch-pace.ts';

const BEGINS_WITHIN_MS = 10_000;
/** More than are carried out in that time; what they hold together is less than a batch may. */
const READ_AT_ONCE = 2_000;
/** What is settled while others are being written is written together. */
const SETTLED = { callsAtOnce: 1, itemsAtOnce: 100 };

/** Orders are done before they begin: so many go ahead, that they are kept, and what they came to is written, together. */
const AHEAD = 24;

/** Foretells what the items of one order would do, each after those that it was asked about before. */
export type ForetellInSequence = () => CarryOut;

export type BatchDeps = {
  orm: MikroORM;
  carryOut: CarryOut;
  foretellInSequence: ForetellInSequence;
  /** Whether others post orders of their own at this moment, for whom half of the time is left. */
  gives: () => boolean;
};

/**
 * The activities that carry out batches: several items side by side, those of one order one after the other. Killed anywhere,
 * the next walk finds what was not written down as settled, and each of those is judged again, which does nothing twice.
 */
export function createBatchWalk(deps: BatchDeps): Pick<Activities, 'walkBatch' | 'haltBatch' | 'showBatch'> {
  const em = () => deps.orm.em.fork();

  return {
    async walkBatch(id) {
      const batch = await readWalked(em(), id);
      const goesOn = batch?.goesOn === true;
      const isMoving = goesOn && (await walk(id, batch));
      return { ...(await countItems(em(), id)), isMoving, goesOn };
    },
    haltBatch: (id) => haltBatch(em(), id),
    showBatch: ({ batch, state, at }) => showBatch(em(), batch, state, at),
  };

  /** Answers whether another walk would get on: something was settled, and what was done can begin. */
  async function walk(id: string, batch: WalkedBatch): Promise<boolean> {
    const until = performance.now() + BEGINS_WITHIN_MS;
    const { cancellationSignal } = Context.current();
    const settle = inBatches(
      async (items: SettledItem[]) => {
        const stillGoesOn = await settleItems(em(), id, items);
        return items.map(() => stillGoesOn);
      },
      () => [],
      SETTLED,
    );
    const { atOnce, rest, inTurn } = createPace(deps.gives);
    const ahead = batch.kind === 'orders' && !batch.preview ? AHEAD : 0;
    let isHalted = false;
    let canBegin = true;
    let settled = 0;
    let isOneDone = Promise.withResolvers<void>();
    const goesOn = () => !isHalted && canBegin && !cancellationSignal.aborted && performance.now() < until;

    async function walkOrder([first, ...others]: readonly [WaitingItem, ...WaitingItem[]]): Promise<void> {
      const carryOut = batch.preview ? await foretelling(first) : deps.carryOut;
      for (const { index, order, ...item } of [first, ...others]) {
        if (!goesOn()) return;
        const begunAt = performance.now();
        const result = await carryOut({ ...batch, ...item });
        isOneDone.resolve();
        // Those behind it wait for it.
        if (result.outcome === 'waiting') return putOff(em(), id, { order, index }, result.hasFailed === true);
        if (!(await settle({ index, result }))) isHalted = true;
        settled += 1;
        await rest(begunAt);
        if (result.outcome === 'done' && result.begin) await inTurn(() => begin(result.begin!));
      }
    }

    /** Where nothing can begin, what else was done begins by itself. */
    async function begin(what: () => Promise<boolean>): Promise<void> {
      if (canBegin) canBegin = await what();
    }

    /** What was foretold of the order before is where it goes on from. */
    async function foretelling(first: WaitingItem): Promise<CarryOut> {
      const foretell = deps.foretellInSequence();
      for (const item of await readDoneBefore(em(), id, first)) await foretell({ ...batch, ...item });
      return foretell;
    }

    const items = await readWaiting(em(), id, READ_AT_ONCE);
    const orders = [...Map.groupBy(items, ({ order }) => order).values()] as [WaitingItem, ...WaitingItem[]][];
    const underWay = new Set<Promise<void>>();
    const setOut = (order: (typeof orders)[number]) => {
      const walking = walkOrder(order).finally(() => underWay.delete(walking));
      underWay.add(walking);
    };
    const hasRoom = (more: number) => goesOn() && orders.length > 0 && underWay.size < atOnce() + more;
    try {
      for (;;) {
        // Where there is room, others go ahead with those that have it.
        if (hasRoom(0)) while (hasRoom(deps.gives() ? 0 : ahead)) setOut(orders.shift()!);
        if (underWay.size === 0) break;
        // When an item is done others may post no more, whatever comes behind it of its order.
        isOneDone = Promise.withResolvers();
        await Promise.race([...underWay, isOneDone.promise]);
      }
    } finally {
      // What is under way when one of them fails is not left alone.
      isHalted = true;
      await Promise.allSettled(underWay);
    }
    return settled > 0 && canBegin;
  }
}
