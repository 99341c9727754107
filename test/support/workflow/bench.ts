import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Client } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import type { Worker, WorkerOptions } from '@temporalio/worker';
import { createOrderTalk } from '../../../activities/orders.ts';
import { createStartMail } from '../../../activities/start-mail.ts';
import { isOver } from '../../../domain/order/line/capacity.ts';
import type { Order } from '../../../domain/order/order.ts';
import type { Renewal } from '../../../domain/order/commands.ts';
import type { RecordedOrderEvent } from '../../../domain/order/events.ts';
import type { SoldLine } from '../../../domain/order/arriving/sold.ts';
import { POLICY } from '../../../domain/policy.ts';
import type { Instants } from '../../../domain/catalogue/terms.ts';
import type { RecordedServerEvent, Server, ServerRole } from '../../../domain/server/server.ts';
import { createDeliveringWorker, createWorker } from '../../../worker/create.ts';
import * as contract from '../../../temporal/contract.ts';
import { numbered, SEARCH_ATTRIBUTES } from '../../../temporal/search-attributes.ts';
import { binary } from '../../../scripts/prepare/binaries.mjs';
import './quiet.ts';
import { workflowsToRun } from '../../../worker/bundle.ts';

/** What the workflows of a test have published and sent; kept by the test instead of by PostgreSQL and Resend. */
export type Published = {
  orders: Map<string, { order: Order; events: RecordedOrderEvent[] }>;
  servers: Map<string, { server: Server; events: RecordedServerEvent[] }>;
  mails: contract.MailStart[];
  notices: contract.NoticeTold[];
  digests: contract.DigestRequest[];
  /** The states of batches, as they were shown. */
  batches: string[];
};

/** The activities that keep what the test looks at; a worker sends an e-mail as the product does, with what stands here for Resend. */
type Recording = Omit<contract.Activities, 'startMail' | 'publishDelivery'>;

export type Bench = {
  taskQueue: string;
  env: TestWorkflowEnvironment;
  published: Published;
  activities: Recording;
  /** Runs a worker while the given function runs; activities can be replaced one by one. */
  withWorker<Result>(run: () => Promise<Result>, options?: WorkerChoice): Promise<Result>;
  startOrder(number: string, lines: SoldLine[], options?: OrderChoice): Promise<void>;
  startServer(id: string, about?: Pick<contract.NewServer, 'standby'> & { role?: ServerRole }): Promise<void>;
  events(number: string): RecordedOrderEvent[];
  order(number: string): Promise<Order>;
  now(): Promise<number>;
  /** Waits until something is so, while the worker works. */
  until(isSo: () => boolean | Promise<boolean>): Promise<void>;
  stop(): Promise<void>;
};

/**
 * When an order was accepted and where; `instants` stand in for what its days would mean; `renewal` waits for the order's
 * first task, as if no worker had run since its acceptance.
 */
export type OrderChoice = {
  acceptedAt?: number;
  timeZone?: string;
  instants?: Instants[];
  renewal?: contract.Taken & Renewal;
};

export type WorkerChoice = {
  activities?: Partial<contract.Activities>;
  /** What delivers to webhooks, by a worker of its own; absent where nothing is delivered. */
  delivering?: contract.DeliveringActivities;
  overrides?: Partial<WorkerOptions>;
};

export const CUSTOMER = 'acme-hotels';

/** What an activation says of its machine. */
export const MACHINE = {
  tokenVersion: 1,
  fingerprint: 'machine-1',
  publicKey: { kty: 'OKP', crv: 'Ed25519', x: 'x' } as const,
  version: '2026.Autumn.1',
  hostname: null,
};

/** A time-skipping Temporal server of its own for one test file, and the product's workflows on it. */
export async function openTimeSkippingBench(): Promise<Bench> {
  return openBench(await openTimeSkippingServer());
}

/** The server alone, for a test that brings its own workers. */
export async function openTimeSkippingServer(): Promise<TestWorkflowEnvironment> {
  const env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: binary('temporal-test-server') } },
  });
  await registerSearchAttributes(env);
  return env;
}

/** The run's real Temporal server, on a task queue of this test file's own: for races, which the other server does not have. */
export async function openRealBench(): Promise<Bench> {
  return openBench(
    await TestWorkflowEnvironment.createFromExistingServer({ address: process.env.TEST_TEMPORAL_ADDRESS! }),
  );
}

function openBench(env: TestWorkflowEnvironment): Bench {
  const taskQueue = `test-${randomUUID()}`;
  const lists = { mails: [], notices: [], digests: [], batches: [] };
  const published: Published = { orders: new Map(), servers: new Map(), ...lists };
  const activities = recordingActivities(env, published);
  const start = (type: string, workflowId: string, start: contract.OrderStart | contract.ServerStart) =>
    env.client.workflow.start(type, {
      workflowId,
      args: [start],
      taskQueue,
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
    });

  return {
    taskQueue,
    env,
    published,
    activities,
    async withWorker(run, { activities: replaced = {}, delivering, overrides = {} } = {}) {
      const { sendMail: sendAtOnce, publishOrder } = { ...activities, ...replaced };
      const client = new Client({ connection: env.nativeConnection });
      const mailing = { sendAtOnce, publishOrder, publishWithMail: () => Promise.resolve(null), clock: Date.now };
      const worker: Worker = await createWorker({
        connection: env.nativeConnection,
        namespace: 'default',
        workflowBundle: await workflowsToRun(),
        activities: { ...activities, ...createStartMail({ client, taskQueue, ...mailing }), ...replaced },
        // Each test has a worker of its own; the test server would wait ten seconds for the one before.
        overrides: { taskQueue, stickyQueueScheduleToStartTimeout: '100ms', ...overrides },
      });
      if (!delivering) return worker.runUntil(run);
      const beside = await createDeliveringWorker({
        ...{ connection: env.nativeConnection, namespace: 'default', activities: delivering },
        overrides: { taskQueue: contract.deliveringQueue(taskQueue) },
      });
      return worker.runUntil(() => beside.runUntil(run));
    },
    async startOrder(number, lines, { acceptedAt, timeZone = 'UTC', instants, renewal } = {}) {
      const at = acceptedAt ?? (await env.currentTimeMs());
      const opening = {
        number,
        customerId: CUSTOMER,
        resellerId: 'northwind-voice',
        distributorId: null,
        timeZone,
        policy: POLICY,
        placedAt: at,
        acceptedAt: at,
      };
      const begun = { opening, reference: number, lines, ...(instants && { instants }) };
      if (!renewal) return void (await start('order', contract.orderWorkflowId(number), begun));
      await env.client.workflow.signalWithStart('order', {
        ...{ workflowId: contract.orderWorkflowId(number), args: [begun], taskQueue },
        ...{ signal: contract.renewSignal, signalArgs: [renewal] },
      });
    },
    async startServer(id, { role = 'production', ...standing } = {}) {
      const registeredAt = await env.currentTimeMs();
      const { silentDays } = POLICY;
      const about = { id, customerId: CUSTOMER, name: id, role, registeredAt };
      const opening = { ...about, silentDays };
      await start('server', contract.serverWorkflowId(id), { opening, ...standing });
    },
    events: (number) => published.orders.get(number)?.events ?? [],
    order: (number) => env.client.workflow.getHandle(contract.orderWorkflowId(number)).query(contract.orderQuery),
    now: () => env.currentTimeMs(),
    async until(isSo) {
      for (let tries = 0; tries < 2_500; tries++) {
        if (await isSo()) return;
        await setTimeout(20);
      }
      throw new Error('It did not become so');
    },
    stop: () => env.teardown(),
  };
}

function recordingActivities(env: TestWorkflowEnvironment, published: Published): Recording {
  const append = <Event extends { seq: number }>(before: Event[] = [], events: Event[]) => [
    ...before,
    ...events.filter((event) => event.seq > (before.at(-1)?.seq ?? 0)),
  ];
  const readLedgers = () =>
    Promise.resolve([...published.orders.values()].map(({ order }) => order).filter((order) => !isOver(order)));
  return {
    async publishOrder({ order, events }) {
      published.orders.set(order.number, {
        order,
        events: append(published.orders.get(order.number)?.events, events),
      });
    },
    async publishServer({ server, events }) {
      published.servers.set(server.id, { server, events: append(published.servers.get(server.id)?.events, events) });
    },
    sweep: () => Promise.resolve([]),
    noteSilence: () => Promise.resolve(null),
    async tellNotices(notice) {
      published.notices.push(notice);
    },
    async sendMail(mail) {
      published.mails.push(mail);
      return 'sent';
    },
    async sendDigest(request) {
      published.digests.push(request);
      return { outcome: 'sent', left: [] };
    },
    tellDisabled: () => Promise.resolve(),
    walkBatch: () => Promise.resolve({ done: 0, refused: 0, waiting: 0, isMoving: true }),
    haltBatch: () => Promise.resolve(),
    async showBatch(shown) {
      published.batches.push(shown.state);
    },
    ...createOrderTalk({ client: env.client, readLedgers }),
  };
}

async function registerSearchAttributes(env: TestWorkflowEnvironment): Promise<void> {
  const searchAttributes = numbered(Object.values(SEARCH_ATTRIBUTES));
  await env.connection.operatorService.addSearchAttributes({ namespace: 'default', searchAttributes });
}

/** A subscription of ten attendant consoles over a year, unless said otherwise. */
export function sold(line: Partial<SoldLine> = {}): SoldLine {
  return {
    application: 'attendant-console',
    capacity: 10,
    license: 'perpetual',
    startsOn: '2026-01-01',
    endsOn: null,
    care: null,
    ...line,
  };
}
