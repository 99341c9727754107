import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readStatus } from '../../agent/status/status.ts';
import { standBy, takeOver, type TakeoverOutcome } from '../../agent/takeover.ts';
import { createAppSuite } from './appsuite.ts';
import type { Client } from './client.ts';
import { declareEmergencies, emergencyViolations } from './emergencies.ts';
import type { PlannedLife } from './plan.ts';
import { untilUnlocked } from './unlocking.ts';
import { startWaiting } from './waiting.ts';

type Options = {
  client: Client;
  /** The folder of the AppSuites' folders. */
  appSuites: string;
  /** The instant from which on no further takeover begins. */
  until: number;
  signal: AbortSignal;
};

type Suite = { id: string; dir: string; suite: ReturnType<typeof createAppSuite> };
type Takeover = { endedAt: string | null; overlapSeconds: number };

/** What a life of a pair left behind: what went wrong at once, and what is still wrong when everything has settled. */
export type PairOutcome = { takeovers: number; violations: string[]; stillWrong: () => Promise<string[]> };

const APPLICATION = 'digital-fax';
const UNITS = 10;
const LONGEST_PAUSE_MS = 1_500;

/** A standby says in whole seconds since when it runs, and an overlap is told in such: in all so many too many. */
const ROUNDED_BY = 2;

/**
 * A server that waits, and its standby, which takes over and goes back again and again; the customer declares emergencies
 * meanwhile. What the served server hears it hears by waiting alone. Once it has heard, no more runs than was sold.
 */
export async function livePair(life: PlannedLife, { client, appSuites, until, signal }: Options): Promise<PairOutcome> {
  const customer = `${life.customer}-pair`;
  const random = life.random.fork();
  const { served, standby } = await openPair(client, customer, appSuites);
  const waiting = startWaiting(served.dir, served.suite);
  const violations: string[] = [];
  /** How long at most both could run at each takeover, in seconds. */
  const overlaps: number[] = [];

  /** Has the standby say something until the cloud knows, and waits until the served server has heard and runs so much. */
  const change = async (what: string, say: () => Promise<TakeoverOutcome>, servedRuns: number) => {
    const beganAt = Date.now();
    if (!(await say()).isTold) await standby.suite.checkIn();
    const heard = `${customer}: a server that hears of ${what} and runs ${servedRuns}`;
    await client.until(heard, async () => (await runsOf(served)) === servedRuns);
    const both = [await runsOf(served), await runsOf(standby)];
    if (both[0]! + both[1]! !== UNITS) violations.push(`${customer}: after ${what} they run ${both.join(' and ')}`);
    return (Date.now() - beganAt) / 1000;
  };

  const takeTurns = async () => {
    do {
      await delay(random.between(0, LONGEST_PAUSE_MS), undefined, { signal });
      overlaps.push(await change('a takeover', () => takeOver({ dir: standby.dir }), 0));
      await delay(random.between(0, LONGEST_PAUSE_MS), undefined, { signal });
      await change('its end', () => standBy({ dir: standby.dir }), UNITS);
    } while (Date.now() < until);
  };

  try {
    const [numbers] = await Promise.all([declareEmergencies(client, customer, APPLICATION), takeTurns()]);
    return {
      takeovers: overlaps.length,
      violations,
      stillWrong: async () => [
        ...(await takeoverViolations(client, served.id, overlaps)),
        ...(await emergencyViolations(client, customer, numbers)),
      ],
    };
  } finally {
    violations.push(...(await waiting.stop()));
  }
}

/** A customer with an order of its own, whose units one server has, and a standby of that server; both are activated. */
async function openPair(client: Client, customer: string, appSuites: string) {
  const number = `SO-${customer}`;
  await client.change('POST', '/v1/orders', `place-${number}`, {
    ...{ number, customer: { id: customer, name: customer, email: `it@${customer}.example` } },
    lines: [{ application: APPLICATION, capacity: UNITS, license: 'perpetual' }],
  });
  await client.change('POST', `/v1/orders/${number}/unlock`, `unlock-${number}`);
  await untilUnlocked(client, number);
  const open = async (name: string, about: object): Promise<Suite> => {
    const path = `/v1/accounts/${customer}/servers`;
    const { id } = await client.change<{ id: string }>('POST', path, `${customer}-${name}`, { name, ...about });
    const dir = join(appSuites, `${customer}-${name}`);
    return { id, dir, suite: createAppSuite(client, dir) };
  };
  const activate = async ({ id, suite }: Suite) =>
    suite.activate((await client.read<{ token: string }>(`/v1/servers/${id}/token`)).token);

  const served = await open('main', { role: 'production' });
  const assigned = `/v1/servers/${served.id}/assignments/${APPLICATION}`;
  await client.changeInTheEnd('PUT', assigned, `${customer}-assign`, { capacity: UNITS });
  await activate(served);
  const standby = await open('spare', { role: 'redundancy', standbyFor: served.id });
  await activate(standby);
  return { served, standby };
}

/** How many units a machine runs by itself, without asking the cloud. */
async function runsOf({ dir }: Suite): Promise<number> {
  const { applications } = await readStatus({ dir });
  return applications.find(({ application }) => application === APPLICATION)?.capacity ?? 0;
}

/** What the cloud says of takeovers that were: each counted once, ended, and with no more overlap than there can have been. */
async function takeoverViolations(client: Client, served: string, overlaps: number[]): Promise<string[]> {
  const { items } = await client.read<{ items: Takeover[] }>(`/v1/servers/${served}/takeovers`);
  const events = await client.readAll<{ type: string }>(`/v1/servers/${served}/events`);
  const times = (type: string) => events.filter((event) => event.type === type).length;
  const counted = [items.length, times('takeover-started'), times('takeover-ended')];
  const running = items.filter(({ endedAt }) => endedAt === null).length;
  const longer = items
    .toReversed()
    .filter(({ overlapSeconds }, index) => overlapSeconds > overlaps[index]! + ROUNDED_BY);
  return [
    ...(counted.some((count) => count !== overlaps.length)
      ? [`${served}: ${overlaps.length} takeovers are counted, begun and ended as ${counted.join()}`]
      : []),
    ...(running > 0 ? [`${served}: ${running} takeovers have no end`] : []),
    ...longer.map(
      ({ overlapSeconds }) => `${served}: both are said to have run for ${overlapSeconds} s, which is too long`,
    ),
  ];
}
