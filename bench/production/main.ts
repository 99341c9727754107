import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cpus } from 'node:os';
import { Argument } from 'commander';
import { commandLine, wholeNumber } from '../../admin/command-line.ts';
import { ROOT } from '../../scripts/prepare/binaries.mjs';
import { median } from '../in-turns.ts';
import { withInstallation } from '../installation.ts';
import { openFloor, turnOfEmptyWorkflows, turnOfOrders, type Side, type Turn } from './orders.ts';
import { productionTemporal, PROGRAMS } from './server.ts';
import { measureWaiting } from './waiting.ts';

const BUILT = join(ROOT, '.cache', 'temporal-server');
const SERVER_VERSION = 'v1.32.0';

/** Open orders beside which is measured what they cost. */
const WAITING = [1_000, 5_000, 10_000];

/** Programs of Temporal's server by where their source is. */
const SOURCES = { [PROGRAMS[0]]: 'cmd/server', [PROGRAMS[1]]: 'cmd/tools/sql' };

/** Builds the server's programs with Go, which takes about ten minutes. */
function build(): void {
  mkdirSync(BUILT, { recursive: true });
  for (const [program, source] of Object.entries(SOURCES)) {
    console.error(`Building ${program} …`);
    const env = { ...process.env, GOBIN: BUILT };
    execFileSync('go', ['install', `go.temporal.io/server/${source}@${SERVER_VERSION}`], { env, stdio: 'inherit' });
    renameSync(join(BUILT, source.split('/').at(-1)!), join(BUILT, program));
  }
  console.log(`The server's programs are in ${BUILT}, where the bench finds them.`);
}

/** Gives `use` an installation of a checkout on the shape of production. */
async function withSide(name: string, root: string, use: (side: Side) => Promise<void>): Promise<void> {
  const temporal = productionTemporal(resolve(process.env.TEMPORAL_SERVER ?? BUILT));
  try {
    await withInstallation(
      async (installation) => {
        const store = temporal.store();
        const pids = { ...installation.pids(), 'postgres of temporal': store.pid };
        const databases = { postgres: installation.databaseUrl, 'postgres of temporal': store.url };
        await use({ name, installation, parts: { pids, databases } });
      },
      { root, temporal: temporal.service },
    );
  } finally {
    await temporal.close();
  }
}

async function measure(rounds: number, sides: Side[]): Promise<void> {
  const [{ installation }] = sides as [Side];
  await openFloor(installation);
  const floors: number[] = [];
  const turns = new Map<Side, Turn[]>(sides.map((side) => [side, []]));
  // The first round warms everything up and does not count.
  for (let round = 0; round <= rounds; round++) {
    const floor = await turnOfEmptyWorkflows(installation, `${round}`);
    if (round > 0) floors.push(floor);
    for (const side of sides) {
      const turn = await turnOfOrders(side, `P${round}`);
      const { accepted, mailed } = turn.rates;
      console.error(
        `  round ${round} of ${rounds}, ${side.name}: ${accepted.toFixed(0)} accepted, ${mailed.toFixed(0)} mailed a second`,
      );
      if (round > 0) turns.get(side)!.push(turn);
    }
  }
  print(median(floors), sides, turns);
}

function print(floor: number, sides: Side[], turns: Map<Side, Turn[]>): void {
  const [first] = [...turns.values()] as [Turn[]];
  const rows = ['rates', 'times', 'costs'].flatMap((kind) =>
    Object.keys(first[0]![kind as keyof Turn]).map((name) => {
      const values = sides.map((side) => median(turns.get(side)!.map((turn) => pick(turn, kind, name))));
      const [ours, before] = values as [number, number | undefined];
      const ratio = before === undefined ? '' : (ours / before).toFixed(2);
      const besideFloor = kind === 'rates' ? (ours / floor).toFixed(2) : '';
      return [unitOf(kind, name), ...values.map((value) => value.toFixed(1)), ratio, besideFloor];
    }),
  );
  const head = ['an order', ...sides.map(({ name }) => name), 'ratio', 'beside empty workflows'];
  const lines = [head, head.map(() => '---'), ...rows];
  console.log(lines.map((line) => `| ${line.join(' | ')} |`).join('\n'));
  console.log(`\nEmpty workflows started: ${floor.toFixed(0)}/s.`);
}

function pick(turn: Turn, kind: string, name: string): number {
  return (turn[kind as keyof Turn] as Record<string, number>)[name]!;
}

function unitOf(kind: string, name: string): string {
  if (kind === 'rates') return `${name}, a second`;
  if (kind === 'times' || name.startsWith('cpu')) return `${name}, ms`;
  return name.startsWith('written') ? `${name}, bytes of log` : name;
}

const { args, beside, rounds } = (() => {
  const command = commandLine(
    'npm run bench:production --',
    'Measures what an order costs on the shape of production: Temporal with 512 shards on PostgreSQL.',
  )
    .addArgument(new Argument('[what]', 'what to do').choices(['orders', 'waiting', 'build']).default('orders'))
    .option(
      '--beside <folder>',
      'another checkout, with its packages installed, that is measured in turns with this one',
    )
    .option('--rounds <number>', 'rounds that count', wholeNumber, 5)
    .parse();
  return { args: command.processedArgs, ...command.opts<{ beside?: string; rounds: number }>() };
})();
if (args[0] === 'build') build();
else if (args[0] === 'waiting') await withSide('here', ROOT, (side) => measureWaiting(side, WAITING));
else {
  await withSide('here', ROOT, async (here) => {
    if (beside === undefined) return measure(rounds, [here]);
    return withSide('there', resolve(beside), (there) => measure(rounds, [here, there]));
  });
  console.log(`Medians of ${rounds} rounds in turns; ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}.`);
}
process.exit();
