import { cpus } from 'node:os';
import { Argument } from 'commander';
import { commandLine } from '../admin/command-line.ts';
import type { Installation } from './installation.ts';
import type { Row } from './in-turns.ts';
import { table } from './table.ts';

type Measure = (installation: Installation) => Promise<Row[]>;

/** Each is read when it is run: what only asks for help waits for none of them. */
const BENCHES: Record<string, () => Promise<Measure>> = {
  orders: async () => (await import('./orders/orders.ts')).measureOrders,
  repair: async () => (await import('./orders/repair.ts')).measureRepair,
  acceptance: async () => (await import('./orders/acceptance.ts')).measureAcceptance,
  batches: async () => (await import('./orders/batches.ts')).measureBatches,
  'check-ins': async () => (await import('./servers/check-ins.ts')).measureCheckIns,
  pages: async () => (await import('./pages/pages.ts')).measurePages,
  lists: async () => (await import('./lists/lists.ts')).measureLists,
  feed: async () => (await import('./feed/feed.ts')).measureFeed,
  wait: async () => (await import('./servers/wait.ts')).measureWaits,
  numbers: async () => (await import('./feed/numbers.ts')).measureNumbers,
  hasty: async () => (await import('./servers/hasty.ts')).measureHasty,
  outage: async () => (await import('./servers/outage.ts')).measureOutage,
};

/**
 * Prints how fast the product is beside what it cannot do without; rates depend on the machine, ratios hardly. Takes the
 * names of the benches to run, by default all.
 */
async function measure(names: string[]): Promise<void> {
  const { withInstallation } = await import('./installation.ts');
  const rows: Row[] = [];
  for (const name of names) {
    console.error(name);
    // Each on its own: what one leaves behind would be in the way of the next.
    const measureOne = await BENCHES[name]!();
    await withInstallation(async (installation) => {
      rows.push(...(await measureOne(installation)));
    });
  }
  if (rows.length > 0) console.log(`\n${table(rows)}\n`);
  console.log(`Medians of rounds in turns; ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}.`);
}

const all = Object.keys(BENCHES);
const { args } = commandLine('npm run bench --', 'Prints how fast the product is, beside what it cannot do without.')
  .addArgument(new Argument('[benches...]', 'which to run; all of them when none is named').choices(all))
  .parse();
const names = args.length > 0 ? args : all;
console.error('A PostgreSQL, a Temporal server, the worker and the API are started in a temporary folder');
await measure(names);
process.exit();
