import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { cursorIn, press, typeAndSend } from '../support/browser/keyboard.ts';
import { postFrom, type PortalBrowser, type Somebody } from '../support/browser/portal-browser.ts';

/** A reseller of others. */
const STRANGER = 'pacific-collab';
/** What of the customer is locked: an order, and the application of which nothing else is there. */
const LOCKED = ['SO-2026-00133', 'Advanced Queueing', 'Locked'];
const TOKEN_COPIED = 'The Activation Token was copied.';

const contentOf = (page: Page) => page.locator('main').innerText();
const rowOf = (page: Page, application: string) => page.getByRole('row', { name: application });

/** What a person who manages servers does, from what it owns to a token and back, with the keyboard alone. */
async function assignCopyAndUndo({ page }: Somebody, { scripts }: { scripts: boolean }): Promise<void> {
  const row = rowOf(page, 'Call Recording');
  await press(page, row.getByRole('link', { name: 'Assign Call Recording' }));
  const field = page.getByRole('textbox', { name: 'New wing' });
  const before = Number(await field.inputValue());
  await typeAndSend(page, field, `${before + 2}`);
  await page.getByRole('heading', { name: 'Saved' }).waitFor();
  await row
    .getByRole('cell')
    .getByText(`Assigned ${before + 2}`, { exact: true })
    .waitFor();

  await press(page, page.getByRole('button', { name: 'Undo' }));
  await page.getByRole('heading', { name: 'Undone' }).waitFor();
  await row.getByRole('cell').getByText(`Assigned ${before}`, { exact: true }).waitFor();
  expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(0);

  await openServer(page);
  const token = page.locator('code.token');
  expect(await token.isVisible()).toBe(false);
  if (scripts) {
    await press(page, page.getByRole('button', { name: 'Copy the token' }));
    await page.locator('main').getByText(TOKEN_COPIED).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(await token.textContent());
  } else {
    expect(await page.getByRole('button', { name: 'Copy the token' }).isVisible()).toBe(false);
    await press(page, page.getByText('Show the token'));
    await token.waitFor();
  }
}

/** Opens the row, and goes to the server that is named in it. */
async function openServer(page: Page): Promise<void> {
  const row = rowOf(page, 'Call Recording');
  await press(page, row.getByText('Orders and servers'));
  await press(page, row.getByRole('link', { name: 'New wing' }));
  await page.getByRole('heading', { name: 'New wing', level: 1 }).waitFor();
}

/** From all that it sells to, to one customer. */
async function findCustomer(page: Page): Promise<void> {
  await typeAndSend(page, page.getByRole('searchbox'), 'acme');
  await page.waitForURL(/q=acme/);
  await press(page, page.getByRole('link', { name: 'Acme Hotels' }));
  await page.getByRole('heading', { name: 'Acme Hotels', level: 1 }).waitFor();
}

/** The whole way of everybody, with the keyboard alone: who × whether scripts run. */
export function journeys(site: () => PortalBrowser): void {
  describe.each([true, false])('scripts: %s', (javaScriptEnabled) => {
    const options = { javaScriptEnabled, permissions: ['clipboard-read', 'clipboard-write'] };
    const setCapacity = (): [string, Record<string, string>] => {
      const server = site().showcase.pages.waiting.split('/').at(-1)!;
      return ['/customers/acme-hotels/assign', { [`set:${server}:call-recording:10`]: '1' }];
    };
    const goTo = async ({ page }: Somebody, path: string) => (await page.goto(path))!.status();

    test('a reseller signs in by link, finds its customer with what is locked, assigns, undoes and gets at the token', async () => {
      const reseller = await site().signedInByLink(site().showcase.reseller, options);
      await findCustomer(reseller.page);
      const said = await contentOf(reseller.page);
      for (const locked of ['Advanced Queueing', 'Locked', 'Unlock order SO-2026-00133'])
        expect(said).toContain(locked);
      await assignCopyAndUndo(reseller, { scripts: javaScriptEnabled });
      expect(reseller.complaints).toEqual([]);
      expect([...reseller.hosts]).toEqual([new URL(site().address).host]);
      await reseller.close();
    });

    test('a customer signs in by link, finds its licenses, assigns, undoes and gets at the token, and sees nothing locked', async () => {
      const customer = await site().signedInByLink(site().showcase.customer, options);
      const { page } = customer;
      await press(page, page.getByRole('link', { name: 'Licenses', exact: true }));
      await page.waitForURL('**/customers/acme-hotels');
      const said = [await contentOf(page)];
      await assignCopyAndUndo(customer, { scripts: javaScriptEnabled });
      const { pages } = site().showcase;
      for (const path of [pages.server, pages.assignToServer, pages.order, `${pages.licenses}?q=queue`]) {
        await page.goto(path);
        said.push(await contentOf(page));
      }
      for (const locked of LOCKED.slice(0, 2)) expect(said.join('\n')).not.toContain(locked);
      expect(said[0]).not.toContain(LOCKED[2]);
      expect(customer.complaints).toEqual([]);
      for (const path of [pages.lockedOrder, pages.unlock]) {
        expect([path, await goTo(customer, path)]).toEqual([path, 404]);
        expect(await contentOf(page)).toContain('There is nothing here');
      }
      await customer.close();
    });

    test.each(['customer', 'reseller'] as const)(
      'a viewer of the %s signs in by link, sees it all, is offered nothing to change, and is refused what it sends all the same',
      async (whose) => {
        const viewer = await site().signedInByLink(site().showcase[whose], options, 'viewer');
        const { page } = viewer;
        if (whose === 'reseller') await findCustomer(page);
        else await press(page, page.getByRole('link', { name: 'Licenses', exact: true }));
        const main = page.locator('main');
        const offers = async () => [
          await main.locator('form[method=post]').count(),
          await main.getByRole('link', { name: /Assign|Unlock|Add|Rotate|Replace|Retire/ }).count(),
          await page.getByRole('button', { name: 'Copy the token' }).count(),
        ];
        expect(await offers()).toEqual([0, 0, 0]);
        await openServer(page);
        expect(await contentOf(page)).toContain('10 channels');
        expect(await offers()).toEqual([0, 0, 0]);
        expect(await page.locator('code.token').count()).toBe(0);
        expect(viewer.complaints).toEqual([]);
        expect(await postFrom(page, ...setCapacity())).toBe(403);
        expect(await contentOf(page)).toContain('This is for somebody else to do');
        await page.goto(site().showcase.pages.waiting);
        expect(await contentOf(page)).toContain('10 channels');
        await viewer.close();
      },
    );

    test('a stranger signs in by link, and finds nothing at the addresses of others, nor changes anything there', async () => {
      const stranger = await site().signedInByLink(STRANGER, options);
      const { page } = stranger;
      const { licenses, server, order, unlock, assign } = site().showcase.pages;
      expect(await contentOf(page)).not.toContain('Acme');
      for (const path of [licenses, server, order, unlock, assign, `${server}/rotate`]) {
        expect([path, await goTo(stranger, path)]).toEqual([path, 404]);
        expect(await contentOf(page)).toMatch(/^There is nothing here\n/);
      }
      expect(await postFrom(page, ...setCapacity())).toBe(404);
      expect(await contentOf(page)).toMatch(/^There is nothing here\n/);
      await stranger.close();
    });

    test('who is not signed in is led to signing in, and is told nothing', async () => {
      const nobody = await site().open(options);
      const { licenses } = site().showcase.pages;
      await nobody.page.goto(licenses);
      expect(nobody.page.url()).toContain(`/sign-in?to=${encodeURIComponent(licenses)}`);
      expect(await nobody.page.content()).not.toContain('Acme');
      await cursorIn(nobody.page, nobody.page.getByLabel('E-mail address'));
      await nobody.close();
    });
  });
}
