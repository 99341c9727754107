import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { anOrder } from '../support/api/api.ts';
import { signInAs } from '../support/api/people.ts';
import { launchBrowser } from '../support/browser/browser.ts';
import { openMailingSite, type MailingSite } from '../support/mail/mailing-site.ts';
import { until } from '../support/until.ts';

let browser: Browser;
let site: MailingSite;
let address: string;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), openMailingSite()]);
  address = await site.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

test.each([true, false])(
  'a customer who bought directly presses the button of its e-mail and then that of the page, and may assign (scripts: %s)',
  async (javaScriptEnabled) => {
    const { number, customer, ...order } = anOrder({ reseller: undefined });
    await site.call('POST', '/v1/orders', { ...order, number, customer });
    const mail = () => site.resend.sent.find(({ subject }) => subject.includes(number));
    await until(() => mail() !== undefined);
    expect(mail()!.to).toBe(customer.email);

    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    // The site is not where its address is: what an e-mail program would open is opened here.
    await page.setContent(mail()!.html.replaceAll(site.deps.publicUrl, address));
    await page.getByText('in your Smart Account').waitFor();
    const opened = context.waitForEvent('page');
    await page.getByRole('link', { name: 'Unlock the licenses' }).click();
    const unlock = await opened;
    await unlock.getByText('these licenses can be assigned to servers').waitFor();
    await unlock.getByRole('button', { name: 'Unlock these licenses' }).click();
    await unlock.getByRole('heading', { name: 'Unlocked on' }).waitFor();

    const { cookie } = await signInAs(site.deps.orm.em.fork(), customer.id);
    const portal = await site.visitor(cookie).get(`/customers/${customer.id}`);
    expect(portal.body).toContain(`/customers/${customer.id}/assign?application=digital-fax`);
    await context.close();
  },
);
