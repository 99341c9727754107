import { randomUUID } from 'node:crypto';
import { Client, Connection, type WorkflowClientInterceptor } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { createBatchWalk } from '../../../activities/batches.ts';
import type { PublishWithMail } from '../../../activities/publish-with-mail.ts';
import { createStartMail } from '../../../activities/start-mail.ts';
import { createTellNotices } from '../../../activities/tell-notices.ts';
import type { Activities } from '../../../temporal/contract.ts';
import { createOrderTalk } from '../../../activities/orders.ts';
import { createPublishing } from '../../../activities/publish.ts';
import { buildApp } from '../../../api/app.ts';
import type { Deps } from '../../../api/deps.ts';
import { hashOfApiKey } from '../../../secrets/api-key.ts';
import { serviceKey } from '../../../secrets/service-keys.ts';
import { createLogger } from '../../../telemetry/logger.ts';
import { createCarryOut } from '../../../services/batches/carrying-out.ts';
import { createKeptOrders } from '../../../services/orders/arriving/kept-orders.ts';
import { createServices, type Services } from '../../../services/services.ts';
import { createAsk, type Ask } from '../../../webhooks/ask.ts';
import { createSender } from '../../../webhooks/send.ts';
import { ApiKeyEntity } from '../../../db/entities/people/api-key.ts';
import { customerLedgers } from '../../../db/queries/orders/ledgers.ts';
import { namingRequests } from '../../../temporal/requests.ts';
import { createWorker } from '../../../worker/create.ts';
import { holdToContract } from './contract.ts';
import { openDatabase, type TestDatabase } from './database.ts';
import { workflowsToRun } from '../../../worker/bundle.ts';
import { certifiedKey } from '../domain/roots.ts';
import type { Catalogue } from '../../../domain/catalogue/catalogue.ts';
import { CATALOGUE } from '../domain/catalogue.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers without describing them again
export type Answer = { status: number; body: any; headers: Record<string, unknown> };

type Posted = Parameters<Deps['mail']['send']>[0];

export type TestApi = {
  app: FastifyInstance;
  database: TestDatabase;
  deps: Deps;
  temporalAddress: string;
  /** Of this API alone: the workers of other test files, with other databases, take nothing from it. */
  taskQueue: string;
  services: Services;
  /** E-mails to people that were sent, in order. */
  posted: Posted[];
  /** What the API has logged so far. */
  logged: () => string;
  /** Calls the API with the vendor's key, unless `headers` say otherwise. */
  call: (method: InjectOptions['method'] & string, url: string, body?: unknown, headers?: object) => Promise<Answer>;
  close: () => Promise<void>;
};

export type ApiChanges = {
  temporalAddress?: string;
  clock?: () => number;
  resendWebhookSecret?: string;
  publicUrl?: string;
  catalogue?: Catalogue;
  /** What asks addresses that others named. */
  ask?: Ask;
};

/** Another cloud service, which tokens can be for. */
export const SERVICE = 'https://voice.example';

/** Receivers of tests stand on this machine. */
export const PRIVATE_TARGETS = new Set(['127.0.0.1']);

const VENDOR_KEY_ID = '6f2f5a0e-3c1d-4d5f-9a65-0d8a4f7c1b20';

/** The API on a database of its own and the run's real Temporal server, or on another one; its clock can be moved. */
export async function openApi(changes: ApiChanges = {}): Promise<TestApi> {
  const database = await openDatabase();
  const address = changes.temporalAddress ?? process.env.TEST_TEMPORAL_ADDRESS!;
  const connection = Connection.lazy({ address });
  const taskQueue = `test-${randomUUID()}`;
  const lines: string[] = [];
  const posted: Posted[] = [];
  const sender = createSender({ privateTargets: PRIVATE_TARGETS, proxy: null }, { clock: changes.clock ?? Date.now });
  const asker = createAsk({ privateTargets: PRIVATE_TARGETS, proxy: null });
  const deps: Deps = {
    orm: database.orm,
    temporal: new Client({ connection, interceptors: { workflow: [startingOn(taskQueue), namingRequests] } }),
    secretKeys: [{ name: 'k1', key: Buffer.alloc(32, 1) }],
    signingKeys: [certifiedKey('s1')],
    serviceTokens: { audiences: new Set([SERVICE]), keys: [serviceKey({ seed: Buffer.alloc(32, 't1') })] },
    publicUrl: changes.publicUrl ?? 'https://licensing.example',
    trustProxy: false,
    resendWebhookSecret: changes.resendWebhookSecret ?? null,
    mail: {
      from: 'Licensing <licensing@licensing.example>',
      send: async (mail) => {
        posted.push(mail);
        return { kind: 'sent' };
      },
    },
    webhooks: { send: sender.send, ask: changes.ask ?? asker.ask, privateTargets: PRIVATE_TARGETS },
    catalogue: changes.catalogue ?? CATALOGUE,
    clock: changes.clock ?? Date.now,
    logger: createLogger({ write: (line) => void lines.push(line) }),
  };
  const key = `vendor-${randomUUID()}`;
  // The same in every run: ids of servers derive from who registers them.
  const row = { id: VENDOR_KEY_ID, hash: hashOfApiKey(key), createdAt: new Date() };
  await database.orm.em.fork().insert(ApiKeyEntity, row);
  const services = createServices(deps);
  const app = await buildApp(deps, services);
  holdToContract(app);
  return {
    app,
    database,
    deps,
    temporalAddress: address,
    taskQueue,
    services,
    posted,
    logged: () => lines.join(''),
    call: async (method, url, body, headers) => {
      const answer = await app.inject({
        method: method as 'GET',
        url,
        headers: { authorization: `Bearer ${key}`, ...headers },
        ...(body !== undefined && { payload: body as object }),
      });
      const isJson = String(answer.headers['content-type']).includes('json') && answer.body !== '';
      return { status: answer.statusCode, body: isJson ? answer.json() : answer.body, headers: answer.headers };
    },
    async close() {
      await app.close();
      await sender.close();
      await asker.close();
      await connection.close();
      await database.drop();
    },
  };
}

/** What a worker needs to know of an API. */
export type WorkedFor = Pick<TestApi, 'temporalAddress' | 'taskQueue'> & {
  deps: Pick<Deps, 'orm' | 'temporal' | 'secretKeys'> & Partial<Pick<Deps, 'catalogue' | 'clock'>>;
};

/** A worker for the API's workflows, in this process; it publishes and asks orders, and sends no mail unless `replaced` does. */
export async function startWorker(
  { deps, temporalAddress, taskQueue }: WorkedFor,
  replaced: Partial<Activities> = {},
  publishWithMail: PublishWithMail = async () => null,
): Promise<{ stop: () => Promise<void> }> {
  const publishing = createPublishing(deps);
  const { sendMail = async () => 'sent' as const, publishOrder = publishing.publishOrder } = replaced;
  const connection = await NativeConnection.connect({ address: temporalAddress });
  const worker = await createWorker({
    connection,
    namespace: 'default',
    workflowBundle: await workflowsToRun(),
    activities: {
      ...publishing,
      ...createBatchWalk({
        orm: deps.orm,
        ...createCarryOut({ catalogue: CATALOGUE, clock: Date.now, ...deps, log: console }),
        gives: () => false,
      }),
      ...createOrderTalk({
        client: deps.temporal,
        readLedgers: (customerId) => customerLedgers(deps.orm.em.fork(), customerId),
      }),
      ...createStartMail({
        ...{ client: new Client({ connection }), taskQueue, clock: Date.now },
        ...{ sendAtOnce: sendMail, publishOrder, publishWithMail },
      }),
      sendMail,
      tellNotices: createTellNotices({ orm: deps.orm, client: deps.temporal, taskQueue }),
      sweep: async () => [],
      sendDigest: async () => ({ outcome: 'sent', left: [] }),
      tellDisabled: async () => undefined,
      ...replaced,
    },
    overrides: { taskQueue },
  });
  const running = worker.run();
  const starting = startStarter({ taskQueue, deps }, connection);
  return {
    async stop() {
      await starting.stop();
      worker.shutdown();
      await running;
      await connection.close();
    },
  };
}

/** Starts the orders that were kept, on the connection of a worker, as the product's worker does. */
export function startStarter(
  { deps, taskQueue }: Pick<WorkedFor, 'deps' | 'taskQueue'>,
  connection: NativeConnection,
): { stop: () => Promise<void> } {
  const kept = createKeptOrders({
    ...{ orm: deps.orm, clock: deps.clock ?? Date.now, startsEagerly: true, log: { error: () => {} }, warn: () => {} },
    temporal: new Client({ connection, interceptors: { workflow: [startingOn(taskQueue)] } }),
  });
  kept.start();
  return kept;
}

/** The API with a worker of its own, which stops before it. */
export async function openWorkingApi(changes: Parameters<typeof openApi>[0] = {}): Promise<TestApi> {
  const api = await openApi(changes);
  const worker = await startWorker(api);
  return {
    ...api,
    close: async () => {
      await worker.stop();
      await api.close();
    },
  };
}

/** Starts workflows on a queue other than the product's. */
export function startingOn(taskQueue: string): WorkflowClientInterceptor {
  return {
    startWithDetails: (input, next) => next({ ...input, options: { ...input.options, taskQueue } }),
    signalWithStart: (input, next) => next({ ...input, options: { ...input.options, taskQueue } }),
  };
}

let orders = 0;

/** An order that the API takes, with a number and a customer of its own; `changes` replace its fields. */
export function anOrder(changes: Record<string, unknown> = {}) {
  const id = `${Date.now()}-${process.pid}-${(orders += 1)}`;
  return {
    number: `SO-${id}`,
    customer: { id: `acme-${id}`, name: 'Acme Hotels', email: 'it@acme-hotels.example', timeZone: 'Europe/Rome' },
    reseller: { id: 'northwind-voice', name: 'Northwind Voice', email: 'orders@northwind-voice.example' },
    lines: [
      { application: 'digital-fax', capacity: 8, license: 'perpetual', care: { endsOn: '2099-12-31' } },
      { application: 'call-recording', capacity: 20, license: 'subscription', endsOn: '2099-12-31' },
    ] as object[],
    ...changes,
  };
}
