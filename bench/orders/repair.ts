import { setTimeout as delay } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import type { MikroORM } from '@mikro-orm/postgresql';
import { repair } from '../../admin/repair/repair.ts';
import { connect } from '../../db/orm.ts';
import { raiseEpoch } from '../../db/queries/feed/epochs.ts';
import { backUp } from '../../scripts/chaos/restored/backup.ts';
import { createStarting } from '../../services/orders/arriving/starting.ts';
import { orderWorkflowId } from '../../temporal/contract.ts';
import { compare, inTurns, type Row } from '../in-turns.ts';
import type { Installation } from '../installation.ts';
import { manyAtATime, placeOrder } from '../load.ts';
import { untilMailed } from './mailed.ts';
import { EMPTY_QUEUE } from './orders.ts';

const ROUNDS = 3;
const ORDERS = 500;
const PREFIX = 'RE';
const LOOK_EVERY_MS = 500;

const number = (index: number) => `${PREFIX}-${index}`;
const sleeper = (round: number, index: number) => `bench-sleeping/${round}/${index}`;

/**
 * A repair of orders that agree, of a database that went back to before them, and of a Temporal that knows none of them:
 * beside workflows that do nothing, asked and started as often.
 */
export async function measureRepair(installation: Installation): Promise<Row[]> {
  const { databaseUrl, temporalAddress, run } = installation;
  await run('orders/empty-worker.ts', temporalAddress, EMPTY_QUEUE);
  const connection = await Connection.connect({ address: temporalAddress });
  const orm = await connect(databaseUrl);
  try {
    const client = new Client({ connection });
    const before = await backUp((sql) => orm.em.getConnection().execute(sql), 'before');
    await manyAtATime(ORDERS, (index) => placeOrder(installation, number(index)));
    await untilMailed(orm, PREFIX, ORDERS);
    await startSleeping(client, -1);
    const repaired = (differing: number) => rateOfRepair(installation, { orm, client }, differing);
    const agreeing = await inTurns(
      ROUNDS,
      async () => ({ agreeing: await repaired(0) }),
      async () => ({ asked: await askSleeping(client) }),
    );
    const restored = await inTurns(
      ROUNDS,
      async () => {
        await before.restore();
        await raiseEpoch(orm.em.fork());
        return { restored: await repaired(ORDERS) };
      },
      async () => ({ asked: await askSleeping(client) }),
    );
    const gone = await inTurns(
      ROUNDS,
      async () => {
        await forgetOrders(client);
        return { gone: await repaired(ORDERS) };
      },
      async (round) => ({ started: await startSleeping(client, round) }),
    );
    return [
      compare(
        agreeing.map(({ ours, theirs }) => ({ ours: ours.agreeing, theirs: theirs.asked })),
        { what: 'orders of a repair that agree', against: 'sleeping workflows asked', target: null },
      ),
      compare(
        restored.map(({ ours, theirs }) => ({ ours: ours.restored, theirs: theirs.asked })),
        { what: 'orders that the tables lack, made again', against: 'sleeping workflows asked', target: null },
      ),
      compare(
        gone.map(({ ours, theirs }) => ({ ours: ours.gone, theirs: theirs.started })),
        { what: 'orders that Temporal lacks, started anew', against: 'sleeping workflows started', target: null },
      ),
    ];
  } finally {
    await orm.close();
    await connection.close();
  }
}

/** Orders a second of a repair that finds so many streams which differ. */
async function rateOfRepair(
  { secretKeys }: Installation,
  { orm, client }: { orm: MikroORM; client: Client },
  differing: number,
): Promise<number> {
  const { startAgain: begin } = createStarting({ orm, temporal: client, clock: Date.now });
  const deps = { orm, client, secretKeys, clock: Date.now, begin };
  const options = { onlyCheck: false, byJournal: new Set<string>(), byWorkflow: new Set<string>() };
  const startedAt = performance.now();
  const report = await repair(deps, options);
  const seconds = (performance.now() - startedAt) / 1000;
  if (report.looked !== ORDERS || report.differing.length !== differing || report.left.length > 0)
    throw new Error(`A repair did not find what it was to find: ${JSON.stringify(report).slice(0, 500)}`);
  return ORDERS / seconds;
}

/** Has Temporal know none of the orders any more, as one that was restored to before them. */
async function forgetOrders({ workflow, workflowService, options: { namespace } }: Client): Promise<void> {
  await manyAtATime(ORDERS, (index) =>
    workflowService.deleteWorkflowExecution({
      namespace,
      workflowExecution: { workflowId: orderWorkflowId(number(index)) },
    }),
  );
  while ((await workflow.count(`WorkflowType = 'order'`)).count > 0) await delay(LOOK_EVERY_MS);
}

async function startSleeping({ workflow }: Client, round: number): Promise<number> {
  return rateOf((index) => workflow.start('sleeping', { taskQueue: EMPTY_QUEUE, workflowId: sleeper(round, index) }));
}

/** Asks each what every workflow can be asked. */
async function askSleeping({ workflow }: Client): Promise<number> {
  return rateOf((index) => workflow.getHandle(sleeper(-1, index)).query('__temporal_workflow_metadata'));
}

async function rateOf(one: (index: number) => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await manyAtATime(ORDERS, one);
  return ORDERS / ((performance.now() - startedAt) / 1000);
}
