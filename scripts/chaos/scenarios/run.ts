import { rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { ROOT } from '../../prepare/binaries.mjs';
import { formerProgram } from '../faults/former.ts';
import { startFront } from './front.ts';
import { violationsAfter } from './invariants.ts';
import { startLoad } from './load.ts';
import { quietAfterMs, reportOf, type Phase } from './report.ts';
import { SCENARIOS, type Scenario, type ScenarioName } from './scenarios.ts';
import { startWorld, type Part } from './world.ts';

export type ScenarioOptions = {
  name: ScenarioName;
  /** How long a fault lasts that has no end of its own. */
  seconds: number;
  /** The commit that an upgrade comes from, or a rollback goes back to. */
  from: string;
  say: (line: string) => void;
  /** Takes what callers saw, line by line. */
  show: (lines: readonly string[]) => void;
  signal: AbortSignal;
};

export type ScenarioResult = { violations: string[]; logs: string };

const BEFORE_MS = 8_000;
const AFTER_MS = 15_000;

/** Has a fault happen to a product of its own under a steady load, and answers what callers saw and what is not as it should be. */
export async function runScenario({
  name,
  seconds,
  from,
  say,
  show,
  signal,
}: ScenarioOptions): Promise<ScenarioResult> {
  const scenario: Scenario = SCENARIOS[name];
  const former = scenario.former && formerProgram(from);
  if (former) say(`What ${scenario.former} is ${former.name}.`);
  let refused = 0;
  const apis: Part[] = [];
  const front = await startFront(
    () => apis.map(({ url }) => url),
    () => (refused += 1),
  );
  const world = await startWorld({
    apis,
    mailUrl: front.url,
    ...(former && scenario.former === 'begins' && { root: former.root }),
    ...(scenario.diskMegabytes !== undefined && { diskMegabytes: scenario.diskMegabytes }),
  });
  let isClean = false;
  const over = new AbortController();
  try {
    const load = startLoad({ url: front.url, apiKey: world.apiKey, signal: AbortSignal.any([signal, over.signal]) });
    await load.begin();
    say('Callers come.');
    const phases: Phase[] = [];
    const during = async (what: string, work: () => Promise<void>) => {
      const fromMs = load.now();
      say(`${what}.`);
      const looking = new AbortController();
      const leastReady = leastOf(front.ready, looking.signal);
      try {
        await work();
      } finally {
        looking.abort();
      }
      say(`${what} is over; apis that were ready at least: ${await leastReady}.`);
      phases.push({ name: what, fromMs, toMs: load.now() });
    };
    await during('before', () => delay(BEFORE_MS, undefined, { signal }));
    refused = 0;
    await scenario.happens({ world, during, seconds, former: former?.root ?? ROOT, say });
    const overMs = load.now();
    await during('after', () => delay(AFTER_MS, undefined, { signal }));
    const { numbers, capacities, failures } = await load.end();
    say(`${numbers.length} orders are taken; looking at what became of them. Callers saw:`);
    const quietMs = quietAfterMs(load.seen, overMs);
    show([
      ...reportOf(load.seen, phases),
      `${refused} connections were refused, and went to another api. ` +
        `The last attempt without an answer began ${(quietMs / 1000).toFixed(1)} s after the end.`,
    ]);
    const left = await violationsAfter({
      ...{ url: front.url, apiKey: world.apiKey, databaseUrl: world.databaseUrl, numbers, capacities, signal },
      temporalAddress: world.temporal.address,
    });
    const violations = [...failures, ...left];
    isClean = violations.length === 0;
    return { violations, logs: world.logs };
  } finally {
    // Of a scenario that failed nobody asks on.
    over.abort();
    front.close();
    await world.stop();
    if (former) rmSync(former.root, { recursive: true, force: true });
    if (isClean || signal.aborted) world.forget();
  }
}

async function leastOf(count: () => number, signal: AbortSignal): Promise<number> {
  let least = count();
  while (!signal.aborted) {
    least = Math.min(least, count());
    await delay(100);
  }
  return least;
}
