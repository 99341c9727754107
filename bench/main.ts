import { cpus } from 'node:os';
import { Argument } from 'commander';
import { commandLine } from '../admin/command-line.ts';
import { measureBatches } from './batches.ts';
import { measureCheckIns } from './servers/check-ins.ts';
import { measureFeed } from './feed.ts';
import { withInstallation, type Installation } from './installation.ts';
import type { Row } from './in-turns.ts';
import { measureLists } from './lists.ts';
import { measureOrders } from './orders.ts';
import { measurePages } from './pages/pages.ts';
import { measureOutage } from './servers/outage.ts';
import { table } from './table.ts';
import { measureWaits } from './servers/wait.ts';

const BENCHES: Record<string, (installation: Installation) => Promise<Row[]>> = {
  orders: measureOrders,
  batches: measureBatches,
  'check-ins': measureCheckIns,
  pages: measurePages,
  lists: measureLists,
  feed: measureFeed,
  wait: measureWaits,
  outage: measureOutage,
};

/**
 * Prints how fast the product is beside what it cannot do without; rates depend on the machine, ratios hardly. Takes the
 * names of the benches to run, by default all.
 */
async function measure(names: string[]): Promise<void> {
  const rows: Row[] = [];
  for (const name of names) {
    console.error(name);
    // Each on its own: what one leaves behind would be in the way of the next.
    await withInstallation(async (installation) => {
      rows.push(...(await BENCHES[name]!(installation)));
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
