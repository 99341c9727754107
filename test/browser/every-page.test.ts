import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startTemporal } from '../../scripts/start/temporal.ts';
import { signInAs } from '../support/api/people.ts';
import { faultsOf, looksAreOver } from '../support/browser/faults.ts';
import { cursorIn } from '../support/browser/keyboard.ts';
import { openPortalBrowser, postFrom, type PortalBrowser, type Somebody } from '../support/browser/portal-browser.ts';
import { aMachine, createServers } from '../support/api/servers.ts';
import type { Showcase } from '../support/browser/showcase.ts';

type Reader = 'reseller' | 'customer' | 'viewer' | 'vendor' | 'nobody';
type Pages = Showcase['pages'];

/** How somebody gets to see a page. */
type Way = (page: Page, site: PortalBrowser) => Promise<unknown>;

const CUSTOMER = '/customers/acme-hotels';

const to =
  (where: keyof Pages | ((pages: Pages) => string)): Way =>
  (page, { showcase: { pages } }) =>
    page.goto(typeof where === 'function' ? where(pages) : pages[where]);

/** A form that is sent with a capacity for a server, after what the server has been through. */
const sending =
  (server: 'silent' | 'waiting', application: string, capacity: string, seq: string): Way =>
  async (page, { showcase: { pages } }) => {
    const field = `${pages[server].split('/').at(-1)!}:${application}`;
    await page.goto(pages.assign);
    const form = { application, [`seq:${field}`]: seq, [`was:${field}`]: '4', [`set:${field}`]: capacity };
    expect(await postFrom(page, `${CUSTOMER}/assign`, form)).toBe(409);
  };

const assigning =
  (capacity: string): Way =>
  async (page, { showcase: { pages } }) => {
    await page.goto(pages.assign);
    await page.getByLabel('Annex').fill(capacity);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Saved' }).waitFor();
  };

const pasting =
  (request: (site: PortalBrowser) => Promise<string> | string): Way =>
  async (page, site) => {
    await page.goto(site.showcase.pages.offline);
    await page.fill('#request', await request(site));
    await page.locator('main form button').first().click();
    await page.locator('.notice, #response').first().waitFor();
  };

/** The string of a machine without a network for the server that waits. */
async function offlineRequest({ showcase: { world, pages } }: PortalBrowser): Promise<string> {
  const machines = createServers(() => world);
  return machines.offlineRequest(await machines.tokenOf(pages.waiting.split('/').at(-1)!), aMachine());
}

/** A page of the server that waits, once it is offline. */
const ofOffline =
  (where: 'replace' | 'retire' | 'override'): Way =>
  async (page, site) => {
    const { world, pages } = site.showcase;
    const api = `/v1/servers/${pages.waiting.split('/').at(-1)!}`;
    if ((await world.call('GET', api)).body.mode !== 'offline')
      await world.call('POST', `${api}/offline-activations`, { request: await offlineRequest(site) });
    await page.goto(`${pages.waiting}/${where}`);
  };

const asking =
  (email: string): Way =>
  async (page) => {
    await page.goto('/sign-in');
    await cursorIn(page, page.locator('input[name=email]'));
    await page.fill('input[name=email]', email);
    await page.click('main button');
  };

const PAGES: [Reader, string, Way][] = [
  ['nobody', 'home', (page) => page.goto('/')],
  ['nobody', 'signing in', (page) => page.goto('/sign-in')],
  ['nobody', 'a mistaken address', asking('nobody')],
  ['nobody', 'where to look', asking('nobody@people.example')],
  [
    'nobody',
    'a code refused',
    async (page) => {
      await page.goto('/sign-in/sent');
      await page.fill('#code', '123456');
      await page.click('main button');
    },
  ],
  [
    'nobody',
    'the link of an e-mail',
    async (page, site) => {
      const { world, reseller } = site.showcase;
      const { email } = await signInAs(world.database.orm.em.fork(), reseller);
      await asking(email)(page, site);
      const letter = () => world.posted.find((mail) => mail.to === email);
      await world.until(async () => letter() !== undefined);
      await page.goto(/\/sign-in\/link\/\S+/.exec(letter()!.text)![0]);
    },
  ],
  ['nobody', 'a link that no longer counts', (page) => page.goto('/sign-in/link/cut')],
  ['nobody', 'a link to unlock that was cut', (page) => page.goto('/unlock/cut')],
  ['nobody', 'a link to unlock that was replaced', openReplacedLink],
  ['nobody', 'the mailbox', (page) => page.goto('/dev/outbox')],

  ['reseller', 'its customers', to('customers')],
  ['reseller', 'no customers', to('empty')],
  ['reseller', 'licenses', to('licenses')],
  ['reseller', 'licenses with all that is behind them', openAll('licenses')],
  ['reseller', 'licenses, in Arabic', to(({ licenses }) => `${licenses}?language=ar`)],
  ['reseller', 'a filter that leaves nothing', to(({ licenses }) => `${licenses}?q=nothing&language=en`)],
  ['reseller', 'a suspended customer', to('suspended')],
  ['reseller', 'assigning an application', to('assign')],
  ['reseller', 'assigning to a server', to('assignToServer')],
  ['reseller', 'an assignment refused', sending('silent', 'attendant-console', '900', '900')],
  ['reseller', 'an assignment that was overtaken', sending('silent', 'attendant-console', '5', '1')],
  ['reseller', 'an assignment saved', assigning('5')],
  ['reseller', 'a server', to('server')],
  ['reseller', 'a server that waits', to('waiting')],
  ['reseller', 'a token that was copied', copyToken],
  ['reseller', 'a server that is silent', to('silent')],
  ['reseller', 'a server that was refused', to('refused')],
  ['reseller', 'a server that was refused, in Arabic', to(({ refused }) => `${refused}?language=ar`)],
  ['reseller', 'replacing a machine', to(({ replace }) => `${replace}?language=en`)],
  ['reseller', 'a new token', to(({ waiting }) => `${waiting}/rotate`)],
  ['reseller', 'changing a name', to(({ waiting }) => `${waiting}/change`)],
  ['reseller', 'retiring', to(({ waiting }) => `${waiting}/retire`)],
  ['reseller', 'a new server', to('newServer')],
  ['reseller', 'declaring an emergency', (page) => page.goto(`${CUSTOMER}/emergency`)],
  ['vendor', 'the emergencies of all customers', (page) => page.goto('/emergencies')],
  ['reseller', 'an order', to('order')],
  ['reseller', 'a locked order', to('lockedOrder')],
  ['reseller', 'orders', to('orders')],
  ['reseller', 'unlocking', to('unlock')],
  ['reseller', 'what is unlocked', (page) => page.goto('/orders/SO-2026-00117/unlock/1')],
  ['reseller', 'unlocking what is suspended', (page) => page.goto('/orders/SO-2026-00129/unlock/1')],
  ['reseller', 'people', to('people')],
  ['reseller', 'sessions', to('sessions')],
  ['reseller', 'what is nobody’s', (page) => page.goto('/customers/nobody')],

  ['customer', 'licenses', to('licenses')],
  ['customer', 'assigning', to('assign')],
  ['customer', 'a server', to('server')],
  ['customer', 'an order', to('order')],
  ['customer', 'an order that is locked', to('lockedOrder')],
  ['customer', 'people', to('people')],
  ['customer', 'activating offline', to('offline')],
  ['customer', 'a string refused', pasting(() => 'Please activate our server!')],
  ['customer', 'the answer to a string', pasting(offlineRequest)],
  ['customer', 'replacing a server that is offline', ofOffline('replace')],
  ['customer', 'retiring a server that is offline', ofOffline('retire')],

  ['viewer', 'licenses', to('licenses')],
  ['viewer', 'a server', to('server')],
  ['viewer', 'an order', to('order')],
  ['viewer', 'people', to('people')],
  ['viewer', 'what it may not do', to('assign')],

  ['vendor', 'freeing a server that is offline', ofOffline('override')],
  ['vendor', 'orders', to('orders')],
  ['vendor', 'an order, with the way into Temporal', to('order')],
  ['vendor', 'a locked order, whose link can be replaced', to('lockedOrder')],
  ['vendor', 'replacing a link', to('replaceLink')],
  ['vendor', 'an order with what can be changed', openAll('order')],
  ['vendor', 'placing an order', (page) => page.goto('/place-order')],
  [
    'vendor',
    'placing an order refused',
    lookingAt(() => '/place-order', { '/number': 'SO-9', '/customer/id': 'hotel' }),
  ],
  ['vendor', 'correcting an order', changing('amend', 'lockedOrder')],
  ['vendor', 'renewing, in Arabic', changing('renew', 'order', '?language=ar')],
  [
    'vendor',
    'what suspending brings',
    lookingAt(({ order }) => `${order}/change/suspend?language=en`, { '/reason': 'Unpaid' }),
  ],
  ['vendor', 'canceling', changing('cancel', 'order')],
  ['vendor', 'correcting an address', (page) => page.goto(`/accounts/northwind-voice/correct-address`)],

  ['vendor', 'an advisory, with who is affected', advised(() => '/advisories/ADV-1')],
  ['reseller', 'a server that it concerns, in Arabic', advised(({ server }) => `${server}?language=ar`)],
  ['reseller', 'servers that it concerns', advised(({ licenses }) => `${licenses}?language=en`)],
];

function changing(change: string, where: keyof Pages, query = ''): Way {
  return to((pages) => `${pages[where]}/change/${change}${query}`);
}

/** What a form about an order says to what is typed. */
function lookingAt(where: (pages: Pages) => string, typed: Record<string, string>): Way {
  return async (page, { showcase: { pages } }) => {
    await page.goto(where(pages));
    for (const [name, text] of Object.entries(typed)) await page.fill(`[name="${name}"]`, text);
    await page.evaluate(`document.querySelector('main form').noValidate = true`);
    await page.getByRole('button', { name: 'See what follows' }).click();
    await page.locator('[value=confirm], .notice').first().waitFor();
  };
}

function openAll(where: keyof Pages): Way {
  return async (page, site) => {
    await to(where)(page, site);
    for (const summary of await page.locator('main summary').all()) await summary.click();
  };
}

/** A page, once the vendor has advised of every version. */
function advised(where: (pages: Pages) => string): Way {
  return async (page, site) => {
    const about = { id: 'ADV-1', title: 'Calls can be overheard', severity: 'high', affects: '>=2020.Winter.1' };
    const { world, pages } = site.showcase;
    await world.call('POST', '/v1/advisories', { ...about, url: 'https://vendor.example/ADV-1' });
    await page.goto(where(pages));
    await page.getByText(about.title).first().waitFor();
  };
}

async function copyToken(page: Page, site: PortalBrowser): Promise<void> {
  await to('waiting')(page, site);
  await page.getByRole('button', { name: 'Copy the token' }).click();
  await page.locator('.copy-said:not(:empty)').waitFor();
}

/** A link of the order that waits to be unlocked, which another one has replaced. */
async function openReplacedLink(page: Page, { showcase: { world, pages } }: PortalBrowser): Promise<void> {
  const replace = () => world.call('POST', `/v1${pages.unlock.replace('/unlock/', '/deliveries/')}/unlock-link`);
  const { body } = await replace();
  await replace();
  await page.goto(new URL(body.unlockUrl).pathname);
  await page.getByRole('heading', { name: 'This link was replaced' }).waitFor();
}

/** Who has opened a page already goes on in the same browser. */
const opened = new Map<Reader, Promise<Somebody>>();
let logs: string;
let temporal: Awaited<ReturnType<typeof startTemporal>>;
let site: PortalBrowser;

beforeAll(async () => {
  logs = await mkdtemp(join(tmpdir(), 'cloud-licensing-pages-'));
  temporal = await startTemporal({ logs });
  site = await openPortalBrowser(temporal.address);
});
afterAll(async () => {
  for (const somebody of opened.values()) await (await somebody).close();
  await Promise.all([site.close(), looksAreOver()]);
  await temporal.stop();
  await rm(logs, { recursive: true });
});

function open(reader: Reader): Promise<Somebody> {
  const { reseller, customer } = site.showcase;
  if (reader === 'nobody') return site.open();
  if (reader === 'viewer') return site.signedIn(customer, {}, 'viewer');
  return site.signedIn({ reseller, customer, vendor: 'vendor' }[reader]);
}

test.each(PAGES)(
  'for a %s axe finds nothing on: %s, light and dark, and nothing is wider than a telephone',
  async (reader, _what, way) => {
    const somebody = opened.get(reader) ?? open(reader);
    opened.set(reader, somebody);
    const { page, complaints } = await somebody;
    await page.setViewportSize({ width: 1200, height: 800 });
    await way(page, site);
    expect(await faultsOf(page)).toEqual([]);
    // What a browser says about the status of a page that says itself what went wrong.
    expect(complaints.splice(0).filter((text) => !text.includes('responded with a status of 4'))).toEqual([]);
  },
);
