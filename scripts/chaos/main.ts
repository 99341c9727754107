import { randomInt } from 'node:crypto';
import { commandLine, wholeNumber } from '../../admin/command-line.ts';
import { stopRequest } from '../start/stop-request.ts';
import { main as restored } from './restored/main.ts';

/** Kills the product's processes at random moments through the lives of many orders, and says whether all came out right. */
async function main(): Promise<void> {
  const { seed, orders, seconds, agents } = readOptions();
  const startedAt = Date.now();
  const say = (line: string) => console.log(`${((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${line}`);
  const stop = new AbortController();
  void stopRequest(say, () => undefined).then(() => stop.abort());

  const { runChaos } = await import('./run.ts');
  say(`Seed ${seed}: ${orders} orders, ${seconds} s of kills, then ${agents} AppSuites.`);
  const { violations, kills, repeats, logs } = await runChaos({
    seed,
    orders,
    seconds,
    agents,
    say,
    signal: stop.signal,
  });
  console.log(`\nKilled:       ${list(kills)}\nAsked again:  ${list(repeats)}`);
  if (violations.length === 0) {
    console.log(
      '\nEvery order is where it should be, with one e-mail each; the ledger adds up, nothing is stuck, no wait hung, every takeover is counted once, every emergency is one order, and every AppSuite has its document.',
    );
    return;
  }
  console.error(`\n${violations.length} things are not as they should be:\n`);
  for (const violation of violations) console.error(`  - ${violation}`);
  console.error(
    `\nLogs: ${logs}\nAgain: npm run chaos -- --seed ${seed} --orders ${orders} --seconds ${seconds} --agents ${agents}`,
  );
  process.exitCode = 1;
}

function readOptions(): { seed: number; orders: number; seconds: number; agents: number } {
  return commandLine('npm run chaos --', 'Kills processes of a product of its own, and checks that nothing was lost.')
    .option('--seed <number>', 'what chance begins with: the same kills again', wholeNumber, randomInt(2 ** 32))
    .option('--orders <number>', 'how many orders live', wholeNumber, 20)
    .option('--seconds <number>', 'how long processes are killed', wholeNumber, 60)
    .option('--agents <number>', 'how many AppSuites there are when all of it is killed', wholeNumber, 200)
    .parse()
    .opts();
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
