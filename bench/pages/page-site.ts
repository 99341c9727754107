import { setTimeout as delay } from 'node:timers/promises';
import Fastify from 'fastify';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Client, Connection } from '@temporalio/client';
import type { Deps } from '../../api/deps.ts';
import { createLogger } from '../../telemetry/logger.ts';
import { createServices } from '../../services/services.ts';
import { createReadBatchFile } from '../../api/batches/files.ts';
import { registerPortal } from '../../portal/app.tsx';
import { countQueries } from '../../test/support/api/count-queries.ts';
import type { Installation } from '../installation.ts';
import { placeOrder } from '../load.ts';
import type { Reader } from './page-list.ts';
import entries from '../../domain/catalogue/catalogue.json' with { type: 'json' };
import { readCatalogue } from '../../domain/catalogue/catalogue-file.ts';

const LOOK_EVERY_MS = 50;

/** The same pages in this process, which counts the statements that each sends. */
export async function openCountedPages({ publicUrl, temporalAddress, secretKeys }: Installation, orm: MikroORM) {
  const connection = await Connection.connect({ address: temporalAddress });
  const catalogue = readCatalogue(entries, () => {});
  const about = { orm, temporal: new Client({ connection }), secretKeys, publicUrl, catalogue, clock: Date.now };
  const deps: Deps = {
    ...about,
    ...{
      signingKeys: [],
      serviceTokens: { audiences: new Set<string>(), keys: [] },
      trustProxy: false,
      resendWebhookSecret: null,
      logger: createLogger(),
    },
    webhooks: { send: () => Promise.reject(new Error('Nor does it here.')), ask: fetch, privateTargets: new Set() },
    mail: { from: '', send: () => Promise.reject(new Error('Reading a page sends nothing.')) },
  };
  const services = createServices(deps);
  const app = Fastify();
  const em = () => orm.em.fork();
  await registerPortal(app, {
    ...about,
    em,
    services,
    links: services.unlockLinks,
    mailbox: true,
    provenForMs: 30 * 60_000,
    temporalPages: null,
    readBatchFile: createReadBatchFile(),
  });
  const queries = await countQueries(orm);
  return {
    queriesOf: (url: string, cookie: string): Promise<number> =>
      queries.while(async () => {
        const { statusCode } = await app.inject({ url, headers: { cookie } });
        if (statusCode !== 200) throw new Error(`${url} answers ${statusCode}`);
      }),
    async close() {
      await app.close();
      await connection.close();
    },
  };
}

/** An order that was placed and unlocked, with a server that has a share of it: both live in Temporal. */
export async function aLife(installation: Installation): Promise<Omit<Reader, 'unlock'>> {
  const { apiUrl, apiKey } = installation;
  const [order, reseller] = ['LIVE-1', 'bench-reseller'];
  const customer = `customer-${order}`;
  const call = async (method: string, path: string, body: object = {}) => {
    const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
    const answer = await fetch(`${apiUrl}/v1${path}`, {
      ...{ method, headers },
      ...(method !== 'GET' && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} answers ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as { id: string; items: unknown[] };
  };
  await placeOrder(installation, order);
  while ((await call('GET', `/orders/${order}/events`)).items.length === 0) await delay(LOOK_EVERY_MS);
  await call('POST', `/orders/${order}/unlock`);
  const { id: server } = await call('POST', `/accounts/${customer}/servers`, { name: 'Main', role: 'production' });
  await call('PUT', `/servers/${server}/assignments/attendant-console`, { capacity: 5 });
  return { order, reseller, customer, server };
}
