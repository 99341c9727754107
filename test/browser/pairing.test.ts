import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { createPairings } from '../support/api/pairings.ts';
import { aMachine, createServers } from '../support/api/servers.ts';
import { openWorld, type World } from '../support/api/world.ts';
import { launchBrowser } from '../support/browser/browser.ts';
import { faultsOf, looksAreOver } from '../support/browser/faults.ts';

let world: World;
let browser: Browser;
let address: string;

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), launchBrowser()]);
  address = await world.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await browser.close();
  await world.close();
  await looksAreOver();
});

const TELEPHONE = { width: 360, height: 640 };
const machines = createServers(() => world);
const pairings = createPairings(() => world);

async function signedIn(account: string, javaScriptEnabled: boolean) {
  const context = await browser.newContext({ baseURL: address, javaScriptEnabled, viewport: TELEPHONE });
  const complaints: string[] = [];
  context.on('console', (message) => complaints.push(message.text()));
  const [name = '', value = ''] = (await world.signIn(account)).split('=');
  await context.addCookies([{ name, value, url: address }]);
  return { page: await context.newPage(), complaints, close: () => context.close() };
}

/** What axe says of the page that is open, on a desk and on a telephone, which it is again afterwards. */
async function faults(page: Page): Promise<string[]> {
  const found = await faultsOf(page);
  await page.setViewportSize(TELEPHONE);
  return found;
}

const said = (page: Page, text: string | RegExp) => page.locator('main').getByText(text).first().waitFor();

test.each([true, false])(
  'from a telephone somebody finds where to enter a code, says which server a machine is, and later replaces it (scripts: %s)',
  async (scripts) => {
    const { id, customer } = await machines.aServer();
    await machines.assign(id, 'digital-fax', 5);
    await world.call('POST', `/v1/accounts/${customer}/servers`, { name: 'Annex', role: 'test' });
    const { page, complaints, close } = await signedIn(customer, scripts);
    const found: string[] = [];
    const look = async () => void (scripts && found.push(...(await faults(page))));
    const connect = async (machine: ReturnType<typeof aMachine>) => {
      const { body } = await pairings.begin(machine, { hostname: 'pbx-front-desk' });
      await page.getByLabel('Code').fill(body.userCode.toLowerCase());
      await page.getByRole('button', { name: 'Continue' }).click();
      await said(page, 'pbx-front-desk');
      expect(page.url()).not.toMatch(new RegExp(body.userCode, 'i'));
      await page.getByLabel('Main').check();
      await page.getByLabel('The code that I entered').check();
      await look();
      await page.getByRole('button', { name: 'Connect', exact: true }).click();
      return body.deviceCode as string;
    };

    await page.goto(`/customers/${customer}`);
    await page.getByRole('link', { name: 'Connect by code' }).click();
    await look();
    await page.getByLabel('Code').fill('BBBB-BBBB');
    await page.getByRole('button', { name: 'Continue' }).click();
    await said(page, 'No machine waits with this code');
    await look();
    const first = aMachine();
    const deviceCode = await connect(first);
    await said(page, 'Approved');
    await look();
    expect((await pairings.ask(deviceCode, first)).status).toBe(201);
    await page.reload();
    await said(page, 'The machine is connected');
    await page.getByRole('link', { name: 'To the server' }).click();
    await said(page, '5 channels');

    await page.goto('/pair');
    const second = aMachine();
    const again = await connect(second);
    await said(page, 'loses this server');
    await look();
    await page.getByRole('button', { name: 'Replace it' }).click();
    await said(page, 'Approved');
    expect((await pairings.ask(again, second)).status).toBe(201);
    expect((await machines.eventsOf(id)).slice(-2)).toEqual(['rotated', 'moved']);
    expect(found).toEqual([]);
    expect(complaints.filter((text) => !text.includes('responded with a status of 4'))).toEqual([]);
    await close();
  },
);

test('a seller chooses the customer first, in Arabic as well, and refuses a machine that it does not know', async () => {
  const { customer } = await machines.aServer();
  const { page, close } = await signedIn('northwind-voice', true);
  const { body } = await pairings.begin(aMachine(), { from: '198.51.100.4' });
  await page.goto('/pair?language=ar');
  expect(await faults(page)).toEqual([]);
  await page.locator('#code').fill(body.userCode);
  await page.locator('main button').click();
  await page.locator(`a[href$="customer=${customer}"]`).waitFor();
  expect(await faults(page)).toEqual([]);
  await page.locator('form[action$="/refuse"] button').click();
  await said(page, 'رفضت هذا الجهاز');
  expect(await faults(page)).toEqual([]);
  await close();
});
