import { setTimeout as delay } from 'node:timers/promises';
import { connect } from '../../db/orm.ts';
import { median, quantile } from '../in-turns.ts';
import type { Installation } from '../installation.ts';
import { manyAtATime } from '../load.ts';
import { perPiece, readCounters, type Parts } from '../production/costs.ts';
import { checkInBy, fillDatabase, SERVERS } from './fleet.ts';

const ROUNDS = 3;
const SECONDS = 10;
/** Servers that call in a loop, and how often each. */
const HASTY = 20;
const HASTY_EVERY_MS = 50;
/** Others call so often together, each once. */
const QUIET_EVERY_MS = 20;
/** More than a server has at once, so that all of them are refused from the first round on. */
const USED_UP_AFTER = 80;
const FIRST_QUIET = 1_000;

/** Twenty servers that call in a loop, and what the check-ins of others take meanwhile, in turns with nobody who does. */
export async function measureHasty({ apiUrl, publicUrl, databaseUrl, pids }: Installation): Promise<[]> {
  const orm = await connect(databaseUrl, 1);
  console.error(`  ${SERVERS} servers are put into the database`);
  await fillDatabase(orm);
  await orm.close();
  const { postgres, api } = pids();
  const parts: Parts = { pids: { postgres, api }, databases: {} };
  const call = async (server: string) => (await checkInBy(server, apiUrl, publicUrl)).status;
  await manyAtATime(HASTY * USED_UP_AFTER, (index) => call(`server-${1 + (index % HASTY)}`));

  let quiet = FIRST_QUIET;
  const times: Record<'alone' | 'beside', number[]> = { alone: [], beside: [] };
  const refused: number[] = [];
  for (let round = 0; round <= ROUNDS; round++)
    for (const side of ['alone', 'beside'] as const) {
      const until = performance.now() + SECONDS * 1_000;
      const hasty = side === 'beside' ? Array.from({ length: HASTY }, (_, n) => inALoop(`server-${n + 1}`, until)) : [];
      const taken = await oneAfterTheOther(until);
      const answers = (await Promise.all(hasty)).flat();
      console.error(`  round ${round} of ${ROUNDS}, ${side}: p95 ${quantile(taken, 0.95).toFixed(1)} ms`);
      if (round === 0) continue;
      times[side].push(quantile(taken, 0.95));
      if (side === 'beside') refused.push(answers.filter((status) => status === 429).length / answers.length);
    }
  const [answeredMs, refusedMs] = [
    await costOf(() => `server-${++quiet}`),
    await costOf((index) => `server-${1 + (index % HASTY)}`),
  ];
  const [alone, beside] = [times.alone, times.beside].map((each) => median(each).toFixed(1));
  console.log(
    `\n${HASTY} servers call ${1_000 / HASTY_EVERY_MS} times a second each, of which ${(median(refused) * 100).toFixed(0)} % are told to wait.` +
      ` Check-ins of others, ${1_000 / QUIET_EVERY_MS} a second: p95 ${alone} ms without them, ${beside} ms beside them.` +
      ` A call that is answered costs ${answeredMs} ms of CPU, one that is told to wait ${refusedMs} ms (api and PostgreSQL).\n`,
  );
  return [];

  async function inALoop(server: string, until: number): Promise<number[]> {
    const statuses: number[] = [];
    while (performance.now() < until) {
      const pause = delay(HASTY_EVERY_MS);
      statuses.push(await call(server));
      await pause;
    }
    return statuses;
  }

  async function oneAfterTheOther(until: number): Promise<number[]> {
    const taken: number[] = [];
    while (performance.now() < until) {
      const from = performance.now();
      const pause = delay(QUIET_EVERY_MS);
      const status = await call(`server-${++quiet}`);
      if (status !== 200) throw new Error(`A check-in was answered with ${status}.`);
      taken.push(performance.now() - from);
      await pause;
    }
    return taken;
  }

  /** Milliseconds of CPU for each of many calls. */
  async function costOf(server: (index: number) => string): Promise<string> {
    const calls = 5_000;
    const before = await readCounters(parts);
    await manyAtATime(calls, (index) => call(server(index)));
    const cost = perPiece(before, await readCounters(parts), calls);
    return Object.values(cost)
      .reduce((sum, ms) => sum + ms, 0)
      .toFixed(2);
  }
}
