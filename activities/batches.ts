import type { MikroORM } from '@mikro-orm/postgresql';
import { Context } from '@temporalio/activity';
import {
  countItems,
  haltBatch,
  putOff,
  readDoneBefore,
  readWaiting,
  readWalked,
  settleItem,
  showBatch,
  type WaitingItem,
  type WalkedBatch,
} from '../db/queries/batches/walking.ts';
import type { ItemResult } from '../domain/batches.ts';
import type { Activities } from '../temporal/contract.ts';

/** Beside people: ten at a time made whoever places one order wait noticeably longer. */
const AT_A_TIME = 8;
const BEGINS_WITHIN_MS = 10_000;
/** More than are carried out in that time; what they hold together is less than a batch may. */
const READ_AT_ONCE = 2_000;

/** What carrying out an item needs to know of it; `putOff` says how often it had to wait. */
export type CarriedItem = Pick<WalkedBatch, 'kind' | 'by'> & Pick<WaitingItem, 'content' | 'putOff'>;

/** Does what an item says. It is as repeatable as its own call, and throws where that was not answered at all. */
export type CarryOut = (item: CarriedItem) => Promise<ItemResult>;

/** Foretells what the items of one order would do, each after those that it was asked about before. */
export type ForetellInSequence = () => CarryOut;

export type BatchDeps = { orm: MikroORM; carryOut: CarryOut; foretellInSequence: ForetellInSequence };

/**
 * The activities that carry out batches: several items side by side, those of one order one after the other. Killed anywhere,
 * the next walk finds what was not written down as settled, and each of those is judged again, which does nothing twice.
 */
export function createBatchWalk(deps: BatchDeps): Pick<Activities, 'walkBatch' | 'haltBatch' | 'showBatch'> {
  const em = () => deps.orm.em.fork();

  return {
    async walkBatch(id) {
      const batch = await readWalked(em(), id);
      const isMoving = batch?.goesOn === true && (await walk(id, batch));
      return { ...(await countItems(em(), id)), isMoving };
    },
    haltBatch: (id) => haltBatch(em(), id),
    showBatch: ({ batch, state, at }) => showBatch(em(), batch, state, at),
  };

  /** Answers whether anything was settled. */
  async function walk(id: string, batch: WalkedBatch): Promise<boolean> {
    const until = performance.now() + BEGINS_WITHIN_MS;
    const { cancellationSignal } = Context.current();
    let isHalted = false;
    let settled = 0;
    const goesOn = () => !isHalted && !cancellationSignal.aborted && performance.now() < until;

    async function walkOrder([first, ...others]: readonly [WaitingItem, ...WaitingItem[]]): Promise<void> {
      const carryOut = batch.preview ? await foretelling(first) : deps.carryOut;
      for (const { index, order, ...item } of [first, ...others]) {
        if (!goesOn()) return;
        const result = await carryOut({ ...batch, ...item });
        // Those behind it wait for it.
        if (result.outcome === 'waiting') return putOff(em(), id, order);
        if (!(await settleItem(em(), id, index, result))) isHalted = true;
        settled += 1;
      }
    }

    /** What was foretold of the order before is where it goes on from. */
    async function foretelling(first: WaitingItem): Promise<CarryOut> {
      const foretell = deps.foretellInSequence();
      for (const item of await readDoneBefore(em(), id, first)) await foretell({ ...batch, ...item });
      return foretell;
    }

    const items = await readWaiting(em(), id, READ_AT_ONCE);
    const orders = [...Map.groupBy(items, ({ order }) => order).values()] as [WaitingItem, ...WaitingItem[]][];
    const walkInTurn = async () => {
      while (goesOn() && orders.length > 0) await walkOrder(orders.shift()!);
    };
    const lanes = await Promise.allSettled(Array.from({ length: AT_A_TIME }, walkInTurn));
    for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason;
    return settled > 0;
  }
}
