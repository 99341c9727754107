import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { ROOT } from '../../../scripts/prepare/binaries.mjs';
import { launch, whenReady, type Child } from '../../../scripts/start/child.ts';
import { freePort } from '../../../scripts/start/ports.ts';
import { prepareNamespace } from '../../../temporal/namespace.ts';
import { openDatabase, type TestDatabase } from '../api/database.ts';
import { certificateOf } from '../domain/roots.ts';
import { startFakeResend, type FakeResend } from '../mail/fake-resend.ts';
import { startCollector, type Collector } from './collector.ts';

/** A process of the product: what it has logged, and its numbers. */
export type Watched = { child: Child; url: string; metrics: () => Promise<string> };

export type Product = {
  api: Watched;
  worker: Watched;
  collector: Collector;
  resend: FakeResend;
  database: TestDatabase;
  namespace: string;
  /** Calls the API with the vendor's key, or another api of it. */
  call: (method: string, path: string, body?: unknown, headers?: object, at?: Watched) => Promise<Response>;
  /** Has another api or worker of it begin, on another database, until it is ready; it ends with the product. */
  begin: (name: Name, database: TestDatabase) => Promise<Watched>;
  stop: () => Promise<void>;
};

type Name = 'api' | 'worker';
const READY: Record<Name, string> = { api: 'the API listens', worker: 'worker ready' };

const KEY = 'vendor-key-of-the-product-that-is-watched';
const base64 = (fill: number) => Buffer.alloc(32, fill).toString('base64url');

/** Api and worker as they run in production, on a database and in a namespace of their own, with their traces sent here. */
export async function startProduct(): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'cloud-licensing-watched-'));
  const namespace = `watched-${randomUUID()}`;
  const [database, resend, collector] = await Promise.all([
    openDatabase(),
    startFakeResend(Date.now),
    startCollector(),
    prepared(namespace),
  ]);
  const env = {
    ...{ PATH: process.env.PATH, NODE_ENV: 'production', HOST: '127.0.0.1' },
    ...{ PUBLIC_URL: 'https://licensing.example.com', TEMPORAL_NAMESPACE: namespace },
    TEMPORAL_ADDRESS: process.env.TEST_TEMPORAL_ADDRESS,
    ...{ RESEND_API_KEY: 're_123', RESEND_BASE_URL: resend.url, MAIL_FROM: 'Licensing <licensing@example.com>' },
    ...{ SECRET_KEYS: `k1:${base64(1)}`, SIGNING_KEYS: `s1:${base64(2)}`, BOOTSTRAP_API_KEY: KEY },
    SIGNING_CERTIFICATES: certificateOf(Buffer.alloc(32, 2)),
    ...{ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' },
    OTEL_BSP_SCHEDULE_DELAY: '100',
  };
  const children: Child[] = [];
  const begin = async (name: Name, { url: databaseUrl }: TestDatabase): Promise<Watched> => {
    const port = String(await freePort());
    const child = await launch({
      command: process.execPath,
      args: ['--import', 'tsx', join(ROOT, name, 'main.ts')],
      log: join(folder, `${name}-${port}.log`),
      env: { ...env, DATABASE_URL: databaseUrl, PORT: port, WORKER_PORT: port },
    });
    children.push(child);
    await whenReady(`The ${name}`, child, () => child.output().includes(READY[name]));
    const url = `http://127.0.0.1:${port}`;
    return { child, url, metrics: async () => (await fetch(`${url}/metrics`)).text() };
  };
  const [api, worker] = await Promise.all([begin('api', database), begin('worker', database)]);
  return {
    ...{ api, worker, collector, resend, database, namespace, begin },
    call: (method, path, body, headers, { url } = api) =>
      fetch(`${url}${path}`, {
        method,
        headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json', ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    async stop() {
      await Promise.all(children.map((child) => child.stop()));
      await Promise.all([resend.stop(), collector.stop(), database.drop()]);
      rmSync(folder, { recursive: true });
    },
  };
}

async function prepared(namespace: string): Promise<void> {
  const connection = await Connection.connect({ address: process.env.TEST_TEMPORAL_ADDRESS });
  await prepareNamespace(connection, namespace);
  await connection.close();
}
