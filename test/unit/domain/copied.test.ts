import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asAddress, asCode, asMeant, asSearched, searchedForms } from '../../../domain/text/copied.ts';
import { isEmailAddress } from '../../../domain/people/email-address.ts';
import { hashOfToken } from '../../../secrets/activation-token.ts';

const TOKEN = '7K2QF-9XW3M-0ABCD-EFGHJ-K1MNP';
const LINK = 'WyJrMSIsIlNPLTEiLCIxIl0.q0_-4dJ3VxTtQw';

/** What programs put for a hyphen, between signs and around what is copied. */
const DASHES = [
  '-',
  '\u2010',
  '\u2011',
  '\u2012',
  '\u2013',
  '\u2014',
  '\u2015',
  '\u2212',
  '\uff0d',
  '\ufe58',
  '\ufe63',
  '\u2043',
  '\u00ad-',
];
const BETWEEN = [
  '\u00ad',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u200e',
  '\u200f',
  '\u2060',
  '\ufeff',
  '\u202a',
  '\u202c',
  '\u2066',
  '\u2069',
  '\u00a0',
  '\u202f',
  '\u2003',
  ' ',
  '\t',
  '\n',
  '\r\n> ',
  '\n> > ',
  '\u2028',
];
const AROUND = [
  '"',
  '\u201c',
  '\u201d',
  '\u201e',
  '\u2018',
  '\u2019',
  "'",
  '\u00ab',
  '\u00bb',
  '\u2039',
  '\u203a',
  '<',
  '>',
  '> ',
  '(',
  ')',
  '[',
  ']',
  '`',
  '*',
  '.',
  ',',
  ';',
  ':',
  '!',
  '\u3002',
  '|',
  '\u2022 ',
  '\n',
];

const full = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

const wrapped = (text: string) =>
  fc
    .tuple(
      fc.array(fc.constantFrom(...AROUND), { maxLength: 3 }),
      fc.array(fc.constantFrom(...AROUND), { maxLength: 3 }),
      fc.infiniteStream(fc.option(fc.constantFrom(...BETWEEN), { freq: 6 })),
      fc.infiniteStream(fc.constantFrom(...DASHES)),
      fc.boolean(),
    )
    .map(([before, after, between, dashes, isFull]) => {
      const signs = [...text].map((sign) => {
        const written = sign === '-' ? dashes.next().value! : isFull ? full(sign) : sign;
        return `${written}${between.next().value ?? ''}`;
      });
      return `${before.join('')}${signs.join('')}${after.join('')}`;
    });

describe('however a token was copied, it is read as the token', () => {
  test.each([...DASHES])('with %j for its dashes', (dash) => {
    expect(hashOfToken(TOKEN.replaceAll('-', dash))).toBe(hashOfToken(TOKEN));
  });
  test.each([...BETWEEN])('with %j in it', (sign) => {
    expect(hashOfToken(TOKEN.replace('F-', `F${sign}-${sign}`))).toBe(hashOfToken(TOKEN));
  });
  test.each([...AROUND])('with %j around it', (sign) => {
    expect(hashOfToken(`${sign}${TOKEN}${sign}`)).toBe(hashOfToken(TOKEN));
  });

  test('in any mixture of these, in any case, full-width, with look-alikes', () => {
    fc.assert(
      fc.property(wrapped(TOKEN), fc.boolean(), (copied, isSmall) => {
        const typed = (isSmall ? copied.toLowerCase() : copied).replaceAll('0', 'O').replaceAll('1', 'l');
        expect(hashOfToken(typed)).toBe(hashOfToken(TOKEN));
      }),
    );
  });
});

test('however a string or a link was copied, it is the same, letter for letter', () => {
  fc.assert(fc.property(wrapped(LINK), (copied) => expect(asMeant(copied)).toBe(LINK)));
  for (const behind of ['.', '/', '>', '>.', '”', ').', '\u200b', ' ']) expect(asMeant(`${LINK}${behind}`)).toBe(LINK);
});

test('another letter, or one less, is another token', () => {
  const other = fc
    .nat(TOKEN.length - 1)
    .map((at) => TOKEN.slice(0, at) + (TOKEN[at] === 'Z' ? 'Y' : 'Z') + TOKEN.slice(at + 1));
  fc.assert(fc.property(other, (copied) => expect(hashOfToken(copied)).not.toBe(hashOfToken(TOKEN))));
  expect(hashOfToken(TOKEN.slice(1))).not.toBe(hashOfToken(TOKEN));
  expect(asCode('')).toBe('');
});

test('a number that is searched for is found however it was copied, words stay words', () => {
  fc.assert(
    fc.property(
      wrapped('SO-2026-00117').filter((text) => !/\s/u.test(text.trim().replace(/^[>\s]+/, ''))),
      (copied) => {
        expect(asSearched(copied)).toBe('SO-2026-00117');
      },
    ),
  );
  for (const words of ['Acme Hotels', 'Hôtel – Nord', 'Acme Inc.', 'Ångström 2']) expect(asSearched(words)).toBe(words);
});

test('what may be a number of others is searched for as it was typed, too', () => {
  expect(searchedForms('PO/2026 – 17')).toEqual(['PO/2026 – 17']);
  expect(searchedForms('PO/2026-17')).toEqual(['PO2026-17', 'PO/2026-17']);
  expect(searchedForms(' SO-1 ')).toEqual(['SO-1']);
  expect(searchedForms('\u200b')).toEqual([]);
});

test('an address is read without what stands around it', () => {
  for (const copied of [
    '<it@acme.example>',
    ' it@acme.example. ',
    '“it@acme.example”,',
    'it@\u200bacme.example',
    'ｉｔ@acme.example',
  ])
    expect(asAddress(copied)).toBe('it@acme.example');
  for (const none of [
    'it@@acme.example',
    'it@acme',
    '@acme.example',
    'it acme.example',
    'ït@acme.example',
    'a..b@acme.example',
  ])
    expect(isEmailAddress(none)).toBe(false);
  for (const one of ['a@b.example', 'a+b@münchen.example', 'it@日本語.jp', "o'neil@a-b.example"])
    expect(isEmailAddress(one)).toBe(true);
});
