import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { activate } from '../../agent/activate.ts';
import { renderStatus } from '../../agent/status/render.ts';
import type { Cloud } from './cloud.ts';

type Line = {
  id: string;
  application: string;
  license: string;
  state: string;
  locked: number;
  assigned: number;
  free: number;
  planned: { capacity?: number; on: string }[];
};
export type Order = { number: string; status: string; stage: string; lines: Line[] };
type Server = { id: string; name: string; state: string };
type Mail = { to: string[]; subject: string; text: string };

const VERSION = '2026.Autumn.1';

/** The day that many days from today, `YYYY-MM-DD`. */
export function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** An ERP's order: a subscription and a perpetual license with care, for a hotel. */
export function newOrder(number: string) {
  return {
    number,
    customer: { id: 'story-hotels', name: 'Hôtels “Story” & Söhne', email: 'it@story-hotels.example' },
    reseller: { id: 'story-voice', name: 'Story Voice', email: 'orders@story-voice.example' },
    lines: [
      { application: 'attendant-console', capacity: 20, license: 'subscription', endsOn: inDays(364) },
      { application: 'digital-fax', capacity: 8, license: 'perpetual', care: { level: 'gold', endsOn: inDays(364) } },
    ],
  };
}

/** Posts an order, and finds it delivered and locked. */
export async function deliver(cloud: Cloud, number: string, order: object = newOrder(number)): Promise<void> {
  await cloud.api('POST', '/v1/orders', order);
  await cloud.eventually('delivered order', async () => {
    const { items } = await cloud.api<{ items: unknown[] }>('GET', `/v1/orders/${number}/events`);
    return items.length > 0 || undefined;
  });
}

/** Reads the reseller's one e-mail, presses its button, reads the page, and confirms. */
export async function unlock(cloud: Cloud, number: string): Promise<Mail> {
  const mail = await cloud.eventually(`e-mail for ${number}`, async () => {
    const { items } = JSON.parse(await cloud.open('/dev/outbox.json')) as { items: Mail[] };
    const mails = items.filter((item) => item.subject.includes(number));
    if (mails.length > 1) throw new Error(`${number} had ${mails.length} e-mails instead of one`);
    return mails[0];
  });
  const link = /https?:\/\/\S+\/unlock\/\S+/.exec(mail.text)?.[0];
  if (!link) throw new Error(`The e-mail has no unlock link:\n${mail.text}`);
  const page = await cloud.open(link);
  if (!page.includes(number)) throw new Error(`The unlock page does not name ${number}`);
  const before = await readOrder(cloud, number);
  if (before.stage !== 'locked') throw new Error('Opening the link unlocked the order; only pressing the button may');
  await cloud.press(link);
  await reached(cloud, number, 'unlocked');
  return mail;
}

/** Registers a server of the customer. */
export async function register(cloud: Cloud, name: string, role: string, customer = 'story-hotels'): Promise<Server> {
  return cloud.api<Server>('POST', `/v1/accounts/${customer}/servers`, { name, role });
}

/** Gives a server capacity of an application, absolute. */
export async function assign(cloud: Cloud, server: Server, application: string, capacity: number): Promise<void> {
  await cloud.api('PUT', `/v1/servers/${server.id}/assignments/${application}`, { capacity });
}

/** Pastes the server's token into a new AppSuite, and answers the license table that it shows. */
export async function activateServer(cloud: Cloud, server: Server): Promise<string> {
  const { token } = await cloud.api<{ token: string }>('GET', `/v1/servers/${server.id}/token`);
  const dir = mkdtempSync(join(tmpdir(), 'appsuite-'));
  const status = await activate({ dir, token, url: cloud.url, version: VERSION });
  return renderStatus(status);
}

/** Waits until an order has reached a stage. */
export async function reached(cloud: Cloud, number: string, stage: string): Promise<void> {
  await cloud.eventually(`stage ${stage} of ${number}`, async () =>
    (await readOrder(cloud, number)).stage === stage ? true : undefined,
  );
}

/** The order as the API answers it. */
export function readOrder(cloud: Cloud, number: string): Promise<Order> {
  return cloud.api<Order>('GET', `/v1/orders/${number}`);
}
