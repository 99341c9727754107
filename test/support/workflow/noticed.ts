import { createAskOrders } from '../../../temporal/ask-orders.ts';
import { createPublishing } from '../../../activities/publish.ts';
import { createResend } from '../../../mail/resend.ts';
import { createSendDigest } from '../../../activities/send-digest.ts';
import { createTellNotices } from '../../../activities/tell-notices.ts';
import { AccountEntity } from '../../../db/entities/people/account.ts';
import { dayAt } from '../../../domain/days.ts';
import type { Activities } from '../../../temporal/contract.ts';
import { CUSTOMER, openTimeSkippingBench, type Bench } from './bench.ts';
import { openDatabase, type TestDatabase } from '../api/database.ts';
import { startFakeResend, type FakeResend } from '../mail/fake-resend.ts';
import { CATALOGUE } from '../domain/catalogue.ts';

export const ZONE = 'Europe/Rome';
export const RESELLER = 'northwind-voice';

/** A reseller in Rome who is told of what ends: workflows on a time-skipping server, a database, and a provider of e-mail. */
export type Noticed = {
  bench: Bench;
  database: TestDatabase;
  resend: FakeResend;
  /** The days in Rome on which a digest was asked for. */
  askedOn: string[];
  /** The product's own activities, on the clock of the Temporal server. */
  activities: Pick<Activities, 'noteSilence' | 'publishOrder' | 'publishServer' | 'tellNotices' | 'sendDigest'>;
  close(): Promise<void>;
};

export async function openNoticed(): Promise<Noticed> {
  let now = 0;
  const [bench, database] = await Promise.all([openTimeSkippingBench(), openDatabase()]);
  const resend = await startFakeResend(() => now);
  const { orm } = database;
  const account = { timeZone: ZONE, locale: 'en', createdAt: new Date(), email: 'orders@northwind-voice.example' };
  await orm.em.fork().insertMany(AccountEntity, [
    { ...account, id: RESELLER, kind: 'reseller', name: 'Northwind Voice' },
    { ...account, id: CUSTOMER, kind: 'customer', name: 'Acme Hotels' },
  ]);
  const sendDigest = createSendDigest({
    ...{ orm, publicUrl: 'https://licensing.example', from: 'l@example.com', clock: () => now },
    ...{ catalogue: CATALOGUE, secretKeys: [{ name: 'k1', key: Buffer.alloc(32, 1) }] },
    resend: createResend({ apiKey: 're_test', baseUrl: resend.url }),
    askOrders: createAskOrders(bench.env.client),
  });
  const askedOn: string[] = [];
  return {
    ...{ bench, database, resend, askedOn },
    activities: {
      ...createPublishing({ orm, secretKeys: [] }),
      tellNotices: createTellNotices({ orm, client: bench.env.client, taskQueue: bench.taskQueue }),
      async sendDigest(request) {
        now = await bench.now();
        askedOn.push(dayAt(now, ZONE));
        return sendDigest(request);
      },
    },
    async close() {
      await resend.stop();
      await database.drop();
      await bench.stop();
    },
  };
}
