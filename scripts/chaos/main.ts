import { randomInt } from 'node:crypto';
import { Argument } from 'commander';
import { commandLine, wholeNumber } from '../../admin/command-line.ts';
import { stopRequest } from '../start/stop-request.ts';
import { SCENARIOS, type ScenarioName } from './scenarios/scenarios.ts';
import { main as restored } from './restored/main.ts';

type Say = (line: string) => void;

/** Has one fault happen, or kills everything at random, and says what came of it. */
async function main(): Promise<void> {
  const { scenario, options } = readOptions();
  const startedAt = Date.now();
  const say = (line: string) => console.log(`${((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${line}`);
  const stop = new AbortController();
  void stopRequest(say, () => undefined).then(() => stop.abort());
  await (scenario ? one(scenario, options, say, stop.signal) : all(options, say, stop.signal));
}

/** Has a fault happen under a steady load. */
async function one(name: ScenarioName, { lasts, from }: Options, say: Say, signal: AbortSignal): Promise<void> {
  say(`${name}: ${SCENARIOS[name].about}.`);
  const { runScenario } = await import('./scenarios/run.ts');
  const show = (lines: readonly string[]) => console.log(`\n${lines.join('\n')}\n`);
  const { violations, logs } = await runScenario({ name, seconds: lasts, from, say, show, signal });
  if (violations.length === 0)
    console.log(
      '\nEverything that callers were told is so, and happened once: orders, e-mails, capacities, the journal.',
    );
  else fail(violations, `Logs: ${logs}`);
}

/** Kills the product's processes at random moments through the lives of many orders, and says whether all came out right. */
async function all({ seed, orders, seconds, agents }: Options, say: Say, signal: AbortSignal): Promise<void> {
  const { runChaos } = await import('./run.ts');
  say(`Seed ${seed}: ${orders} orders, ${seconds} s of kills, then ${agents} AppSuites.`);
  const { violations, kills, repeats, logs } = await runChaos({ seed, orders, seconds, agents, say, signal });
  console.log(`\nKilled:       ${list(kills)}\nAsked again:  ${list(repeats)}`);
  if (violations.length === 0) {
    console.log(
      '\nEvery order is where it should be, with one e-mail each; the ledger adds up, nothing is stuck, no wait hung, every takeover is counted once, every emergency is one order, and every AppSuite has its document.',
    );
    return;
  }
  fail(
    violations,
    `Logs: ${logs}\nAgain: npm run chaos -- --seed ${seed} --orders ${orders} --seconds ${seconds} --agents ${agents}`,
  );
}

function fail(violations: readonly string[], then: string): void {
  console.error(`\n${violations.length} things are not as they should be:\n`);
  for (const violation of violations) console.error(`  - ${violation}`);
  console.error(`\n${then}`);
  process.exitCode = 1;
}

type Options = { seed: number; orders: number; seconds: number; agents: number; lasts: number; from: string };

function readOptions(): { scenario: ScenarioName | undefined; options: Options } {
  const names = Object.keys(SCENARIOS);
  const command = commandLine(
    'npm run chaos --',
    'Kills processes of a product of its own, and checks that nothing was lost; or has one fault happen to it.',
  )
    .addArgument(new Argument('[scenario]', 'one fault under a steady load').choices(names))
    .addHelpText(
      'after',
      [
        '',
        ...Object.entries(SCENARIOS).map(([name, { about }]) => `  ${name}: ${about}`),
        '  restored: one database goes back to an older moment than the other, both ways (has options of its own)',
      ].join('\n'),
    )
    .option('--seed <number>', 'what chance begins with: the same kills again', wholeNumber, randomInt(2 ** 32))
    .option('--orders <number>', 'how many orders live', wholeNumber, 20)
    .option('--seconds <number>', 'how long processes are killed', wholeNumber, 60)
    .option('--agents <number>', 'how many AppSuites there are when all of it is killed', wholeNumber, 200)
    .option('--lasts <seconds>', 'how long one fault lasts', wholeNumber, 15)
    .option('--from <commit>', 'what an upgrade comes from, or a rollback goes back to', 'HEAD^')
    .parse();
  return { scenario: command.args[0] as ScenarioName | undefined, options: command.opts() };
}

function list(counts: Record<string, number>): string {
  const entries = Object.entries(counts).sort(([, a], [, b]) => b - a);
  return entries.map(([name, count]) => `${name} ${count}`).join(', ') || 'never';
}

try {
  const [scenario, ...args] = process.argv.slice(2);
  await (scenario === 'restored' ? restored(args) : main());
} catch (error) {
  console.error(`\n${(error as Error).message}`);
  process.exitCode = 1;
}
