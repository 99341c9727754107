import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { aMachine, createServers } from '../support/api/servers.ts';
import { answered, openWorld, type World } from '../support/api/world.ts';
import { launchBrowser } from '../support/browser/browser.ts';
import { press, typeAndSend } from '../support/browser/keyboard.ts';

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
});

test.each([true, false])(
  'by keyboard alone a customer is searched for, opened, and gone through part by part (scripts: %s)',
  async (javaScriptEnabled) => {
    const { aServer, assign, tokenOf, activate } = createServers(() => world);
    const { id, customer, order } = await aServer();
    await assign(id, 'digital-fax', 5);
    await activate(await tokenOf(id), aMachine());
    await world.services.following.follow();
    const { name } = await answered(world, 'GET', `/v1/accounts/${customer}`);
    const context = await browser.newContext({ baseURL: address, javaScriptEnabled });
    const [cookie = '', value = ''] = (await world.signIn('vendor')).split('=');
    await context.addCookies([{ name: cookie, value, url: address }]);
    const page = await context.newPage();

    await page.goto('/customers?language=en');
    const field = page.getByRole('searchbox', { name: 'Search everything' });
    if (javaScriptEnabled) {
      await page.keyboard.press('/');
      await page.keyboard.type(order.number.toLowerCase());
      await page.keyboard.press('Enter');
    } else await typeAndSend(page, field, order.number.toLowerCase());
    await page.waitForURL(`**/orders/${order.number}`);

    // A name that its orders have in common opens none of them: it is chosen.
    await typeAndSend(page, field, customer.slice(0, -1));
    await press(page, page.locator('main').getByRole('link', { name, exact: true }));
    await page.waitForURL(`**/customers/${customer}`);
    const open = async (part: string, address: string) => {
      await press(page, page.getByRole('link', { name: part, exact: true }).and(page.locator('.tab')));
      await page.waitForURL(`**${address}`);
      expect(await page.locator('.tab[aria-current]').textContent()).toBe(part);
    };
    await open('Servers', `/customers/${customer}/servers`);
    await page.getByRole('link', { name: 'Main' }).waitFor();
    await open('Orders', `/customers/${customer}/orders`);
    await page.getByRole('link', { name: order.number }).waitFor();
    await open('Activity', `/customers/${customer}/activity`);
    await page.getByText('Activated', { exact: false }).first().waitFor();
    await open('People', `/accounts/${customer}/people`);
    await context.close();
  },
);
