import { setTimeout as pause } from 'node:timers/promises';
import { connect } from '../../db/orm.ts';
import { checkInBy, fillDatabase, SERVERS } from './fleet.ts';
import { quantile } from '../in-turns.ts';
import type { Installation } from '../installation.ts';
import { manyAtATime } from '../load.ts';
import { createWaiters } from './waiters.ts';

const MOST_WAITING = 20_000;
/** Beside its waiting servers a process has so many files open, or more. */
const OTHER_FILES = 500;
const COMES_AT_ONCE = 200;

const IDLE_MS = 60_000;
const SINGLE_CHANGES = 100;
const CHANGED_AT_ONCE = 5_000;
const PAUSE_MS = 150;
const BACK_WITHIN_MS = 75_000;

type Orm = Awaited<ReturnType<typeof connect>>;

/**
 * As many servers waiting on one api as the limit of open files lets, up to 20,000: what each takes, what they cost while
 * nothing changes, how soon a change reaches one and 5,000, and what others notice when the process stops.
 */
export async function measureWaits(installation: Installation): Promise<[]> {
  const { databaseUrl, publicUrl, apiUrl } = installation;
  const waiting = Math.min(MOST_WAITING, limitOfOpenFiles() - OTHER_FILES);
  const orm = await connect(databaseUrl, 2);
  console.error(`  ${SERVERS} servers are put into the database, of which ${waiting} wait`);
  await fillDatabase(orm);
  const servers = Array.from({ length: waiting }, (_, index) => `server-${index + 1}`);
  const api = await installation.startApi();
  const heard = new Map<string, number>();
  const sentAway: number[] = [];
  const waiters = createWaiters(api.url, publicUrl, {
    news: (server, atMs) => heard.set(server, atMs),
    sentAway: (atMs) => sentAway.push(atMs),
  });
  const before = await metricsOf(api.url);
  await manyAtATime(waiting, (index) => waiters.checkIn(servers[index]!));
  for (let from = 0; from < waiting; from += COMES_AT_ONCE) {
    for (const server of servers.slice(from, from + COMES_AT_ONCE)) void waiters.waitOn(server);
    await pause(PAUSE_MS);
  }
  await until(async () => (await metricsOf(api.url)).waits >= waiting * 0.99);
  const all = await metricsOf(api.url);
  const bytes = (all.bytes - before.bytes) / waiting;

  console.error('  nothing changes for a minute');
  await pause(IDLE_MS);
  const later = await metricsOf(api.url);
  const cpu = ((later.cpuSeconds - all.cpuSeconds) * 1_000) / IDLE_MS;

  console.error('  servers change, one after the other');
  const single: number[] = [];
  for (const server of servers.slice(0, SINGLE_CHANGES)) single.push(...(await change(orm, [server], heard)));
  console.error(`  ${CHANGED_AT_ONCE} change at once`);
  const atOnce = await change(orm, servers.slice(-CHANGED_AT_ONCE), heard);

  console.error('  the process stops');
  const quiet = await timedCalls(apiUrl, publicUrl, 5_000);
  waiters.moveTo(apiUrl);
  const stoppedAt = Date.now();
  const [stopMs, during] = await Promise.all([
    api.stop().then(() => Date.now() - stoppedAt),
    timedCalls(apiUrl, publicUrl, BACK_WITHIN_MS),
  ]);
  const { waits: back } = await metricsOf(apiUrl);
  waiters.stop();
  await orm.close();

  const p = (times: number[]) =>
    `p50 ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms`;
  const longest = (times: number[]) => Math.max(...times).toFixed(0);
  console.log(`
| ${waiting} servers wait on one api process | |
| --- | --- |
| memory of each, with all that the process took since it began | ${(bytes / 1_000).toFixed(1)} kB |
| CPU while nothing changes | ${(cpu * 100).toFixed(1)} % of a core |
| a change of one server, until it hears | ${p(single)} (${single.length} of ${SINGLE_CHANGES}) |
| a change of ${CHANGED_AT_ONCE} servers, until each hears | ${p(atOnce)} (${atOnce.length} of ${CHANGED_AT_ONCE}) |
| the process stops | ${(stopMs / 1_000).toFixed(1)} s, ${sentAway.length} sent away, ${back} back on another process after ${BACK_WITHIN_MS / 1_000} s |
| check-ins of others on that process, before | ${p(quiet)}, longest ${longest(quiet)} ms |
| while they come back | ${p(during)}, longest ${longest(during)} ms |
`);
  return [];
}

/** The orders of some servers are suspended in one transaction: how long it takes from its end until each has heard, in milliseconds. */
async function change({ em }: Orm, servers: string[], heard: Map<string, number>): Promise<number[]> {
  const numbers = `{${servers.map((server) => server.replace('server-', 'F-')).join()}}`;
  for (const server of servers) heard.delete(server);
  await em.fork().transactional(async (tx) => {
    await tx.execute(`update orders set status = 'suspended', seq = 2 where number = any(?::text[])`, [numbers]);
    await tx.execute(
      `insert into journal (stream, seq, type, at, recorded_at, data)
       select 'order/' || number, 2, 'suspended', now(), now(), '{"reason": "not paid"}' from unnest(?::text[]) number`,
      [numbers],
    );
  });
  const committedAt = Date.now();
  const isHeard = () => servers.every((server) => heard.has(server));
  await until(async () => isHeard() || Date.now() - committedAt > 60_000);
  return servers.flatMap((server) => (heard.has(server) ? heard.get(server)! - committedAt : []));
}

/** How long check-ins of servers that do not wait take, one after the other, for so long, in milliseconds. */
async function timedCalls(url: string, publicUrl: string, forMs: number): Promise<number[]> {
  const times: number[] = [];
  const untilMs = Date.now() + forMs;
  for (let index = SERVERS; Date.now() < untilMs; index -= 1) {
    const from = performance.now();
    const { status } = await checkInBy(`server-${index}`, url, publicUrl);
    if (status !== 200) throw new Error(`A check-in was answered ${status}.`);
    times.push(performance.now() - from);
    await pause(20);
  }
  return times;
}

async function metricsOf(url: string): Promise<{ bytes: number; cpuSeconds: number; waits: number }> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const read = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)![1]);
  return {
    bytes: read('process_resident_memory_bytes'),
    cpuSeconds: read('process_cpu_seconds_total'),
    waits: read('license_waits'),
  };
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(PAUSE_MS);
}

/** Of this process, and of those that it starts. */
function limitOfOpenFiles(): number {
  const { userLimits } = process.report.getReport() as { userLimits: { open_files: { hard: number | 'unlimited' } } };
  const { hard } = userLimits.open_files;
  return hard === 'unlimited' ? Infinity : hard;
}
