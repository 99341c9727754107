import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ROOT } from '../prepare/binaries.mjs';
import { launchBrowser } from '../../test/support/browser/browser.ts';
import { startParts } from '../../test/support/run/parts.ts';
import { sizesOfLetters, takeLetters } from './letters.ts';
import { made } from './made.ts';
import { takeWatched } from './watched.ts';
import { openShowcase, type Showcase } from '../../test/support/browser/showcase.ts';

const FOLDER = join(ROOT, 'docs', 'screens');

/** How pages are looked at; narrow ones are cut below, as a telephone would. */
const VIEWS = {
  light: { viewport: { width: 1280, height: 760 } },
  dark: { viewport: { width: 1280, height: 760 }, colorScheme: 'dark' },
  narrow: { viewport: { width: 360, height: 740 } },
  'narrow-dark': { viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
  // A sheet of A4 between its margins, from a screen that is dark.
  paper: { viewport: { width: 680, height: 960 }, colorScheme: 'dark' },
} as const;
type View = keyof typeof VIEWS;

type Shot = {
  /** A page of the showcase, or an address; of an address the picture takes the `name`. */
  page: keyof Showcase['pages'] | `/${string}`;
  view: View;
  language?: 'it' | 'ar';
  as?: 'customer' | 'vendor' | 'nobody';
  name?: string;
  before?: (page: Page) => Promise<void>;
};

/** Pictures of what pages were before, which nothing can take anew, and those that need Prometheus. */
const KEPT = /^(before-|dashboard\.|trace\.)/;

const openMenu = (page: Page) => page.locator('.open-bar').click();

const openWho = (page: Page) => page.locator('.who summary').click();

const openFirstRow = (page: Page) => page.locator('tbody details summary').first().click();

const typeTooMuch = async (page: Page) => {
  await page.getByRole('textbox', { name: 'Main exchange' }).fill('21');
  // As a browser without these checks would send it.
  await page.evaluate(`document.querySelector('main form').noValidate = true`);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('alert').waitFor();
};

const SHOTS: Shot[] = [
  { page: 'customers', view: 'light' },
  { page: 'customers', view: 'dark' },
  { page: 'customers', view: 'narrow' },
  { page: 'customers', view: 'narrow-dark', language: 'ar', name: 'menu', before: openMenu },
  { page: 'customers', view: 'light', as: 'vendor', name: 'account-menu', before: openWho },
  { page: 'customers', view: 'paper' },
  { page: 'licenses', view: 'light', before: openFirstRow },
  { page: 'licenses', view: 'dark' },
  { page: 'licenses', view: 'narrow' },
  { page: 'licenses', view: 'light', language: 'ar' },
  { page: 'licenses', view: 'paper' },
  { page: 'licenses', view: 'light', as: 'customer', name: 'licenses-as-customer', language: 'it' },
  { page: 'assign', view: 'light' },
  { page: 'assign', view: 'narrow-dark' },
  { page: 'assign', view: 'light', name: 'assign-refused', before: typeTooMuch },
  { page: 'assignToServer', view: 'light' },
  { page: 'server', view: 'light' },
  { page: 'server', view: 'narrow' },
  { page: 'server', view: 'dark' },
  { page: 'waiting', view: 'light' },
  { page: 'waiting', view: 'light', language: 'ar' },
  { page: 'silent', view: 'light' },
  { page: 'suspended', view: 'light' },
  { page: 'refused', view: 'dark' },
  { page: 'replace', view: 'light' },
  { page: 'newServer', view: 'light' },
  { page: 'offline', view: 'light' },
  { page: 'order', view: 'light', as: 'vendor' },
  { page: 'order', view: 'narrow-dark' },
  { page: 'order', view: 'paper' },
  { page: 'order', view: 'light', language: 'ar' },
  { page: 'lockedOrder', view: 'light', as: 'vendor' },
  { page: 'orders', view: 'light', as: 'vendor' },
  { page: 'orders', view: 'narrow', language: 'it' },
  { page: 'unlock', view: 'light' },
  { page: 'replaceLink', view: 'narrow', as: 'vendor' },
  { page: 'unlock', view: 'narrow', language: 'ar' },
  { page: '/', view: 'light', name: 'home' },
  { page: '/', view: 'dark', as: 'vendor', name: 'home-of-vendor' },
  { page: '/', view: 'light', as: 'customer', name: 'home-of-customer' },
  { page: '/', view: 'narrow-dark', name: 'home', language: 'ar' },
  { page: '/renewals', view: 'light', name: 'renewals' },
  { page: '/renewals?ends=expired', view: 'dark', as: 'vendor', name: 'renewals' },
  { page: '/renewals', view: 'narrow', name: 'renewals', language: 'ar' },
  { page: '/renewals', view: 'paper', name: 'renewals' },
  { page: '/renewals/calendar', view: 'light', name: 'calendar' },
  { page: '/customers/acme-hotels/assign', view: 'light', name: 'matrix' },
  { page: '/customers/acme-hotels/assign', view: 'narrow-dark', name: 'matrix', language: 'ar' },
  { page: '/customers/acme-hotels/move?application=digital-fax', view: 'light', name: 'move' },
  { page: '/customers/acme-hotels/licenses', view: 'light', name: 'owned-over-time' },
  { page: '/unlocking?order=SO-2026-00133', view: 'narrow', name: 'unlocking' },
  { page: '/place-order', view: 'light', as: 'vendor', name: 'place-order' },
  { page: '/orders/SO-2026-00117/change/cancel', view: 'light', as: 'vendor', name: 'cancel-order' },
  { page: '/accounts/northwind-voice/correct-address', view: 'narrow-dark', as: 'vendor', name: 'correct-address' },
  { page: '/search?q=acme', view: 'light', name: 'search' },
  { page: '/search?q=SO-2026-001', view: 'narrow-dark', name: 'search', language: 'ar' },
  { page: '/servers', view: 'light', name: 'servers' },
  { page: '/servers', view: 'dark', as: 'vendor', name: 'servers' },
  { page: '/servers', view: 'narrow', name: 'servers', language: 'it' },
  { page: '/servers', view: 'paper', name: 'servers' },
  { page: '/activity', view: 'light', name: 'activity' },
  { page: '/activity', view: 'narrow-dark', name: 'activity', language: 'ar' },
  { page: '/customers/acme-hotels', view: 'light', name: 'customer-overview' },
  { page: '/customers/acme-hotels', view: 'narrow-dark', name: 'customer-overview' },
  { page: '/customers/acme-hotels/orders', view: 'light', name: 'customer-orders' },
  { page: '/customers/acme-hotels/activity', view: 'light', name: 'customer-activity', language: 'ar' },
  { page: '/account', view: 'light', name: 'account' },
  { page: '/accounts', view: 'light', as: 'vendor', name: 'accounts' },
  { page: '/accounts/acme-hotels/keys', view: 'light', as: 'vendor', name: 'keys' },
  { page: '/accounts/acme-hotels/webhooks', view: 'narrow', as: 'vendor', name: 'webhooks' },
  { page: '/accounts/northwind-voice/mails', view: 'light', as: 'vendor', name: 'mails' },
  { page: '/batches', view: 'light', as: 'vendor', name: 'batches' },
  { page: '/advisories', view: 'light', as: 'vendor', name: 'advisories' },
  { page: '/sign-in', view: 'light', as: 'nobody', name: 'signIn' },
  { page: '/sign-in', view: 'narrow-dark', as: 'nobody', name: 'signIn', language: 'ar' },
  { page: '/settings', view: 'light', as: 'vendor', name: 'settings' },
  { page: 'people', view: 'light' },
  { page: 'people', view: 'narrow-dark' },
  { page: 'sessions', view: 'dark' },
  { page: 'empty', view: 'light' },
];

/** Takes every picture of `docs/screens` anew, on real parts of its own. */
export async function takePictures(): Promise<void> {
  const parts = await startParts();
  process.env.TEST_DATABASE_URL = parts.databaseUrl;
  process.env.TEST_TEMPORAL_ADDRESS = parts.temporalAddress;
  const [browser, showcase] = await Promise.all([launchBrowser(), openShowcase()]);
  const address = await showcase.world.app.listen({ port: 0, host: '127.0.0.1' });
  // What happened shows once it is numbered, as a worker does.
  showcase.world.services.following.start();
  const numbered = async () =>
    (await showcase.world.database.orm.em.fork().execute('select from feed_due limit 1')).length === 0;
  await showcase.world.until(numbered);
  mkdirSync(FOLDER, { recursive: true });
  for (const old of readdirSync(FOLDER)) if (!KEPT.test(old)) rmSync(join(FOLDER, old));
  for (const shot of SHOTS) await take(browser, showcase, address, shot);
  await takeLetters(browser, FOLDER);
  await browser.close();
  await showcase.world.close();
  await parts.stop();
}

const isAddress = (page: Shot['page']): page is `/${string}` => page.startsWith('/');

async function take(browser: Browser, showcase: Showcase, address: string, shot: Shot): Promise<void> {
  const account = shot.as === 'customer' ? showcase.customer : shot.as === 'vendor' ? 'vendor' : showcase.reseller;
  const context = await browser.newContext({ baseURL: address, ...VIEWS[shot.view] });
  if (shot.as !== 'nobody') {
    const [name = '', value = ''] = (await cookieOf(showcase, account)).split('=');
    await context.addCookies([{ name, value, url: address }]);
  }
  if (shot.language) await context.addCookies([{ name: 'language', value: shot.language, url: address }]);
  const page = await context.newPage();
  await page.goto(isAddress(shot.page) ? shot.page : showcase.pages[shot.page]);
  await shot.before?.(page);
  const file = [shot.name ?? shot.page, shot.view, ...(shot.language ? [shot.language] : [])].join('-') + '.png';
  const fullPage = !shot.view.startsWith('narrow');
  if (shot.view === 'paper') await page.emulateMedia({ media: 'print' });
  await page.screenshot({ path: join(FOLDER, file), fullPage });
  await context.close();
  made(join(FOLDER, file));
}

const cookies = new Map<string, string>();

/** One person of each account looks at all its pages. */
async function cookieOf({ world }: Showcase, account: string): Promise<string> {
  const cookie = cookies.get(account) ?? (await world.signIn(account));
  cookies.set(account, cookie);
  await world.database.orm.em
    .fork()
    .execute(
      `update people set email = ? where email like '%@people.example' and id in (select person_id from memberships where account_id = ?)`,
      [`chiara@${account}.example`, account],
    );
  return cookie;
}

/** Those of e-mails alone, which need no world, and how large each e-mail is. */
export async function takeLettersAlone(): Promise<void> {
  const browser = await launchBrowser();
  await takeLetters(browser, FOLDER);
  await browser.close();
  console.log(await sizesOfLetters());
}

/** Those of what operators see, which no person of the showcase does. */
export const takeWatchedAlone = () => takeWatched(FOLDER);
