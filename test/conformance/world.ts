import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { AppSuiteError, RefusedError, UnreachableError } from '../../agent/errors.ts';
import { pair, type PairOptions } from '../../agent/pair.ts';
import { serviceToken } from '../../agent/service-token.ts';
import type { Status } from '../../agent/status/status.ts';
import { standBy, takeOver } from '../../agent/takeover.ts';
import { buildApp } from '../../api/app.ts';
import { addDays, dayAt, startOfDay } from '../../domain/days.ts';
import type { SigningKey } from '../../secrets/signing-keys.ts';
import { anOrder, openApi, startWorker, type Answer } from '../support/api/api.ts';
import { NEWEST } from '../support/agent/appsuites.ts';
import { fetchFrom, type Network } from '../support/agent/inject-fetch.ts';
import { certifiedKey } from '../support/domain/roots.ts';
import { AUDIENCE, createServers } from '../support/api/servers.ts';
import { enterCorporateNetwork } from '../support/network/corporate.ts';

const DAY_MS = 86_400_000;
/** Where the customers are. */
const ZONE = 'Europe/Rome';

/** A case of the table: what a customer could ask about, and what happened when it was tried, in words. */
export type Case = { name: string; run: (world: World) => Promise<string> };
export type Area = { title: string; cases: Case[] };

type Call = (method: 'GET', url: string, headers: Record<string, string>) => Promise<Answer>;

export type World = Awaited<ReturnType<typeof openWorld>>;
export type AppSuite = ReturnType<World['appSuite']>;

/**
 * The API, a worker and AppSuites that reach it through a customer's network, with a clock that a case can move; it is right
 * again at the beginning of the next. The AppSuite of 2026 knows no such network, and reaches the API straight.
 */
export async function openWorld(suite = NEWEST) {
  let aheadMs = 0;
  let network: Network = 'works';
  const now = () => Date.now() + aheadMs;
  const api = await openApi({ clock: now });
  let worker = await startWorker(api);
  const folder = await mkdtemp(join(tmpdir(), 'conformance-'));
  const realFetch = globalThis.fetch;
  globalThis.fetch = fetchFrom(api.app, () => network);
  const corporate = await enterCorporateNetwork(api.app, AUDIENCE, () => network);
  const servers = createServers(() => api, now);
  let suites = 0;
  let others = 0;

  return {
    api,
    ...servers,
    corporate,
    now,

    begin: () => {
      aheadMs = 0;
      network = 'works';
      corporate.begin();
    },

    /** Moves the clock of the cloud and of every AppSuite: whole days to the same hour there, also when clocks change meanwhile. */
    pass(days: number): void {
      const today = dayAt(now(), ZONE);
      aheadMs += Number.isInteger(days)
        ? startOfDay(addDays(today, days), ZONE) - startOfDay(today, ZONE)
        : days * DAY_MS;
    },

    /** Whether AppSuites reach the cloud. */
    reach: (isReached: boolean) => void (network = isReached ? 'works' : 'away'),

    /** Whether the cloud's answers get lost on their way to AppSuites. */
    loseAnswers: (isLossy: boolean) => void (network = isLossy ? 'loses answers' : 'works'),

    /** A page for signing in answers in the place of the cloud, until it is reached again. */
    answersItself: () => void (network = 'answers itself'),

    /** Runs a function while no worker runs. */
    async withoutWorker<Result>(work: () => Promise<Result>): Promise<Result> {
      await worker.stop();
      try {
        return await work();
      } finally {
        worker = await startWorker(api);
      }
    },

    /** Waits until a server's journal has something of this type. */
    async journaled(id: string, type: string): Promise<string> {
      for (let tries = 0; tries < 200; tries++) {
        if ((await servers.eventsOf(id)).includes(type)) return `journaled as \`${type}\``;
        await delay(50);
      }
      return `never journaled as \`${type}\``;
    },

    /** Calls the API of a process that reaches no Temporal. */
    async withoutTemporal(work: (call: Call) => Promise<Answer>): Promise<Answer> {
      const connection = Connection.lazy({ address: '127.0.0.1:9' });
      const app = await buildApp({ ...api.deps, temporal: new Client({ connection }) });
      try {
        return await work(async (method, url, headers) => {
          const answer = await app.inject({ method, url, headers });
          return { status: answer.statusCode, body: answer.body, headers: answer.headers };
        });
      } finally {
        await app.close();
        await connection.close();
      }
    },

    /** Puts a new signing key before the others, as a rotation does; `removeOld` takes them away. */
    rotateSigningKeys(name: string, removeOld = false): void {
      const keys = api.deps.signingKeys as SigningKey[];
      if (removeOld) keys.splice(1);
      else keys.unshift(certifiedKey(name));
    },

    /** Signs with another key while something is done. */
    async signingWith<Result>(key: SigningKey, work: () => Promise<Result>): Promise<Result> {
      const keys = api.deps.signingKeys as SigningKey[];
      keys.unshift(key);
      try {
        return await work();
      } finally {
        keys.shift();
      }
    },

    /** A server that holds what is named, of a customer whose order of these lines is unlocked. */
    async holding(lines: object[], capacities: Record<string, number>) {
      const server = await servers.aServer(lines);
      for (const [application, capacity] of Object.entries(capacities))
        await servers.assign(server.id, application, capacity);
      return server;
    },

    /** One more server of the same customer. */
    async another({ customer }: { customer: string }): Promise<string> {
      const other = { name: `Other ${(others += 1)}`, role: 'test' };
      const { body } = await api.call('POST', `/v1/accounts/${customer}/servers`, other);
      return body.id as string;
    },

    /** Another order of a customer, unlocked. */
    async alsoOrders(customer: string, lines: object[]): Promise<string> {
      const order = anOrder({ lines });
      const sold = { ...order, customer: { ...order.customer, id: customer } };
      await api.call('POST', '/v1/orders', sold);
      await api.call('POST', `/v1/orders/${order.number}/unlock`);
      return order.number;
    },

    /** A new AppSuite in a folder of its own, on a machine of its own unless that is named, whose machine's clock is the cloud's, give or take `skewMs`. */
    appSuite(fingerprint = `machine-${suites + 1}`) {
      const dir = join(folder, `${(suites += 1)}`);
      const about = (skewMs: number) => ({ dir, nowMs: now() + skewMs });
      return {
        dir,
        activate: (token: string, skewMs = 0, version?: string) =>
          suite.activate({
            ...about(skewMs),
            token,
            url: AUDIENCE,
            fingerprint,
            ...(version !== undefined && { version }),
          }),
        checkIn: async (skewMs = 0): Promise<Status> => (await suite.checkIn(about(skewMs))).status,
        status: (skewMs = 0) => suite.readStatus(about(skewMs)),
        leave: () => suite.leave(about(0)),
        offlineRequest: (token: string) => suite.offlineRequest({ ...about(0), token, url: AUDIENCE, fingerprint }),
        offlineInstall: (response: string) => suite.offlineInstall({ ...about(0), response }),
        offlineReturn: () => suite.offlineReturn(about(0)),
        pair: (skewMs: number, { say, sleep }: Pick<PairOptions, 'say' | 'sleep'>) =>
          pair({ dir, url: AUDIENCE, fingerprint, say, sleep, clock: () => now() + skewMs }),
        serviceToken: (audience: string) => serviceToken({ ...about(0), audience }),
        takeOver: () => takeOver(about(0)),
        standBy: () => standBy(about(0)),
      };
    },

    async close() {
      globalThis.fetch = realFetch;
      await corporate.close();
      await worker.stop();
      await api.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** A day that many days from now, where the customers of tests are. */
export function day(fromNow: number): string {
  return addDays(dayAt(Date.now(), ZONE), fromNow);
}

/** A subscription that lasts from one day to another. */
export function subscription(application: string, capacity: number, from = -10, to = 300): object {
  return { application, capacity, license: 'subscription', startsOn: day(from), endsOn: day(to) };
}

/** An evaluation that lasts from ten days ago to a day. */
export function evaluation(application: string, capacity: number, to = 30): object {
  return { application, capacity, license: 'evaluation', startsOn: day(-10), endsOn: day(to) };
}

/** A perpetual license whose care lasts that many days, or which has none. */
export function perpetual(application: string, capacity: number, careDays: number | null = 300): object {
  const care = careDays === null ? {} : { care: { endsOn: day(careDays) } };
  return { application, capacity, license: 'perpetual', startsOn: day(-10), ...care };
}

/** An answer in words: its status, and the code of a refusal. */
export function said({ status, body }: Answer): string {
  return typeof body === 'object' && body?.code ? `${status} \`${body.code}\`` : `${status}`;
}

/** What an AppSuite heard: `answered`, or why not. */
export async function heard(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'answered';
  } catch (error) {
    if (error instanceof RefusedError) return `refused: \`${error.code}\``;
    if (error instanceof UnreachableError) return 'not reached';
    if (error instanceof AppSuiteError) return error.message;
    throw error;
  }
}

/** What runs, and whether the administrator hears what is wrong where nothing does. */
export function runningAndSaid(status: Status): string {
  const isTold = status.warnings.some((text) => text.includes('lists nothing that this server may run'));
  return `${running(status)}; the administrator is ${isTold ? 'told what may have happened and what to do' : 'not told why'}`;
}

/** What runs after a change has reached the AppSuite by a check-in. */
export async function runningAfter(suite: AppSuite, change: () => Promise<unknown>): Promise<string> {
  const before = running(await suite.checkIn());
  await change();
  for (let tries = 0; tries < 200; tries++) {
    const after = running(await suite.checkIn());
    if (after !== before) return after;
    await delay(50);
  }
  return before;
}

/** What runs, in words: each application with its state and what may be used, then the services. */
export function running({ applications, services }: Status): string {
  if (applications.length === 0) return 'nothing';
  const each = applications.map(({ name, state, capacity }) => `${name}: ${state.replaceAll('-', ' ')}, ${capacity}`);
  return [...each, services.length > 0 ? 'services' : 'no services'].join('; ');
}
