import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { renderNoticeDigest } from '../../../emails/notice-digest.tsx';
import { renderOrderMail } from '../../../emails/order-delivered.tsx';
import { asMeant } from '../../../domain/text/copied.ts';
import { withoutWhatStandsBehind } from '../../../portal/copied-address.ts';
import { UNBRANDED } from '../../../domain/brand/brand.ts';
import { mailBrand } from '../../../emails/brand.tsx';
import { LANGUAGES, languageFor } from '../../../languages/index.ts';
import {
  digest,
  LARGEST,
  LETTERS,
  orderMail,
  SMALLEST,
  USUAL,
  type LetterContent,
  type ShownLetter,
} from '../../support/mail/letters.ts';

/** Gmail cuts behind 102 kB, and shows what is left without what was open. */
const MOST_BYTES = 100_000;
/** What is read before the button, style sheet and preview included: about what a telephone shows at once. */
const BUTTON_WITHIN_BYTES = 8_000;

/** What programs and people put behind an address, or around it, on its way to a browser. */
const BEHIND = [
  '.',
  ',',
  ';',
  ':',
  '!',
  '?',
  ')',
  ']',
  '>',
  '>.',
  '"',
  '”',
  '’',
  '»',
  '“.',
  '…',
  '\u200b',
  '\u00a0',
  ' ',
  '\u200f',
];

/** The words of an e-mail's HTML as they are read aloud or printed: in order, without heads of columns and what is not shown. */
function wordsOf(html: string): string[] {
  const shown = html.replace(/<head>[^]*?<\/head>/, '').replace(/<div style="display:none[^]*?<\/div>/, '');
  return shown
    .replace(/<!--[^]*?-->|<thead>[^]*?<\/thead>/g, '')
    .split(/<(?!\/?(?:bdi|strong|span)\b)[^>]*>/)
    .map((piece) => asRead(piece.replace(/<[^>]*>/g, '')))
    .filter((piece) => piece !== '');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };
const asRead = (text: string) =>
  text
    .replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => ENTITIES[name]!)
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const LOCALES = LANGUAGES.map(({ locale }) => locale);
const KINDS = Object.keys(LETTERS);

/** Line ends, controls, overrides of direction, halves of a pair, quotation and markup: what names had before there were rules. */
const WILD = 'Ac\r\nBcc: x@y.example\u2028me\u0000 "Ho<b>tels\u202E" \'&amp;\u2066 {{unlock-link}}\uD800';
const WILD_CONTENT: LetterContent = {
  ...{ customer: WILD, seller: WILD, application: WILD, number: 'SO-1', purchaseOrder: WILD, rows: 2 },
};

const made = new Map<string, Promise<ShownLetter>>();

/** Each is made once: the largest ones take a while. */
function makeOnce(kind: string, content: LetterContent, locale: string): Promise<ShownLetter> {
  const name = JSON.stringify([kind, locale, content]);
  const letter = made.get(name) ?? LETTERS[kind]!.render(content, locale);
  made.set(name, letter);
  return letter;
}

describe.each(KINDS)('the e-mail %s', (kind) => {
  const { button } = LETTERS[kind]!;
  const render = (content: LetterContent, locale: string) => makeOnce(kind, content, locale);

  test.each(LOCALES)(
    'in %s has less than mail programs cut, its button far before, smallest and largest',
    async (locale) => {
      for (const content of [SMALLEST, LARGEST]) {
        const { html } = await render(content, locale);
        expect(Buffer.byteLength(html)).toBeLessThan(MOST_BYTES);
        const pressed = html.indexOf(`href="${button}"`);
        expect(pressed).toBeGreaterThan(0);
        expect(Buffer.byteLength(html.slice(0, pressed))).toBeLessThan(BUTTON_WITHIN_BYTES);
      }
    },
  );

  test.each(LOCALES)('in %s says who sends it, why it came and whom to write to, in both versions', async (locale) => {
    const { html, text, subject } = await render(USUAL, locale);
    const { direction, letters } = languageFor(locale).texts;
    for (const version of [html, text]) {
      for (const said of ['Contoso Communications', 'licensing@contoso.example', button])
        expect(version).toContain(said);
      const reasons = Object.values(letters.why).map((why) => (typeof why === 'string' ? why : why('Northwind')));
      expect(reasons.some((reason) => version.includes(reason.split('Northwind')[0]!))).toBe(true);
    }
    expect(html.match(/<title>/g)).toHaveLength(1);
    expect(html).toContain(`<title>${subject.replaceAll('&', '&amp;').replaceAll("'", '&#x27;')}</title>`);
    expect(html).toMatch(new RegExp(`^<!DOCTYPE[^>]*>.*?<html[^>]* dir="${direction}" lang="${locale}"`, 's'));
    expect(html).not.toMatch(/<img|url\(|<script/);
  });

  test.each(LOCALES)('in %s says in its text whatever its HTML says, and leads wherever that leads', async (locale) => {
    for (const content of [SMALLEST, USUAL, LARGEST]) {
      const { html, text } = await render(content, locale);
      const said = asRead(text);
      // What stands above the address for who cannot press: a text has no button.
      const { orderMail, peopleMail } = languageFor(locale).texts;
      const ofButtons = [orderMail.unlockAddress, peopleMail.signIn.address].map(asRead);
      expect(wordsOf(html).filter((words) => !said.includes(words) && !ofButtons.includes(words))).toEqual([]);
      const led = [...html.matchAll(/href="([^"]+)"/g)].map(([, url]) => asRead(url!));
      expect(led.filter((url) => !text.includes(url))).toEqual([]);
    }
  });

  test.each(LOCALES)(
    'in %s every address of its text stands alone on a line, and is found whatever is behind it',
    async (locale) => {
      const { text } = await render(USUAL, locale);
      const lines = text.split('\n').filter((line) => line.includes('https://'));
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) {
        expect(line).toMatch(/^ {0,2}https:\/\/\S+$/);
        const path = line.trim().replace('https://licensing.example', '');
        if (path === '') continue;
        const secret = /^\/(unlock|notices|sign-in\/link|not-me)\/(.+)$/.exec(path)?.[2];
        for (const behind of BEHIND) {
          if (secret) expect(asMeant(decodeURIComponent(encodeURI(`${secret}${behind}`)))).toBe(secret);
          else expect(withoutWhatStandsBehind(encodeURI(`${path}${behind}`))).toBe(path);
        }
      }
    },
  );

  test.each(LOCALES)(
    'in %s is read aloud in its order and its language, without pictures, styles and colors of its own',
    async (locale) => {
      const { html, text } = await render(LARGEST, locale);
      for (const [table = ''] of html.matchAll(/<table(?=[\s>])[^>]*>/g))
        expect(table.includes('role="presentation"') || html.includes(`${table}<thead><tr><th`)).toBe(true);
      for (const [head = ''] of html.matchAll(/<th(?=[\s>])[^>]*>/g)) expect(head).toMatch(/scope="(col|row)"/);
      expect(html.match(/<h1[ >]/g)).toHaveLength(1);
      expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
      const [first = '', ...others] = wordsOf(html);
      expect(asRead(text).startsWith(first)).toBe(true);
      expect(others.length).toBeGreaterThan(5);
      // Whatever has a color of its own says on which, or is turned by a class that does.
      for (const [tag = ''] of html.matchAll(/<\w+[^>]* style="[^"]*(?:^|[;"])color:[^>]*>/g))
        expect(/background-color:|class="[^"]*(quiet|link|page)/.test(tag) || tag).toBe(true);
    },
  );

  test.each(LOCALES)('in %s has a subject that one header holds, and one line', async (locale) => {
    const { subject } = await render(LARGEST, locale);
    // RFC 2047: 45 bytes a word of at most 75 characters, folded; some servers refuse headers of more than 2 kB.
    expect(Math.ceil(Buffer.byteLength(subject) / 45) * 77).toBeLessThan(2_048);
    expect(subject).not.toMatch(/\n|\r/);
  });

  test.each(LOCALES)('in %s no name breaks a header or a line, or turns what stands beside it', async (locale) => {
    const { subject, html, text } = await render(WILD_CONTENT, locale);
    const [plain] = [
      await render({ ...WILD_CONTENT, customer: 'x', seller: 'x', application: 'x', purchaseOrder: 'x' }, locale),
    ];
    expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202A-\u202E]/u);
    expect(text.split('\n')).toHaveLength(plain.text.split('\n').length);
    for (const version of [html, text, subject]) {
      expect(version).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u2028\u2029\u202A-\u202E\uD800-\uDFFF]/);
      expect(version).not.toContain('{{');
      expect([...version.matchAll(/[\u2066-\u2068]/g)]).toHaveLength([...version.matchAll(/\u2069/g)].length);
    }
    expect(html).not.toContain('<b>');
  });
});

test.each(LOCALES)(
  'in %s the largest order says how many lines are not in its e-mail, and leads to them',
  async (locale) => {
    const { html, text } = await renderOrderMail(orderMail(LARGEST, locale));
    const { texts, format } = languageFor(locale);
    const shown = html.match(/<strong[^>]*>台+<\/strong>/g)!.length;
    expect(shown).toBeGreaterThan(20);
    const more = texts.letters.moreLines(200 - shown, format.number(200 - shown));
    for (const version of [html, text]) {
      expect(version).toContain(more);
      expect(version).toContain(`https://licensing.example/orders/${'S'.repeat(80)}`);
    }
    expect(text.match(/台{200}/g)).toHaveLength(shown);
  },
);

test('an order of a hundred usual lines has room for all of them', async () => {
  const { html, text } = await renderOrderMail(orderMail({ ...USUAL, rows: 100 }, 'en'));
  for (const version of [html, text]) expect(version.match(/Attendant Console/g)).toHaveLength(100);
});

test('a digest of thousands says how many are in the portal alone', async () => {
  const { html, subject } = await renderNoticeDigest(digest({ ...USUAL, rows: 3_000 }, 'en'));
  expect(subject).toBe('3,000 licenses end soon');
  expect(Buffer.byteLength(html)).toBeLessThan(MOST_BYTES);
  expect(html).toMatch(/2,\d{3} more, which stand in the portal/);
});

test('a vendor that has told nothing of itself is called as the product is', async () => {
  const { html, text } = await renderOrderMail(orderMail(USUAL, 'en', { brand: mailBrand(UNBRANDED, '') }));
  for (const version of [html, text]) expect(version).toContain('Cloud Licensing');
});

describe('the page of e-mails', () => {
  const page = readFileSync(new URL('../../../docs/letters.md', import.meta.url), 'utf8');
  const rows = new Map(
    page
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .filter(([, , cell = '']) => /^\d+, \d+ \(\d+\)$/.test(cell))
      .map(([, kind = '', ...cells]) => [kind, cells.map((cell) => cell.match(/\d+/g)?.map(Number) ?? [])]),
  );

  test.each(KINDS)(
    'says how large %s is in every language, and where its button stands, to a fiftieth',
    async (kind) => {
      for (const [index, locale] of LOCALES.entries()) {
        const [usual, { html }] = [await makeOnce(kind, USUAL, locale), await makeOnce(kind, LARGEST, locale)];
        const before = html.slice(0, html.indexOf(`href="${LETTERS[kind]!.button}"`));
        const [saidUsual = 0, saidLargest = 0, saidBefore = 0] = rows.get(kind)?.[index] ?? [];
        for (const [said, text] of [
          [saidUsual, usual.html],
          [saidLargest, html],
          [saidBefore, before],
        ] as const)
          expect({ locale, isTrue: Math.abs(said / Buffer.byteLength(text) - 1) < 0.02 }).toEqual({
            locale,
            isTrue: true,
          });
      }
    },
  );

  test('shows each of them', () => {
    for (const kind of KINDS) expect(page).toContain(`![${kind}](screens/mails-${kind}.png)`);
  });
});
