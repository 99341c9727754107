import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { anOrder, startWorker } from '../support/api/api.ts';
import { signInAs } from '../support/api/people.ts';
import { launchBrowser } from '../support/browser/browser.ts';
import { openSite, type TestSite } from '../support/portal/site.ts';
import { until } from '../support/until.ts';

const PUBLIC_URL = 'http://127.0.0.1:3000';

let browser: Browser;
let site: TestSite;
let worker: { stop: () => Promise<void> };
let address: string;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), openSite({ publicUrl: PUBLIC_URL })]);
  worker = await startWorker(site, {});
  address = await site.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await browser.close();
  await worker.stop();
  await site.close();
});

/** A page of somebody who is signed in, in a browser of its own. */
async function pageOf(account: string, javaScriptEnabled: boolean): Promise<Page> {
  const { cookie } = await signInAs(site.deps.orm.em.fork(), account, { publicUrl: PUBLIC_URL });
  const [name = '', value = ''] = cookie.split('=');
  const context = await browser.newContext({ javaScriptEnabled, baseURL: address });
  await context.addCookies([{ name, value, url: address }]);
  return context.newPage();
}

test.each([true, false])(
  'what is to be done is done by one press and is gone; what is known of is gone until it happens again (scripts: %s)',
  async (javaScriptEnabled) => {
    const { number, reseller, ...order } = anOrder({ purchaseOrder: 'PO-7' });
    await site.call('POST', '/v1/orders', { ...order, number, reseller });
    const kindOf = (kind: string) => site.call('GET', `/v1/todo?kind=${kind}&customer=${order.customer.id}`);
    const isListed = async (kind: string) => (await kindOf(kind)).body.items.length > 0;
    await until(() => isListed('locked'));

    const page = await pageOf(reseller.id, javaScriptEnabled);
    await page.goto(`/?customer=${order.customer.id}`);
    await page.getByText('PO-7').waitFor();
    await page.getByRole('link', { name: `Unlock ${number}` }).click();
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByRole('heading', { name: 'Unlocked on' }).waitFor();
    await page.goto(`/?customer=${order.customer.id}`);
    await page.getByRole('heading', { name: 'To do' }).waitFor();
    expect(await page.getByText('PO-7').count()).toBe(0);

    const suspension = `/v1/orders/${number}/suspension`;
    await site.call('PUT', suspension, { reason: 'unpaid' });
    await until(() => isListed('suspended'));
    await page.goto(`/?kind=suspended&customer=${order.customer.id}`);
    await page.getByText('I know of it').click();
    await page.getByLabel('Note').fill('They pay on Friday');
    await page.getByRole('button', { name: 'Acknowledge' }).click();
    await page.getByRole('heading', { name: 'Acknowledged' }).waitFor();
    expect(await page.locator('main').getByText(number).count()).toBe(0);
    await page.getByRole('link', { name: 'Acknowledged ones' }).click();
    await page.getByText('They pay on Friday').waitFor();

    await site.call('DELETE', suspension);
    await until(async () => !(await isListed('suspended')));
    await site.call('PUT', suspension, { reason: 'unpaid again' });
    await until(() => isListed('suspended'));
    await page.goto(`/?kind=suspended&customer=${order.customer.id}`);
    await page.locator('main').getByText(number).first().waitFor();
    await page.context().close();
  },
);
