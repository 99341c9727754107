import { Client, Connection } from '@temporalio/client';
import { connect } from '../../db/orm.ts';
import { compare, inTurns, type Row } from '../in-turns.ts';
import type { Installation } from '../installation.ts';
import { AT_A_TIME, manyAtATime, placeOrder } from '../load.ts';
import { untilMailed } from './mailed.ts';

const ROUNDS = 9;
const PER_ROUND = 200;
export const EMPTY_QUEUE = 'bench-empty';

/** Orders through the API until they are accepted, and until they are delivered and mailed, beside empty workflows. */
export async function measureOrders(installation: Installation): Promise<Row[]> {
  const { databaseUrl, temporalAddress, run } = installation;
  await run('orders/empty-worker.ts', temporalAddress, EMPTY_QUEUE);
  const connection = await Connection.connect({ address: temporalAddress });
  const orm = await connect(databaseUrl, 1);
  try {
    const client = new Client({ connection });
    const rounds = await inTurns(
      ROUNDS,
      (round) => takeOrders(installation, `B${round}`, () => untilMailed(orm, `B${round}`, PER_ROUND)),
      (round) => startEmpty(client, round),
    );
    const against = (name: 'accepted' | 'mailed') =>
      rounds.map(({ ours, theirs }) => ({ ours: ours[name], theirs: theirs.started }));
    const beside = { against: 'empty workflows started' };
    return [
      compare(against('accepted'), { ...beside, what: `orders accepted, ${AT_A_TIME} at a time`, target: 0.7 }),
      compare(against('mailed'), { ...beside, what: 'orders delivered and mailed', target: 0.2 }),
    ];
  } finally {
    await orm.close();
    await connection.close();
  }
}

async function takeOrders(installation: Installation, prefix: string, mailed: () => Promise<void>) {
  const startedAt = performance.now();
  await manyAtATime(PER_ROUND, (index) => placeOrder(installation, `${prefix}-${index}`));
  const accepted = ratePerSecond(startedAt);
  await mailed();
  return { accepted, mailed: ratePerSecond(startedAt) };
}

/** Starts empty workflows, and waits until nothing of them is left to do. */
export async function startEmpty({ workflow }: Client, round: number) {
  const id = (index: number) => `bench-empty/${round}/${index}`;
  const startedAt = performance.now();
  await manyAtATime(PER_ROUND, (index) => workflow.start('empty', { taskQueue: EMPTY_QUEUE, workflowId: id(index) }));
  const started = ratePerSecond(startedAt);
  await manyAtATime(PER_ROUND, (index) => workflow.getHandle(id(index)).result());
  return { started };
}

function ratePerSecond(startedAt: number): number {
  return PER_ROUND / ((performance.now() - startedAt) / 1000);
}
