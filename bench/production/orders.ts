import { setTimeout as delay } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { connect } from '../../db/orm.ts';
import { quantile } from '../in-turns.ts';
import type { Installation } from '../installation.ts';
import { manyAtATime, placeOrder } from '../load.ts';
import { untilMailed } from '../orders/mailed.ts';
import { perPiece, readCounters, type Counted, type Parts } from './costs.ts';

const EMPTY_QUEUE = 'bench-empty';
const AT_A_TIME = 32;
const PER_TURN = 200;
const ALONE = 20;
const ALONE_EVERY_MS = 500;
/** How many orders a turn places. */
export const ORDERS_OF_A_TURN = PER_TURN + ALONE;

/** A side that is measured: an installation with what is counted of it. */
export type Side = { name: string; installation: Installation; parts: Parts };

/** What a turn of orders measured: rates a second, times in milliseconds, costs by order. */
export type Turn = { rates: { accepted: number; mailed: number }; times: Counted; costs: Counted };

/** Orders, so many at a time, until each is delivered and mailed; then some that come alone. */
export async function turnOfOrders({ installation, parts }: Side, turn: string): Promise<Turn> {
  const orm = await connect(installation.databaseUrl, 1);
  try {
    const before = await readCounters(parts);
    const [posted, startedAt] = [[] as number[], performance.now()];
    await manyAtATime(
      PER_TURN,
      (index) => timed(posted, () => placeOrder(installation, `${turn}-${index}`)),
      AT_A_TIME,
    );
    const accepted = perSecond(PER_TURN, startedAt);
    await untilMailed(orm, turn, PER_TURN);
    const mailed = perSecond(PER_TURN, startedAt);
    const costs = perPiece(before, await readCounters(parts), PER_TURN);
    const alone: number[] = [];
    for (let index = 0; index < ALONE; index++) {
      await timed(alone, async () => {
        await placeOrder(installation, `${turn}A${index}-0`);
        await untilMailed(orm, `${turn}A${index}`, 1, 5);
      });
      await delay(ALONE_EVERY_MS);
    }
    const times = { ...percentiles('answered', posted), ...percentiles('mailed alone', alone) };
    return { rates: { accepted, mailed }, times, costs };
  } finally {
    await orm.close();
  }
}

/** The floor: empty workflows started a second, so many at a time, on the server of an installation. */
export async function turnOfEmptyWorkflows({ temporalAddress }: Installation, turn: string): Promise<number> {
  const connection = await Connection.connect({ address: temporalAddress });
  try {
    const { workflow } = new Client({ connection });
    const id = (index: number) => `bench-empty/${turn}/${index}`;
    const startedAt = performance.now();
    const start = (index: number) => workflow.start('empty', { taskQueue: EMPTY_QUEUE, workflowId: id(index) });
    await manyAtATime(PER_TURN, start, AT_A_TIME);
    const rate = perSecond(PER_TURN, startedAt);
    await manyAtATime(PER_TURN, (index) => workflow.getHandle(id(index)).result(), AT_A_TIME);
    return rate;
  } finally {
    await connection.close();
  }
}

/** Has empty workflows be carried out. */
export async function openFloor({ run, temporalAddress }: Installation): Promise<void> {
  await run('orders/empty-worker.ts', temporalAddress, EMPTY_QUEUE);
}

async function timed(times: number[], act: () => Promise<void>): Promise<void> {
  const startedAt = performance.now();
  await act();
  times.push(performance.now() - startedAt);
}

function percentiles(name: string, times: number[]): Counted {
  return Object.fromEntries([0.5, 0.95, 0.99].map((share) => [`${name} p${share * 100}`, quantile(times, share)]));
}

function perSecond(pieces: number, startedAt: number): number {
  return pieces / ((performance.now() - startedAt) / 1000);
}
