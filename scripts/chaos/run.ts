import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { removeDataFolder } from '../start/data-folder.ts';
import { SERVICES } from '../start/run-file.ts';
import { violationsOf } from './checks.ts';
import { liveChanged } from './changed.ts';
import { createClient, type Client } from './client.ts';
import { fleetViolations } from './fleet.ts';
import { journalGaps } from './journal.ts';
import { carryOut, planKills } from './kills.ts';
import { live, type Outcome } from './life.ts';
import { livePair, type PairOutcome } from './pair.ts';
import { planLives } from './plan.ts';
import { startProduct, type Product } from './product.ts';
import { createRandom } from './random.ts';
import { stuckWorkflows } from './stuck.ts';

export type ChaosOptions = {
  seed: number;
  orders: number;
  /** How long processes are killed; what was begun then comes to its end in peace. */
  seconds: number;
  /** AppSuites that then activate and check in at once while everything is killed. */
  agents: number;
  say: (line: string) => void;
  signal: AbortSignal;
};

export type ChaosResult = {
  /** What went wrong, a sentence each. */
  violations: string[];
  /** How often each was killed, and how often callers had to ask again for which reason. */
  kills: Record<string, number>;
  repeats: Record<string, number>;
  /** Where the logs are; null when nothing went wrong and they were removed. */
  logs: string | null;
};

const READY_WITHIN_MS = 60_000;
const SETTLED_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 1_000;

/** Servers with a standby, which wait all the time. */
const MOST_PAIRS = 4;

/** Runs the product in a throwaway folder, kills its processes through the lives of orders, and checks what became of them. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cloud-licensing-chaos-'));
  const logs = join(dataDir, 'logs');
  const over = new AbortController();
  const signal = AbortSignal.any([options.signal, over.signal]);
  let product: Product | undefined;
  let isClean = false;
  try {
    product = await startProduct(dataDir, logs);
    options.say(`The product runs at ${product.url}.`);
    const result = await disturb(product, join(dataDir, 'appsuites'), { ...options, signal });
    isClean = result.violations.length === 0;
    return { ...result, logs: isClean ? null : logs };
  } catch (error) {
    if (options.signal.aborted) throw error;
    throw new Error(`${(error as Error).message}\nLogs: ${logs}`, { cause: error });
  } finally {
    over.abort();
    await product?.stop();
    if (isClean || options.signal.aborted) removeDataFolder(dataDir);
  }
}

async function disturb(product: Product, appSuites: string, options: ChaosOptions) {
  const { seed, orders, seconds, agents, say, signal } = options;
  const random = createRandom(seed);
  const kills = counter(SERVICES);
  const repeats = counter();
  const until = Date.now() + seconds * 1000;
  const client = createClient({ ...product, disturbedUntil: until, signal, repeated: repeats.add });
  const lives = planLives(random, orders, seconds * 1000);
  const killing = carryOut(planKills(random, seconds * 1000), product, signal, (service) => {
    kills.add(service);
    say(`Killed ${service}.`);
  });

  const living = lives.map(async (life) => {
    const outcome = await live(life, { client, appSuites, until, signal });
    say(`${life.customer} is done: ${life.ending}.`);
    return outcome;
  });
  const changing = lives.map((life) => liveChanged(client, life));
  const paired = lives.slice(0, MOST_PAIRS).map(async (life) => {
    const pair = await livePair(life, { client, appSuites, until, signal });
    say(`The standby of ${life.customer} has taken over ${pair.takeovers} times.`);
    return pair;
  });
  const [settled, changed, pairs] = await Promise.all([
    Promise.allSettled(living),
    Promise.allSettled(changing),
    Promise.allSettled(paired),
    killing,
  ]);
  signal.throwIfAborted();
  const failures = settled.flatMap((life, index) =>
    life.status === 'rejected' ? [`${lives[index]!.customer}: ${(life.reason as Error).message}`] : [],
  );
  for (const life of changed)
    failures.push(...(life.status === 'fulfilled' ? life.value : [(life.reason as Error).message]));
  for (const pair of pairs)
    failures.push(...(pair.status === 'fulfilled' ? pair.value.violations : [(pair.reason as Error).message]));
  const outcomes = settled.flatMap((life) => (life.status === 'fulfilled' ? [life.value] : []));
  say('Waiting until everything has settled.');
  await product.ready(READY_WITHIN_MS);
  const whole = pairs.flatMap((pair) => (pair.status === 'fulfilled' ? [pair.value] : []));
  const left = await whenSettled(client, product, { outcomes, pairs: whole }, signal);
  const fleet = await fleetViolations({ client, product, appSuites, agents, say, signal });
  return { violations: [...failures, ...left, ...fleet], kills: kills.counts, repeats: repeats.counts };
}

/** What is still not as it should be after a minute of peace. */
async function whenSettled(
  client: Client,
  { temporalAddress, databaseUrl }: Product,
  { outcomes, pairs }: { outcomes: Outcome[]; pairs: PairOutcome[] },
  signal: AbortSignal,
): Promise<string[]> {
  for (const deadline = Date.now() + SETTLED_WITHIN_MS; ;) {
    const found = [...(await stuckWorkflows(temporalAddress)), ...(await journalGaps(databaseUrl))];
    for (const outcome of outcomes) found.push(...(await violationsOf(client, outcome)));
    for (const { stillWrong } of pairs) found.push(...(await stillWrong()));
    if (found.length === 0 || Date.now() > deadline) return found;
    await delay(LOOK_EVERY_MS, undefined, { signal });
  }
}

function counter(names: readonly string[] = []) {
  const counts: Record<string, number> = Object.fromEntries(names.map((name) => [name, 0]));
  return { counts, add: (name: string) => void (counts[name] = (counts[name] ?? 0) + 1) };
}
