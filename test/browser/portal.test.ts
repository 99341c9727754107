import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { signInAs } from '../support/people.ts';
import { openShowcase, type Showcase } from '../support/showcase.ts';

let browser: Browser;
let showcase: Showcase;
let address: string;

beforeAll(async () => {
  [browser, showcase] = await Promise.all([launchBrowser(), openShowcase()]);
  address = await showcase.world.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await browser.close();
  await showcase.world.close();
});

/** A browser in which somebody of an account is signed in; `complaints` are what it says about the pages. */
async function signedIn(account: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ baseURL: address, ...options });
  const [name = '', value = ''] = (await showcase.world.signIn(account)).split('=');
  await context.addCookies([{ name, value, url: address }]);
  const complaints: string[] = [];
  context.on('console', (message) => complaints.push(message.text()));
  const hosts = new Set<string>();
  context.on('request', (request) => hosts.add(new URL(request.url()).host));
  return { page: await context.newPage(), complaints, hosts, close: () => context.close() };
}

/** Sets the capacity of a server in the form that is open. */
async function type(page: Page, server: string, capacity: number): Promise<void> {
  await page.getByLabel(server).fill(`${capacity}`);
}

describe.each([true, false])('scripts: %s', (javaScriptEnabled) => {
  test('a reseller goes from the customer to an assigned server and back, with the keyboard alone', async () => {
    const { page, complaints, hosts, close } = await signedIn(showcase.reseller, { javaScriptEnabled });
    await page.goto('/');
    await page.getByRole('link', { name: 'Acme Hotels' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Assign Call Recording' }).focus();
    await page.keyboard.press('Enter');
    const before = Number(await page.getByLabel('New wing').inputValue());
    await page.getByLabel('New wing').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type(`${before + 2}`);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Saved' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Undone' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/customers/acme-hotels');
    await page.goto(showcase.pages.assign.replace('attendant-console', 'call-recording'));
    expect(await page.getByLabel('New wing').inputValue()).toBe(`${before}`);
    expect(complaints).toEqual([]);
    expect([...hosts]).toEqual([new URL(address).host]);
    await close();
  });
});

test('the browser itself refuses more than is free, and what is free is counted while capacities are typed', async () => {
  const { page, close } = await signedIn(showcase.customer);
  await page.goto(showcase.pages.assign);
  expect(await page.locator('output').innerText()).toBe('4 operators');
  await type(page, 'Main exchange', 14);
  expect(await page.locator('output').innerText()).toBe('2');
  await type(page, 'Annex', 0);
  expect(await page.locator('output').innerText()).toBe('6');
  await type(page, 'Main exchange', 21);
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await page.locator('input:invalid').count()).toBe(1);
  expect(new URL(page.url()).pathname).toBe('/customers/acme-hotels/assign');
  await close();
});

test('the token is hidden until it is asked for, and copying it is said aloud', async () => {
  const { page, close } = await signedIn(showcase.customer, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(showcase.pages.waiting);
  const token = page.locator('code.token');
  expect(await token.isVisible()).toBe(false);
  await page.getByText('Show the token').click();
  expect(await token.isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Copy the token' }).click();
  await page.waitForFunction(`document.getElementById('spoken').textContent !== ''`);
  expect(await page.locator('#spoken').innerText()).toBe('The Activation Token was copied.');
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(await token.innerText());
  await close();
});

test('two people change one row: the second learns who was faster and keeps what it typed; a third page shows it all by itself', async () => {
  const [slow, quick, watching] = await Promise.all([
    signedIn(showcase.reseller),
    signedIn(showcase.customer),
    signedIn(showcase.customer),
  ]);
  await watching.page.goto(showcase.pages.licenses);
  const row = watching.page.getByRole('row', { name: 'Attendant Console' });
  await row.getByText('Orders and servers').click();
  await slow.page.goto(showcase.pages.assign);
  await quick.page.goto(showcase.pages.assign);
  await type(quick.page, 'Annex', 5);
  await quick.page.getByRole('button', { name: 'Save' }).click();
  await quick.page.getByRole('heading', { name: 'Saved' }).waitFor();
  await type(slow.page, 'Annex', 7);
  await slow.page.getByRole('button', { name: 'Save' }).click();
  await slow.page.getByText('Acme Hotels changed this server').waitFor();
  expect(await slow.page.getByLabel('Annex').inputValue()).toBe('7');
  await slow.page.getByRole('button', { name: 'Save' }).click();
  await slow.page.getByRole('heading', { name: 'Saved' }).waitFor();

  await watching.page.evaluate(`document.body.dispatchEvent(new Event('seen'))`);
  await row.getByText('Assigned 19').first().waitFor();
  expect(await row.locator('details').getAttribute('open')).not.toBeNull();
  expect([...slow.complaints.filter((text) => !text.includes('409')), ...watching.complaints]).toEqual([]);
  await Promise.all([slow.close(), quick.close(), watching.close()]);
});

test('a page left open leads to signing in once the session has ended', async () => {
  const { page, close } = await signedIn(showcase.customer);
  await page.goto(showcase.pages.licenses);
  await page.context().clearCookies();
  await page.evaluate(`document.body.dispatchEvent(new Event('seen'))`);
  await page.waitForURL(/\/sign-in\?to=/);
  await close();
});

/** Light pages are wide and looked at with every rule, dark ones narrow and with what can differ there. */
test.each(['light', 'dark'] as const)(
  'axe finds nothing on any page, %s, and none is wider than the screen',
  async (colorScheme) => {
    const isLight = colorScheme === 'light';
    const width = isLight ? 1200 : 320;
    const viewport = { width, height: 800 };
    const { page, complaints, close } = await signedIn(showcase.reseller, { colorScheme, viewport });
    const { waiting, silent, ...pages } = showcase.pages;
    const others = isLight ? [`${pages.refused}?language=ar`] : [waiting, silent];
    const found: string[] = [];
    for (const path of [...Object.values(pages), ...others]) {
      await page.goto(path);
      const axe = new AxeBuilder({ page });
      const { violations } = await (isLight ? axe : axe.withRules(['color-contrast'])).analyze();
      found.push(...violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`));
      const used = await page.evaluate('document.documentElement.scrollWidth');
      if (used !== width) found.push(`${path} is ${String(used)} wide`);
    }
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  },
);

test('somebody signs in by the link of an e-mail, once, on pages that axe finds nothing on', async () => {
  const { world, reseller } = showcase;
  const { email } = await signInAs(world.database.orm.em.fork(), reseller);
  const context = await browser.newContext({ baseURL: address });
  const page = await context.newPage();
  const found: string[] = [];
  const look = async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    found.push(...violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`));
  };
  await page.goto('/customers');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await look();
  await page.fill('input[name=email]', email);
  await page.click('main button');
  await look();
  const letter = () => world.posted.find(({ to }) => to === email);
  await world.until(async () => letter() !== undefined);
  const link = /\/sign-in\/\S+/.exec(letter()!.text)![0];
  await page.goto(link);
  await look();
  await page.click('main button');
  expect(new URL(page.url()).pathname).toBe('/customers');
  await page.goto(link);
  expect(await page.textContent('main')).not.toContain(email);
  await look();
  expect(found).toEqual([]);
  await context.close();
});
