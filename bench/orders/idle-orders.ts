import { setTimeout as delay } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import type { MikroORM } from '@mikro-orm/postgresql';
import { InvalidArgumentError } from 'commander';
import { commandLine, wholeNumber } from '../../admin/command-line.ts';
import { connect } from '../../db/orm.ts';
import { withInstallation, type Installation } from '../installation.ts';
import { manyAtATime, placeOrder } from '../load.ts';
import { bytesPerWorkflow, postgresBytes, residentBytes, storeBytes } from '../sizes.ts';

/**
 * What an order costs that only waits: delivered, announced, locked. In bytes of PostgreSQL, of Temporal's store and of the
 * worker's memory, beside a workflow that sleeps and does nothing. Takes the numbers of orders to measure at, ascending;
 * by default 1,000, 5,000 and 20,000. A process's memory is read as Linux tells it.
 */
const { args } = commandLine('npm run bench:idle-orders --', 'Prints what orders cost that only wait.')
  .argument('[levels...]', 'numbers of orders to measure at, ascending; else 1000 5000 20000', ascending)
  .parse();
const LEVELS = args.length > 0 ? args.map(Number) : [1_000, 5_000, 20_000];
const QUEUE = 'bench-sleeping';
const LOOK_EVERY_MS = 1_000;
const SETTLES_WITHIN_MS = 10_000;

type Measure = {
  open: number;
  postgres: number;
  store: number;
  worker: number;
  sleepingStore: number;
  sleeper: number;
};

await withInstallation((installation) => measure(installation));
process.exit();

function ascending(value: string, before: number[] = []): number[] {
  const level = wholeNumber(value);
  if (level <= (before.at(-1) ?? 0)) throw new InvalidArgumentError('Levels ascend from 1 on.');
  return [...before, level];
}

async function measure(installation: Installation): Promise<void> {
  const { databaseUrl, temporalAddress, temporalStore, workerPid, run } = installation;
  const connection = await Connection.connect({ address: temporalAddress });
  const orm = await connect(databaseUrl, 1);
  try {
    const { workflow } = new Client({ connection });
    const sleeperPid = await run('orders/empty-worker.ts', temporalAddress, QUEUE);
    await delay(SETTLES_WITHIN_MS);
    const memory = () => ({ worker: residentBytes(workerPid), sleeper: residentBytes(sleeperPid) });
    const idle = memory();
    const empty = { postgres: await postgresBytes(orm) };
    const measures: Measure[] = [];
    let [open, orderStore, sleepingStore] = [0, 0, 0];
    for (const level of LEVELS) {
      const more = level - open;
      const start = storeBytes(temporalStore);
      await manyAtATime(more, (index) =>
        workflow.start('sleeping', { taskQueue: QUEUE, workflowId: `sleeping/${open + index}` }),
      );
      await delay(SETTLES_WITHIN_MS);
      const slept = storeBytes(temporalStore);
      await manyAtATime(more, (index) => placeOrder(installation, `I-${open + index}`));
      await mailed(orm, level);
      await delay(SETTLES_WITHIN_MS);
      sleepingStore += slept - start;
      orderStore += storeBytes(temporalStore) - slept;
      open = level;
      measures.push({
        open,
        postgres: ((await postgresBytes(orm)) - empty.postgres) / open,
        store: orderStore / open,
        sleepingStore: sleepingStore / open,
        ...memory(),
      });
      console.error(`${rowOf(measures.at(-1)!)} measured`);
    }
    report(measures, idle, bytesPerWorkflow(temporalStore));
  } finally {
    await orm.close();
    await connection.close();
  }
}

/** Waits until that many orders were announced. */
async function mailed({ em }: MikroORM, orders: number): Promise<void> {
  for (;;) {
    const [row] = await em
      .fork()
      .execute<{ sent: number }[]>(`select count(*)::int as sent from mails where state = 'sent'`);
    if (row!.sent >= orders) return;
    console.error(`  ${row!.sent} of ${orders} announced`);
    await delay(LOOK_EVERY_MS * 10);
  }
}

function report(measures: Measure[], idle: { worker: number; sleeper: number }, kept: Map<string, number>): void {
  const head = [
    ...['open orders', 'PostgreSQL, each', 'Temporal, each', 'a sleeping workflow', 'ratio'],
    ...['worker', 'a worker of sleeping ones'],
  ];
  const table = [rowFrom(head), rowFrom(head.map(() => '---')), ...measures.map(rowOf)].join('\n');
  const { postgres, store } = measures.at(-1)!;
  const keptOf = ['order', 'sleeping'].map((kind) => `${kind} ${kB(kept.get(kind) ?? 0)}`).join(', ');
  console.log(`\n${table}\n
Without any order the worker holds ${MB(idle.worker)} of memory and the other ${MB(idle.sleeper)}; both keep at most 2,000 workflows in it, so that more orders cost no more.
Temporal, each, is its SQLite file with all indexes and tasks.
State and history alone: ${keptOf}.
A million such orders: ${GB(postgres * 1e6)} of PostgreSQL and ${GB(store * 1e6)} of Temporal's store.`);
}

function rowOf({ open, postgres, store, sleepingStore, worker, sleeper }: Measure): string {
  return rowFrom([
    ...[open.toLocaleString('en'), kB(postgres), kB(store), kB(sleepingStore), (store / sleepingStore).toFixed(1)],
    ...[MB(worker), MB(sleeper)],
  ]);
}

function rowFrom(cells: string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function kB(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`;
}

function MB(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}

function GB(bytes: number): string {
  return `${(bytes / 1_000_000_000).toFixed(0)} GB`;
}
