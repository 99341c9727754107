import { setTimeout as delay } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import type { MikroORM } from '@mikro-orm/postgresql';
import { connect } from '../../db/orm.ts';
import { compare, inTurns, quantile, type Row } from '../in-turns.ts';
import type { Installation } from '../installation.ts';
import { AT_A_TIME, manyAtATime, placeOrder } from '../load.ts';
import { untilMailed } from './mailed.ts';
import { EMPTY_QUEUE, startEmpty } from './orders.ts';

const ROUNDS = 5;
const PER_ROUND = 300;
/** Orders that come alone, one after the other. */
const ALONE = 20;
const ALONE_EVERY_MS = 500;

/** Orders that are accepted while no worker runs and while what was accepted is delivered, beside empty workflows; and one that comes alone, until it is mailed. */
export async function measureAcceptance(installation: Installation): Promise<Row[]> {
  const { databaseUrl, temporalAddress, run } = installation;
  await run('orders/empty-worker.ts', temporalAddress, EMPTY_QUEUE);
  const connection = await Connection.connect({ address: temporalAddress });
  const orm = await connect(databaseUrl, 1);
  const answered = { kept: [] as number[], delivering: [] as number[] };
  try {
    const client = new Client({ connection });
    const rounds = await inTurns(
      ROUNDS,
      async (round) => {
        if (round === 1) for (const times of Object.values(answered)) times.length = 0;
        const kept = await whileStopped(installation.workerPid, () => take(installation, `K${round}`, answered.kept));
        await untilMailed(orm, `K${round}`, PER_ROUND);
        const delivering = await take(installation, `D${round}`, answered.delivering);
        await untilMailed(orm, `D${round}`, PER_ROUND);
        return { kept, delivering };
      },
      (round) => startEmpty(client, round),
    );
    const alone = await mailedAlone(installation, orm);
    console.error(`  an order that comes alone is mailed after ${inWords(alone, 0.95)}`);
    const against = (name: 'kept' | 'delivering') =>
      rounds.map(({ ours, theirs }) => ({ ours: ours[name], theirs: theirs.started }));
    const beside = (times: number[]) => ({ against: 'empty workflows started', beside: `${inWords(times, 0.99)} / –` });
    return [
      compare(against('kept'), {
        ...{ what: `orders accepted while no worker runs, ${AT_A_TIME} at a time`, target: null },
        ...beside(answered.kept),
      }),
      compare(against('delivering'), {
        ...{ what: `orders accepted while they are delivered, ${AT_A_TIME} at a time`, target: null },
        ...beside(answered.delivering),
      }),
    ];
  } finally {
    await orm.close();
    await connection.close();
  }
}

/** Orders accepted a second; how long each answer took is added to `times`, in milliseconds. */
async function take(installation: Installation, prefix: string, times: number[]): Promise<number> {
  const startedAt = performance.now();
  await manyAtATime(PER_ROUND, async (index) => {
    const askedAt = performance.now();
    await placeOrder(installation, `${prefix}-${index}`);
    times.push(performance.now() - askedAt);
  });
  return PER_ROUND / ((performance.now() - startedAt) / 1000);
}

/** A worker that is stopped holds nothing that others wait for, but for seconds. */
async function whileStopped<Done>(pid: number, work: () => Promise<Done>): Promise<Done> {
  process.kill(pid, 'SIGSTOP');
  try {
    return await work();
  } finally {
    process.kill(pid, 'SIGCONT');
  }
}

async function mailedAlone(installation: Installation, orm: MikroORM): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < ALONE; index += 1) {
    await delay(ALONE_EVERY_MS);
    const placedAt = performance.now();
    await placeOrder(installation, `A${index}-0`);
    await untilMailed(orm, `A${index}`, 1, 5);
    times.push(performance.now() - placedAt);
  }
  return times;
}

function inWords(times: number[], share: number): string {
  return `p50 ${quantile(times, 0.5).toFixed(0)} ms, p${share * 100} ${quantile(times, share).toFixed(0)} ms`;
}
