import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { anOrder } from '../support/api/api.ts';
import { press } from '../support/browser/keyboard.ts';
import { openPortalBrowser, type PortalBrowser } from '../support/browser/portal-browser.ts';
import { journeys } from './journeys.ts';

let site: PortalBrowser;

beforeAll(async () => {
  site = await openPortalBrowser();
});
afterAll(() => site.close());

/** Sets the capacity of a server in the form that is open. */
async function type(page: Page, server: string, capacity: number): Promise<void> {
  await page.getByRole('textbox', { name: server }).fill(`${capacity}`);
}

journeys(() => site);

test('the browser itself refuses more than is free, and what is free is counted while capacities are typed', async () => {
  const { page, close } = await site.signedIn(site.showcase.customer);
  await page.goto(site.showcase.pages.assign);
  expect(await page.locator('output').innerText()).toBe('4 operators');
  await type(page, 'Main exchange', 14);
  expect(await page.locator('output').innerText()).toBe('2 operators');
  await type(page, 'Annex', 0);
  expect(await page.locator('output').innerText()).toBe('6 operators');
  await type(page, 'Main exchange', 21);
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await page.locator('input:invalid').count()).toBe(1);
  expect(new URL(page.url()).pathname).toBe('/customers/acme-hotels/assign');
  await close();
});

test('without a script and a mouse, a reseller finds what ends, says of two lines at once that they end, and gives its calendar an address', async () => {
  const { page, complaints, close } = await site.signedIn(site.showcase.reseller, { javaScriptEnabled: false });
  await page.goto(site.showcase.pages.orders);
  await press(page, page.getByRole('link', { name: 'Renewals' }));
  await press(page, page.getByRole('link', { name: '90 days' }));
  const voicemail = page.getByRole('row', { name: 'Voicemail' });
  const { soon, over } = site.showcase.daysTo();
  const reads = (...parts: string[]) => new RegExp(parts.join('[^]*'));
  expect(await voicemail.innerText()).toMatch(
    reads(`in ${soon} days`, 'Ends soon', 'Acme Hotels', '40 users', 'Undecided'),
  );
  await press(page, page.getByRole('link', { name: 'Ended, still renewable' }));
  const ended = page.getByRole('row', { name: 'Casa Verde' });
  expect(await ended.innerText()).toMatch(reads(`${-over} days ago`, 'In grace', 'Can be renewed until'));
  await press(page, page.getByRole('link', { name: 'Choose all on this page' }));
  await page.getByRole('checkbox', { checked: true }).first().waitFor();
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(await page.getByRole('checkbox').count());
  await page.getByLabel('For the chosen lines it is meant').selectOption('To let end');
  await press(page, page.getByRole('button', { name: 'Save what is meant' }));
  await page.getByRole('heading', { name: /is to end|are to end/ }).waitFor();
  expect(await ended.innerText()).toContain('To let end');

  await page.goto('/renewals/calendar');
  await press(page, page.getByRole('button', { name: 'Make an address' }));
  const calendar = await page.getByLabel('Address of your calendar').inputValue();
  const read = await page.request.get(new URL(calendar).pathname);
  expect(await read.text()).toMatch(/SUMMARY:Acme Hotels: Voicemail ends/);
  await press(page, page.getByRole('link', { name: 'Switch off' }));
  await press(page, page.getByRole('button', { name: 'Switch off' }));
  await page.getByRole('heading', { name: 'The calendar is switched off' }).waitFor();
  expect((await page.request.get(new URL(calendar).pathname)).status()).toBe(404);
  expect(complaints).toEqual([]);
  await close();
});

describe.each([true, false])('scripts: %s', (javaScriptEnabled) => {
  test('three applications go to two new servers with three presses, on a telephone too, and their tokens are there to copy', async () => {
    const { world } = site.showcase;
    const line = (application: string, capacity: number) => ({ application, capacity, license: 'perpetual' });
    const order = anOrder({ lines: [line('voicemail', 9), line('digital-fax', 8), line('call-recording', 7)] });
    await world.deliver(order);
    await world.call('POST', `/v1/orders/${order.number}/unlock`);
    const somebody = await site.signedIn(order.customer.id, {
      ...{ javaScriptEnabled, viewport: { width: 320, height: 640 } },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const { page } = somebody;
    await page.goto(`/customers/${order.customer.id}`);
    await page.getByRole('link', { name: 'Assign', exact: true }).click();
    const fill = async (server: string, name: string, units: readonly [number, number, number]) => {
      const card = page.getByRole('region', { name: server, exact: true });
      await card.getByPlaceholder('Name').fill(name);
      for (const [index, application] of ['Voicemail', 'Digital Fax', 'Call Recording'].entries())
        await card.getByLabel(application).fill(`${units[index]}`);
    };
    await fill('New server', 'Main', [5, 4, 3]);
    await fill('New server 2', 'Annex', [4, 4, 5]);
    if (javaScriptEnabled) {
      await page.locator('#free-call-recording').getByText('-1 ').waitFor();
      // The browser refuses by itself what a script knows to be too much.
      await page.getByRole('button', { name: 'Save' }).click();
      expect(await page.locator('input:invalid').count()).toBe(1);
      await page.getByRole('region', { name: 'New server 2' }).getByLabel('Call Recording').fill('4');
    }
    await page.getByRole('button', { name: 'Save' }).click();
    if (!javaScriptEnabled) {
      await page.getByText('Not enough is free. Free: 4 channels').waitFor();
      const field = page.getByRole('textbox', { name: /Call Recording.*Annex/ });
      expect(await field.inputValue()).toBe('5');
      await field.fill('4');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('heading', { name: 'Saved' }).waitFor();
      await page.goto(`/customers/${order.customer.id}/tokens`);
    }
    const tokens = page.locator('code.token');
    await tokens.nth(1).waitFor();
    if (javaScriptEnabled) {
      await page.getByRole('button', { name: 'Copy all' }).click();
      await page.locator('main').getByText('All tokens were copied').waitFor();
      const copied = String(await page.evaluate('navigator.clipboard.readText()'));
      for (const token of await tokens.allInnerTexts()) expect(copied).toContain(token);
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByRole('heading', { name: 'Undone' }).waitFor();
    }
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(somebody.complaints.filter((text) => !text.includes('409'))).toEqual([]);
    await somebody.close();
  });
});

test('a script counts what is free in the words and figures of the reader', async () => {
  const { world } = site.showcase;
  const reading = async (locale: string, capacity: number, typed: number) => {
    const customer = { ...anOrder().customer, locale };
    const order = anOrder({ customer, lines: [{ application: 'voicemail', capacity, license: 'perpetual' }] });
    await world.deliver(order);
    await world.call('POST', `/v1/orders/${order.number}/unlock`);
    const { page, close } = await site.signedIn(customer.id);
    await page.goto(`/customers/${customer.id}/assign?application=voicemail`);
    const free = page.locator('output');
    const said = [await free.innerText()];
    await page.locator('[data-takes]').first().fill(`${typed}`);
    said.push(await free.innerText());
    await close();
    return said;
  };
  expect(await reading('en', 1_802, 1_801)).toEqual(['1,802 users', '1 user']);
  // Which apostrophe it is depends on how new the tables of Node and of the browser are.
  const [said, counted] = await reading('it-CH', 12_345, 5);
  expect(said).toMatch(/^12['’]345 utenti$/);
  expect(counted).toMatch(/^12['’]340 utenti$/);
  expect(await reading('ar-EG', 14, 2)).toEqual(['١٤ مستخدمًا', '١٢ مستخدمًا']);
});

test('the token is hidden until it is asked for, and a copy is said beside the button and aloud, whether or not it succeeds', async () => {
  const { page, close } = await site.signedIn(site.showcase.customer, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.goto(site.showcase.pages.waiting);
  const token = page.locator('code.token');
  expect(await token.isVisible()).toBe(false);
  await page.getByText('Show the token').click();
  expect(await token.isVisible()).toBe(true);
  const said = async (text: string) => {
    await page.getByRole('button', { name: 'Copy the token' }).click();
    const beside = page.getByRole('button', { name: 'Copy the token' }).locator('xpath=following-sibling::*');
    await beside.filter({ hasText: text }).waitFor();
    expect(await beside.isVisible()).toBe(true);
    expect(await page.locator('#spoken').innerText()).toBe(text);
  };
  await said('The Activation Token was copied.');
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(await token.innerText());
  await page.evaluate(`navigator.clipboard.writeText = () => Promise.reject(new Error('Not allowed'))`);
  await said('Copying is not possible here. Show the token and copy it by hand.');
  await close();
});

test('two people change one row: the second learns who was faster and keeps what it typed; a third page shows it all by itself', async () => {
  const [slow, quick, watching] = await Promise.all([
    site.signedIn(site.showcase.reseller),
    site.signedIn(site.showcase.customer),
    site.signedIn(site.showcase.customer),
  ]);
  await watching.page.goto(site.showcase.pages.licenses);
  const row = watching.page.getByRole('row', { name: 'Attendant Console' });
  await row.getByText('Orders and servers').click();
  await slow.page.goto(site.showcase.pages.assign);
  await quick.page.goto(site.showcase.pages.assign);
  await type(quick.page, 'Annex', 5);
  await quick.page.getByRole('button', { name: 'Save' }).click();
  await quick.page.getByRole('heading', { name: 'Saved' }).waitFor();
  await type(slow.page, 'Annex', 7);
  await slow.page.getByRole('button', { name: 'Save' }).click();
  await slow.page.getByText('Acme Hotels changed this').waitFor();
  expect(await slow.page.getByRole('textbox', { name: 'Annex' }).inputValue()).toBe('7');
  await slow.page.getByRole('button', { name: 'Save' }).click();
  await slow.page.getByRole('heading', { name: 'Saved' }).waitFor();

  await watching.page.evaluate(`document.body.dispatchEvent(new Event('seen'))`);
  await row.getByText('Assigned 19').first().waitFor();
  expect(await row.locator('details').getAttribute('open')).not.toBeNull();
  expect([...slow.complaints.filter((text) => !text.includes('409')), ...watching.complaints]).toEqual([]);
  await Promise.all([slow.close(), quick.close(), watching.close()]);
});

test('a page left open leads to signing in once the session has ended', async () => {
  const { page, close } = await site.signedIn(site.showcase.customer);
  await page.goto(site.showcase.pages.licenses);
  await page.context().clearCookies();
  await page.evaluate(`document.body.dispatchEvent(new Event('seen'))`);
  await page.waitForURL(/\/sign-in\?to=/);
  await close();
});

test('on a telephone, without a script, the places open by one press, close by Escape, and lead on; a sheet of paper has the table alone', async () => {
  const telephone = { viewport: { width: 320, height: 640 }, javaScriptEnabled: false };
  const { page, complaints, close } = await site.signedIn(site.showcase.reseller, telephone);
  await page.goto('/customers');
  const orders = page.getByRole('navigation').getByRole('link', { name: 'Orders' });
  const who = page.locator('summary', { hasText: 'Signed in as' });
  expect(await orders.isVisible()).toBe(false);
  await press(page, page.getByRole('button', { name: 'Menu' }));
  await orders.waitFor();
  await page.keyboard.press('Escape');
  await orders.waitFor({ state: 'hidden' });
  await press(page, page.getByRole('button', { name: 'Menu' }));
  await press(page, who);
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  await press(page, orders);
  await page.getByRole('heading', { name: 'Orders', level: 1 }).waitFor();

  await page.goto('/customers');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('columnheader', { name: 'Ends next' }).isVisible()).toBe(true);
  expect(await page.getByRole('banner').isVisible()).toBe(false);
  expect(await page.getByRole('main').getByRole('search').isVisible()).toBe(false);
  expect(complaints).toEqual([]);
  await close();
});
