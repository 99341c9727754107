import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { PRIVATE_TARGETS } from '../support/api/api.ts';
import { launchBrowser } from '../support/browser/browser.ts';
import { faultsOf, looksAreOver } from '../support/browser/faults.ts';
import { accountWith } from '../support/identity/account.ts';
import { openProvider, type TestProvider } from '../support/identity/provider.ts';
import { openSite, type TestSite } from '../support/portal/site.ts';
import { createAsk } from '../../webhooks/ask.ts';

const ADA = 'ada@acme.example';

let site: TestSite;
let browser: Browser;
let provider: TestProvider;
let address: string;
const asker = createAsk({ privateTargets: PRIVATE_TARGETS, proxy: null });

beforeAll(async () => {
  // Before anything listens, as the provider is told where people come back to.
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  provider = await openProvider(`${address}/sign-in/provider/return/acme`);
  [site, browser] = await Promise.all([openSite({ ask: asker.ask, publicUrl: address }), launchBrowser()]);
  await site.app.listen({ port, host: '127.0.0.1' });
  provider.identities.set('ada', { email: ADA, email_verified: true });
  await accountWith(site.deps.orm.em.fork(), 'acme', ADA);
  const { issuer, clientId, clientSecret } = provider;
  await site.call('PUT', '/v1/accounts/acme/domains', { domains: ['acme.example'] });
  const set = { issuer, clientId, clientSecret, required: false };
  expect((await site.call('PUT', '/v1/accounts/acme/identity-provider', set)).status).toBe(200);
});
afterAll(async () => {
  await browser.close();
  await site.close();
  await asker.close();
  await provider.close();
  await looksAreOver();
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

test.each([true, false])(
  'somebody types their address, logs in at their provider, lands where they wanted to go, and requires it (scripts: %s)',
  async (javaScriptEnabled) => {
    const context = await browser.newContext({ baseURL: address, javaScriptEnabled });
    const page = await context.newPage();
    const faults: string[] = [];
    const look = async () => void (javaScriptEnabled && faults.push(...(await faultsOf(page))));
    await page.goto('/accounts/acme/sign-in');
    await page.getByLabel('E-mail address').fill(ADA);
    await page.keyboard.press('Enter');
    const there = page.getByRole('link', { name: `Go to ${new URL(provider.issuer).host}` });
    await there.waitFor();
    await look();
    await there.click();
    await page.locator('input[name=login]').fill('ada');
    await page.locator('input[name=password]').fill('any');
    await page.locator('button[type=submit]').click();
    await page.locator('button[type=submit]', { hasText: 'Continue' }).click();
    await page.getByLabel('Issuer').waitFor();
    expect(new URL(page.url()).pathname).toBe('/accounts/acme/sign-in');
    expect(await page.getByLabel('Client secret').inputValue()).toBe('');
    await look();
    await page.getByRole('button', { name: 'Check the provider' }).click();
    await page.getByRole('heading', { name: 'The provider answers' }).waitFor();
    await page.getByLabel('Issuer').fill('http://10.0.0.1');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByLabel('Code').waitFor();
    await site.services.post.settled();
    await page.getByLabel('Code').fill(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/m.exec(site.posted.at(-1)!.text)![0]);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('What you had typed is here again').waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { name: 'Nothing was saved' }).waitFor();
    expect(await page.getByLabel('Issuer').inputValue()).toBe('http://10.0.0.1');
    await look();
    await page.getByLabel('Issuer').fill(provider.issuer);
    await page.getByLabel('Let people into this account by this provider alone').check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { name: 'The provider was saved' }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  },
);
