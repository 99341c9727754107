import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { hashOfSecret } from '../../secrets/sign-in.ts';
import { signInAs } from '../support/api/people.ts';
import { openWorld, type World } from '../support/api/world.ts';
import { launchBrowser } from '../support/browser/browser.ts';
import { faultsOf, looksAreOver } from '../support/browser/faults.ts';

let world: World;
let browser: Browser;
let address: string;

/** A port that nobody listens on: passkeys belong to an address, which has to be known before the site listens there. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

beforeAll(async () => {
  const port = await freePort();
  address = `http://localhost:${port}`;
  [world, browser] = await Promise.all([openWorld({ publicUrl: address }), launchBrowser()]);
  await world.app.listen({ port, host: 'localhost' });
});
afterAll(async () => {
  await browser.close();
  await world.close();
  await looksAreOver();
});

/** A browser with a device that verifies its person, and what of it is on the console. */
async function withDevice() {
  const context = await browser.newContext({ baseURL: address });
  const complaints: string[] = [];
  context.on('console', (message) => complaints.push(message.text()));
  const page = await context.newPage();
  const devices = await context.newCDPSession(page);
  await devices.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
  } as const;
  const device = async () =>
    (
      await devices.send('WebAuthn.addVirtualAuthenticator', {
        options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
      })
    ).authenticatorId;
  const loseIt = (authenticatorId: string) => devices.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
  return { context, page, complaints, device, loseIt };
}

/** The code that is mailed next; other e-mails may come between. */
async function codeAfter(sent: number): Promise<string> {
  const codes = () => world.posted.slice(sent).flatMap(({ subject }) => /^[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(subject) ?? []);
  await world.until(async () => codes().length > 0);
  return codes()[0]!;
}

/** The address of somebody who belongs to the vendor and has never signed in. */
async function invited(): Promise<string> {
  const { email, person } = await signInAs(world.database.orm.em.fork(), 'vendor', { publicUrl: address });
  await world.database.orm.em.fork().execute('delete from sessions where person_id = ?', [person]);
  return email;
}

const said = (page: Page, text: string) => page.locator('main').getByText(text).first().waitFor();
const press = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true }).click();

test('somebody makes a passkey, signs in with it, loses the device, signs in by e-mail, and replaces it', async () => {
  const { context, page, complaints, device, loseIt } = await withDevice();
  const [name = '', value = ''] = (await world.signIn('vendor')).split('=');
  await context.addCookies([{ name, value, url: address }]);
  const found: string[] = [];
  const look = async () => void found.push(...(await faultsOf(page)));

  const lost = await device();
  await page.goto('/sessions');
  await page.getByRole('link', { name: 'Your passkeys' }).click();
  await look();
  await page.getByRole('link', { name: 'Add a passkey' }).click();
  await page.getByLabel('What you call it').fill('Old laptop');
  await look();
  await press(page, 'Add a passkey');
  await said(page, 'The passkey was added.');
  await said(page, 'Old laptop');

  // The page offers it in the field for the address too, which a virtual device answers by itself.
  await context.clearCookies({ name });
  await page.goto('/sign-in?to=/passkeys');
  await page.waitForURL('**/passkeys');
  await said(page, 'Old laptop');

  await loseIt(lost);
  await context.clearCookies({ name });
  await page.goto('/sign-in?to=/passkeys');
  await look();
  const [person] = await world.database.orm.em
    .fork()
    .execute<{ email: string }[]>(
      `select email from people p join passkeys k on k.person_id = p.id where k.name = 'Old laptop'`,
    );
  await page.getByLabel('E-mail address').fill(person!.email);
  await press(page, 'Send me a link');
  const codes = () => world.posted.flatMap(({ subject }) => /^[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(subject) ?? []);
  await world.until(async () => codes().length > 0);
  const [code = ''] = codes();
  await page.getByLabel('Code').fill(code);
  await press(page, 'Sign in with the code');
  await press(page, 'Remove the passkey Old laptop');
  await said(page, 'The passkey was removed.');

  await device();
  await page.getByRole('link', { name: 'Add a passkey' }).click();
  await press(page, 'Add a passkey');
  await said(page, 'The passkey was added.');
  await context.clearCookies({ name });
  await page.goto('/sign-in');
  await page.waitForURL(`${address}/`);
  expect(found).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

test('a session that ends in mid-form loses nothing, and what cannot be undone asks again who is there', async () => {
  const context = await browser.newContext({ baseURL: address });
  const [name = '', value = ''] = (await world.signIn('vendor')).split('=');
  await context.addCookies([{ name, value, url: address }]);
  const page = await context.newPage();
  const found: string[] = [];
  const look = async () => void found.push(...(await faultsOf(page)));
  const write = (statement: string) =>
    world.database.orm.em.fork().execute<{ email: string }[]>(statement, [hashOfSecret(value)]);
  const [{ email } = { email: '' }] = await write(
    'select email from people where id = (select person_id from sessions where hash = ?)',
  );

  await page.goto('/accounts/vendor/people');
  await page.getByLabel('E-mail address').fill('ada@mid-form.example');
  await write('delete from sessions where hash = ?');
  await press(page, 'Invite');
  await said(page, 'You were signed out meanwhile');
  await look();
  await page.getByLabel('E-mail address').fill(email);
  const before = world.posted.length;
  await press(page, 'Send me a link');
  await page.getByLabel('Code').fill(await codeAfter(before));
  await press(page, 'Sign in with the code');
  await said(page, 'What you had typed is here again');
  expect(await page.getByLabel('E-mail address').inputValue()).toBe('ada@mid-form.example');
  await look();
  await press(page, 'Invite');
  await said(page, 'Done.');
  const remove = 'Remove ada@mid-form.example';

  await world.database.orm.em.fork().execute(
    `update sessions set created_at = now() - interval '31 minutes', proved_at = null
       where person_id = (select id from people where email = ?)`,
    [email],
  );
  await press(page, remove);
  await page.getByRole('heading', { name: 'Prove that it is you' }).waitFor();
  await look();
  const asked = world.posted.length;
  await press(page, 'Send me a code');
  await page.getByLabel('Code').fill(await codeAfter(asked));
  await press(page, 'Continue');
  await page.getByRole('button', { name: remove, exact: true }).waitFor();
  await press(page, remove);
  await page.getByRole('button', { name: remove, exact: true }).waitFor({ state: 'detached' });
  expect(found).toEqual([]);
  await context.close();
});

test('whoever signs in by another browser is told by an e-mail, whose link ends that session by a press and leaves the own one', async () => {
  const email = await invited();
  const found: string[] = [];
  const signIn = async () => {
    const context = await browser.newContext({ baseURL: address });
    const page = await context.newPage();
    await page.goto('/sign-in?to=/sessions');
    await page.getByLabel('E-mail address').fill(email);
    const before = world.posted.length;
    await press(page, 'Send me a link');
    await page.getByLabel('Code').fill(await codeAfter(before));
    await press(page, 'Sign in with the code');
    await page.waitForURL('**/sessions');
    return { context, page };
  };
  const letters = () => world.posted.filter(({ to, subject }) => to === email && subject.includes('new device'));
  const own = await signIn();
  const strange = await signIn();
  await world.until(async () => letters().length > 0);

  const letter = await own.context.newPage();
  await letter.setContent(letters()[0]!.html);
  // As in a program for e-mails, it opens a page of its own.
  const [asked] = await Promise.all([
    own.context.waitForEvent('page'),
    letter.getByRole('link', { name: 'It was not me' }).click(),
  ]);
  await asked.getByRole('heading', { name: 'Was it not you?' }).waitFor();
  await said(asked, 'a browser that was new: Chrome');
  found.push(...(await faultsOf(asked)));
  await press(asked, 'End all other sessions');
  await said(asked, 'All other sessions have ended');
  found.push(...(await faultsOf(asked)));

  await strange.page.reload();
  expect(new URL(strange.page.url()).pathname).toBe('/sign-in');
  await own.page.reload();
  expect(new URL(own.page.url()).pathname).toBe('/sessions');
  expect(letters()).toHaveLength(1);
  expect(found).toEqual([]);
  await own.context.close();
  await strange.context.close();
});
