import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { createResend } from '../../mail/resend.ts';
import { mailBrand } from '../../emails/brand.tsx';
import { UNBRANDED } from '../../domain/brand/brand.ts';
import { renderOrderMail } from '../../emails/order-delivered.tsx';
import { launchBrowser } from '../support/browser/browser.ts';
import { openDatabase, type TestDatabase } from '../support/api/database.ts';
import { faultsOf, looksAreOver } from '../support/browser/faults.ts';
import { LANGUAGES } from '../../languages/index.ts';
import { LETTERS, USUAL } from '../support/mail/letters.ts';
import { openPortal, unlockableOrder, type TestPortal } from '../support/portal/portal.ts';

const LONG_NAME = `${'Verylongcompanyname'.repeat(10)} فنادق`;

/** From 0 (black) to 1 (white); painted, as a browser may answer a color in any notation. */
const BACKGROUND_BRIGHTNESS = `(() => {
  const context = document.createElement('canvas').getContext('2d');
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data[0] / 255;
})()`;

let browser: Browser;
let database: TestDatabase;
let portal: TestPortal;
let address: string;
let sent = 0;

beforeAll(async () => {
  database = await openDatabase();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await database.drop();
  await looksAreOver();
});

beforeEach(async () => {
  const order = unlockableOrder({ customer: { id: 'acme-hotels', name: LONG_NAME } });
  portal = await openPortal(order, { em: () => database.orm.em.fork(), mailbox: true });
  address = await portal.app.listen({ port: 0, host: '127.0.0.1' });
  await sendMail();
});

afterEach(() => portal.app.close());

/** The order's e-mail, through Resend's SDK into the mailbox. */
async function sendMail(): Promise<void> {
  const { number: orderNumber, reseller } = portal.order;
  const urls = { unlockUrl: address + portal.link, portalUrl: address };
  const seller = { kind: 'reseller' as const, name: reseller!.name };
  const customer = { ...portal.order.customer, email: 'it@acme-hotels.example' };
  const names = { orderNumber, isCorrection: false, purchaseOrder: null, customer, seller, distributorName: null };
  const mail = await renderOrderMail({
    ...{ ...names, ...urls, lines: [], placedOn: '2026-11-02', locale: 'en' },
    brand: mailBrand(UNBRANDED, ''),
  });
  await createResend({ apiKey: 're_development', baseUrl: `${address}/dev/resend` })({
    ...mail,
    ...{ from: 'Licensing <licensing@example.com>', to: 'orders@northwind-voice.example', tags: [] },
    idempotencyKey: `mail/${(sent += 1)}`,
  });
}

/** A page that reports what the browser complains about, such as a style that the policy forbids. */
async function openPage(
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext(options);
  const complaints: string[] = [];
  context.on('console', (message) => complaints.push(message.text()));
  return { page: await context.newPage(), complaints };
}

/** From the mailbox to the unlock page, as a person goes. */
async function followMail(page: Page): Promise<Page> {
  await page.goto(`${address}/dev/outbox`);
  await page.getByRole('link', { name: 'SO-2026-00117' }).first().click();
  const opened = page.context().waitForEvent('page');
  await page.frameLocator('iframe').getByRole('link', { name: 'Unlock the licenses' }).click();
  return opened;
}

test.each([true, false])(
  'the e-mail’s button leads to the unlock page, whose button unlocks (scripts: %s)',
  async (javaScriptEnabled) => {
    const { page, complaints } = await openPage({ javaScriptEnabled });
    const unlock = await followMail(page);
    await unlock.getByRole('button', { name: 'Unlock these licenses' }).waitFor();
    expect(portal.unlocks).toBe(0);

    await unlock.getByRole('button', { name: 'Unlock these licenses' }).click();
    await unlock.getByRole('heading', { name: 'Unlocked on Nov 24, 2026' }).waitFor();
    expect(unlock.url()).toBe(address + portal.link);
    expect(portal.unlocks).toBe(1);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
);

test.each([true, false])(
  'while no worker runs the page waits, and shows the result by itself (scripts: %s)',
  async (javaScriptEnabled) => {
    portal.unlock = async () => ({ applied: false });
    const { page } = await openPage({ javaScriptEnabled });
    await page.goto(address + portal.link);
    await page.getByRole('button', { name: 'Unlock these licenses' }).click();
    await page.getByRole('heading', { name: 'Your unlock is taken.' }).waitFor();
    portal.order.deliveries[0]!.unlockedAt = '2026-11-24T09:31:00.000Z';
    await page.getByRole('heading', { name: 'Unlocked on Nov 24, 2026' }).waitFor();
    await page.context().close();
  },
);

test('axe finds nothing on the pages that an e-mail leads to, nor in it, light and dark, and nothing is wider than a telephone', async () => {
  const { page, complaints } = await openPage();
  const [{ id }] = (await portal.app.inject('/dev/outbox.json')).json().items;
  const faults: Record<string, string[]> = {};
  const look = async (path: string, name = path) => {
    await page.goto(address + path);
    faults[name] = await faultsOf(page);
  };
  for (const path of ['/', '/dev/outbox', `/dev/outbox/${id}`]) await look(path);
  // Where it is shown, no script may run, that of axe neither.
  await page.goto('about:blank');
  await page.setContent((await portal.app.inject(`/dev/outbox/${id}/html`)).body);
  // A letter has no landmarks: those of the program that shows it are around it.
  faults.mail = (await faultsOf(page)).filter((fault) => !/landmark-one-main|region/.test(fault));
  await look(portal.link, 'locked');
  await look(`${portal.link}?taken`, 'taken');
  portal.order.deliveries[0]!.unlockedAt = '2026-11-24T09:31:00.000Z';
  await look(portal.link, 'unlocked');
  for (const status of ['suspended', 'canceled', 'ended'] as const) {
    portal.order.status = status;
    await look(portal.link, status);
  }
  expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('the button of a page whose delivery was told anew meanwhile says so, shows the way on and unlocks nothing', async () => {
  const { page, complaints } = await openPage();
  await page.goto(address + portal.link);
  portal.newest = 1;
  await page.getByRole('button', { name: 'Unlock these licenses' }).click();
  await page.getByRole('heading', { name: 'This link was replaced' }).waitFor();
  expect(await page.textContent('main')).toContain('A newer link came by e-mail');
  expect([portal.unlocks, portal.order.deliveries[0]!.unlockedAt]).toEqual([0, null]);
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints.filter((said) => !said.includes('410'))).toEqual([]);
  await page.context().close();
});

test.each([
  ['light', 1],
  ['dark', 0.1],
] as const)('a page is %s where the screen is', async (colorScheme, brightness) => {
  const { page } = await openPage({ colorScheme });
  await page.goto(address + portal.link);
  expect(await page.evaluate(BACKGROUND_BRIGHTNESS)).toBeCloseTo(brightness, 0);
  await page.context().close();
});

test('no e-mail is wider than the narrowest telephone, in any language', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 600 } });
  const wide: [string, string, number][] = [];
  for (const [kind, { render }] of Object.entries(LETTERS))
    for (const { locale } of LANGUAGES) {
      await page.setContent((await render(USUAL, locale)).html);
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      if (width > 320) wide.push([kind, locale, width]);
    }
  await page.close();
  expect(wide).toEqual([]);
});
