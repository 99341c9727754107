import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Role } from '../../../domain/people/permissions.ts';
import { launchBrowser } from './browser.ts';
import { cursorIn, press, typeAndSend } from './keyboard.ts';
import { signInAs } from '../api/people.ts';
import { openShowcase, type Showcase } from './showcase.ts';

/** Somebody in front of a browser: what it says about the pages, and which hosts it has asked. */
export type Somebody = { page: Page; complaints: string[]; hosts: Set<string>; close: () => Promise<void> };

export type PortalBrowser = {
  showcase: Showcase;
  address: string;
  /** A browser in which nobody is signed in. */
  open: (options?: BrowserContextOptions) => Promise<Somebody>;
  /** A browser in which a member of an account is signed in already. */
  signedIn: (account: string, options?: BrowserContextOptions, role?: Role) => Promise<Somebody>;
  /** A browser in which a member of an account has signed in by the link of an e-mail, with the keyboard alone. */
  signedInByLink: (account: string, options?: BrowserContextOptions, role?: Role) => Promise<Somebody>;
  close: () => Promise<void>;
};

/** Chromium in front of the showcase, whose orders no other showcase on the same Temporal server may have. */
export async function openPortalBrowser(temporalAddress?: string): Promise<PortalBrowser> {
  const [browser, showcase] = await Promise.all([launchBrowser(), openShowcase(temporalAddress)]);
  const { world } = showcase;
  const address = await world.app.listen({ port: 0, host: '127.0.0.1' });

  const open: PortalBrowser['open'] = async (options = {}) =>
    watched(await browser.newContext({ baseURL: address, ...options }));

  return {
    showcase,
    address,
    open,

    async signedIn(account, options = {}, role = 'administrator') {
      const somebody = await open(options);
      const [name = '', value = ''] = (await world.signIn(account, role)).split('=');
      await somebody.page.context().addCookies([{ name, value, url: address }]);
      return somebody;
    },

    async signedInByLink(account, options = {}, role = 'administrator') {
      const { email } = await signInAs(world.database.orm.em.fork(), account, { role });
      const somebody = await open(options);
      const { page } = somebody;
      await page.goto('/');
      await press(page, page.getByRole('navigation').or(page.locator('header')).getByRole('link', { name: 'Sign in' }));
      const field = page.getByLabel('E-mail address');
      await cursorIn(page, field);
      await typeAndSend(page, field, email);
      await page.getByRole('heading', { name: 'Check your mail' }).waitFor();
      await page.goto(await linkFor(email));
      await press(page, page.getByRole('button', { name: 'Sign in' }));
      await page.getByText('Signed in as').waitFor();
      return somebody;
    },

    async close() {
      await browser.close();
      await world.close();
    },
  };

  /** The path of the link in the last e-mail to an address. */
  async function linkFor(email: string): Promise<string> {
    const letter = () => world.posted.findLast(({ to }) => to === email);
    await world.until(async () => letter() !== undefined);
    return /\/sign-in\/link\/\S+/.exec(letter()!.text)![0];
  }
}

async function watched(context: BrowserContext): Promise<Somebody> {
  const complaints: string[] = [];
  context.on('console', (message) => complaints.push(message.text()));
  const hosts = new Set<string>();
  context.on('request', (request) => hosts.add(new URL(request.url()).host));
  return { page: await context.newPage(), complaints, hosts, close: () => context.close() };
}

/** Sends a form from the page that is open, as a person who made one up could; answers the status of its answer. */
export async function postFrom(page: Page, path: string, fields: Record<string, string> = {}): Promise<number> {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.waitForEvent('load'),
    page.evaluate(`(([action, fields]) => {
      const form = document.body.appendChild(Object.assign(document.createElement('form'), { method: 'post', action }));
      for (const [name, value] of Object.entries(fields))
        form.append(Object.assign(document.createElement('textarea'), { name, value }));
      form.submit();
    })(${JSON.stringify([path, fields])})`),
  ]);
  return answer.status();
}
