import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { LANGUAGES } from '../../languages/index.ts';
import { LARGEST, LETTERS, USUAL } from '../../test/support/mail/letters.ts';
import { made } from './made.ts';

/** How mail programs show an e-mail: wide, narrow in every other way, and without its styles and pictures. */
const VIEWS = [
  { width: 680, colorScheme: 'light', locale: 'en', bare: false },
  { width: 320, colorScheme: 'light', locale: 'it', bare: false },
  { width: 320, colorScheme: 'dark', locale: 'en', bare: false },
  { width: 320, colorScheme: 'light', locale: 'ar', bare: false },
  { width: 520, colorScheme: 'light', locale: 'en', bare: true },
] as const;

const SHEET = `body { align-items: flex-start; background: #8793a1; display: flex; gap: 16px; margin: 0; padding: 16px; width: max-content }`;

/** Takes a picture of every e-mail that there is, in all these ways beside each other. */
export async function takeLetters(browser: Browser, folder: string): Promise<void> {
  for (const [kind, { render }] of Object.entries(LETTERS)) {
    const pictures: string[] = [];
    for (const { width, colorScheme, locale, bare } of VIEWS) {
      const { html } = await render(USUAL, locale);
      const context = await browser.newContext({ viewport: { width, height: 200 }, colorScheme });
      const page = await context.newPage();
      await page.setContent(bare ? withoutStyles(html) : html);
      // Without styles a long address is not broken: such a program scrolls.
      const [wide, height] = await page.evaluate<[number, number]>(
        '[document.documentElement.scrollWidth, document.documentElement.getBoundingClientRect().height]',
      );
      const clip = { x: 0, y: 0, width: wide, height };
      const picture = (await page.screenshot({ fullPage: true, clip })).toString('base64');
      pictures.push(`<img width="${wide}" src="data:image/png;base64,${picture}">`);
      await context.close();
    }
    const page = await browser.newPage({ viewport: { width: 800, height: 200 } });
    await page.setContent(`<!doctype html><style>${SHEET}</style>${pictures.join('')}`);
    const path = join(folder, `mails-${kind}.png`);
    await page.locator('body').screenshot({ path });
    await page.close();
    made(path);
  }
}

/** As a mail program that takes neither styles nor pictures, nor classes to hang them on. */
function withoutStyles(html: string): string {
  return html
    .replace(/<style>[^]*?<\/style>/g, '')
    .replace(/<div style="display:none[^]*?<\/div>/, '')
    .replace(/ style="[^"]*"/g, '');
}

/** What `npm run screenshots` says of the sizes: of every e-mail, by language, in bytes, and where its button stands. */
export async function sizesOfLetters(): Promise<string> {
  const rows = await Promise.all(
    Object.entries(LETTERS).map(async ([kind, { button, render }]) => {
      const sizes = LANGUAGES.map(async ({ locale }) => {
        const [usual, largest] = [(await render(USUAL, locale)).html, (await render(LARGEST, locale)).html];
        const before = Buffer.byteLength(largest.slice(0, largest.indexOf(`href="${button}"`)));
        return `${Buffer.byteLength(usual)}, ${Buffer.byteLength(largest)} (${before})`;
      });
      return `| ${[kind, ...(await Promise.all(sizes))].join(' | ')} |`;
    }),
  );
  const heads = ['e-mail', ...LANGUAGES.map(({ locale }) => locale)];
  return [`| ${heads.join(' | ')} |`, `|${' --- |'.repeat(heads.length)}`, ...rows].join('\n');
}
