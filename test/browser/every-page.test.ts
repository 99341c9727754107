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

/** A form that is sent with a capacity for a server, by somebody who saw it have something. */
const sending =
  (server: 'silent' | 'waiting', application: string, capacity: string, seen: string): Way =>
  async (page, { showcase: { pages } }) => {
    await page.goto(pages.assign);
    const form = { [`set:${pages[server].split('/').at(-1)!}:${application}:${seen}`]: capacity };
    expect(await postFrom(page, `${CUSTOMER}/assign`, form)).toBe(409);
  };

const assigning =
  (capacity: string): Way =>
  async (page, { showcase: { pages } }) => {
    await page.goto(pages.assign);
    await page.getByRole('textbox', { name: 'Annex' }).fill(capacity);
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

const chooseNone: Way = async (page) => {
  await page.goto('/renewals?ends=90&language=en');
  await page.getByRole('button', { name: 'Save what is meant' }).click();
  await page.getByRole('alert').waitFor();
};

const makeCalendar: Way = async (page) => {
  await page.goto('/renewals/calendar?language=en');
  await page.getByRole('button', { name: 'Make an address' }).click();
  await page.getByLabel('Address of your calendar').waitFor();
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

  ['reseller', 'what is to be done', (page) => page.goto('/')],
  ['vendor', 'what is to be done, in Arabic', (page) => page.goto('/?language=ar')],
  ['reseller', 'its customers', to('customers')],
  ['reseller', 'no customers', to('empty')],
  ['reseller', 'licenses', to('licenses')],
  ['reseller', 'licenses with all that is behind them', openAll('licenses')],
  ['reseller', 'licenses, in Arabic', to(({ licenses }) => `${licenses}?language=ar`)],
  ['reseller', 'a filter that leaves nothing', to(({ licenses }) => `${licenses}?q=nothing&language=en`)],
  ['reseller', 'a suspended customer', to('suspended')],
  ['reseller', 'assigning an application', to('assign')],
  ['reseller', 'assigning to a server', to('assignToServer')],
  ['reseller', 'the whole matrix', to(({ licenses }) => `${licenses}/assign`)],
  ['reseller', 'the whole matrix, in Arabic', to(({ licenses }) => `${licenses}/assign?language=ar`)],
  ['reseller', 'moving', to(({ licenses }) => `${licenses}/move?application=digital-fax&language=en`)],
  ['reseller', 'tokens that wait', to(({ licenses }) => `${licenses}/tokens`)],
  ['reseller', 'an assignment refused', sending('silent', 'attendant-console', '900', '4')],
  ['reseller', 'an assignment that was overtaken', sending('silent', 'attendant-console', '5', '3')],
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
  ['vendor', 'the emergencies of all customers', (page) => page.goto('/emergencies?language=en')],
  ['reseller', 'an order', to('order')],
  ['reseller', 'a locked order', to('lockedOrder')],
  ['reseller', 'orders', to('orders')],
  ['reseller', 'what ends', (page) => page.goto('/renewals?ends=90')],
  ['reseller', 'what has ended, in Arabic', (page) => page.goto('/renewals?ends=expired&language=ar')],
  ['reseller', 'lines of which none was chosen', chooseNone],
  [
    'reseller',
    'days in which nothing ends',
    (page) => page.goto('/renewals?from=2001-01-01&to=2001-01-02&language=en'),
  ],
  ['reseller', 'a calendar', makeCalendar],
  ['reseller', 'when digests come', (page) => page.goto('/accounts/northwind-voice/notices')],
  ['reseller', 'replacing the address of a calendar', (page) => page.goto('/renewals/calendar/replace')],
  ['reseller', 'what was found', (page) => page.goto('/search?q=acme')],
  ['reseller', 'nothing that was found, in Arabic', (page) => page.goto('/search?q=zzzz&language=ar')],
  ['reseller', 'the servers of all customers', (page) => page.goto('/servers?language=en')],
  ['reseller', 'who did what, in Arabic', activity('/activity?language=ar')],
  ['reseller', 'the servers of a customer', (page) => page.goto(`${CUSTOMER}/servers?language=en`)],
  ['reseller', 'the orders of a customer', (page) => page.goto(`${CUSTOMER}/orders`)],
  ['reseller', 'who did what at a customer', activity(`${CUSTOMER}/activity`)],
  ['reseller', 'unlocking', to('unlock')],
  ['reseller', 'unlocking several', (page) => page.goto('/unlocking?order=SO-2026-00133&language=en')],
  ['reseller', 'unlocking nothing', (page) => page.goto('/unlocking')],
  ['reseller', 'what is unlocked', (page) => page.goto('/orders/SO-2026-00117/unlock/1')],
  ['reseller', 'unlocking what is suspended', (page) => page.goto('/orders/SO-2026-00129/unlock/1')],
  ['reseller', 'people', to('people')],
  ['reseller', 'sessions', to('sessions')],
  ['reseller', 'what is nobody’s', (page) => page.goto('/customers/nobody')],

  ['customer', 'licenses', to('licenses')],
  ['customer', 'what ends', (page) => page.goto('/renewals?ends=90')],
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
  ['vendor', 'the brand', (page) => page.goto('/settings')],
  ['vendor', 'a brand refused', badBrand],
  ['vendor', 'all accounts', (page) => page.goto('/accounts')],
  ['vendor', 'an account', (page) => page.goto('/accounts/acme-hotels')],
  ['vendor', 'batches', (page) => page.goto('/batches')],
  ['vendor', 'a batch, with an item refused', sendBatch],
  ['vendor', 'advisories', (page) => page.goto('/advisories')],
  ['reseller', 'its keys', (page) => page.goto('/accounts/northwind-voice/keys')],
  ['reseller', 'a key made', makeKey],
  ['reseller', 'its webhooks', (page) => page.goto('/accounts/northwind-voice/webhooks')],
  ['reseller', 'a webhook', addWebhook],
  ['reseller', 'its e-mails, in Arabic', (page) => page.goto('/accounts/northwind-voice/mails?language=ar')],
  ['reseller', 'its account', (page) => page.goto('/accounts/northwind-voice?language=en')],
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

async function badBrand(page: Page): Promise<void> {
  await page.goto('/settings');
  await page.getByLabel('Color of buttons and links').fill('#e5322d');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('has a contrast of').waitFor();
}

/** A file in the vendor's hands, as it is first looked at. */
async function sendBatch(page: Page): Promise<void> {
  await page.goto('/batches');
  const buffer = Buffer.from(JSON.stringify([{ number: 'SO-by-file' }]));
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'orders.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Send the file' }).click();
  await page.getByText('SO-by-file').waitFor();
}

async function makeKey(page: Page): Promise<void> {
  await page.goto('/accounts/northwind-voice/keys');
  await page.getByLabel('Name').fill('ERP');
  await page.getByLabel('read orders').check();
  await page.getByRole('button', { name: 'Make a key' }).click();
  await page.getByRole('button', { name: 'Copy the key' }).click();
  await page.locator('.copy-said:not(:empty)').waitFor();
}

async function addWebhook(page: Page): Promise<void> {
  await page.goto('/accounts/northwind-voice/webhooks');
  await page.getByLabel('Address').fill('https://erp.example/hook');
  await page.getByRole('button', { name: 'Add a webhook' }).click();
  await page.getByText('Copy the secret now').or(page.getByText('Added')).first().waitFor();
  await page.goto('/accounts/northwind-voice/webhooks');
  await page.getByRole('link', { name: 'erp.example' }).first().click();
  await page.getByRole('heading', { name: 'Deliveries' }).waitFor();
}

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

/** A page of what was done, once all of it is told. */
function activity(address: string): Way {
  return async (page, { showcase: { world } }) => {
    await world.services.following.follow();
    await page.goto(address);
    await page.locator('main tbody tr').first().waitFor();
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
