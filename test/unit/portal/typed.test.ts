import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../../domain/days.ts';
import { formatFor } from '../../../languages/format.ts';
import { LANGUAGES } from '../../../languages/index.ts';
import { readDay, readWhole } from '../../../languages/typed.ts';

const LOCALES = [...LANGUAGES.map(({ locale }) => locale), 'en-GB', 'ar-EG', 'fa', 'it-CH', 'de-AT'];
const digits = (text: string, zero: number) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

describe.each(LOCALES)('in %s', (locale) => {
  const numbers = fc.integer({ min: 0, max: 9_999_999 });
  const days = fc.integer({ min: 0, max: 20_000 }).map((after) => addDays('2000-01-01', after));

  test('a number is read as pages write it, and in the digits of any keyboard', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom(0x30, 0x660, 0x6f0, 0x966, 0xff10), (number, zero) => {
        expect(readWhole(formatFor(locale, 'UTC').number(number), locale)).toBe(number);
        expect(readWhole(` \u200f${digits(String(number), zero)}\u2069`, locale)).toBe(number);
      }),
    );
  });

  test('a day is read as pages write it, in full, and with its year first', () => {
    const inFull = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' });
    const isOurs = LANGUAGES.some((language) => language.locale === locale);
    fc.assert(
      fc.property(days, (day) => {
        if (isOurs) expect([day, readDay(formatFor(locale, 'UTC').day(day), locale)]).toEqual([day, day]);
        if (isOurs) expect([day, readDay(inFull.format(new Date(day)), locale)]).toEqual([day, day]);
        expect(readDay(digits(day, 0x660), locale)).toBe(day);
        expect(readDay(day.replaceAll('-', '/'), locale)).toBe(day);
      }),
    );
  });
});

test.each<[string, string, number | null]>([
  ['en', '1,000', 1_000],
  ['en', '1.000', null],
  ['de', '1.000', 1_000],
  ['de', '1,000', null],
  ['fr', '1 000', 1_000],
  ['fr', '1\u202f000', 1_000],
  ['en', '1 000', 1_000],
  ['en', '1.000.000', 1_000_000],
  ['it-CH', '1’000', 1_000],
  ['ar', '١٬٠٠٠', 1_000],
  ['ar', '٢٠', 20],
  ['he', '20', 20],
  ['en', '1,000.5', null],
  ['de', '1.000,5', null],
  ['de', '1,5', null],
  ['en', '1,00', null],
  ['en', '12,3456', null],
  ['en', '-5', null],
  ['en', '1e3', null],
  ['en', '0x10', null],
  ['en', '5²', null],
  ['en', '٢٠ 000.000', null],
  ['en', '', null],
  ['en', 'ten', null],
])('in %s, %j is read as %j', (locale, typed, number) => {
  expect(readWhole(typed, locale)).toBe(number);
});

test.each<[string, string, string | null]>([
  ['de', '31.12.2026', '2026-12-31'],
  ['de', '1. 2. 2027', '2027-02-01'],
  ['de', '31. Dezember 2026', '2026-12-31'],
  ['it', '31/12/2026', '2026-12-31'],
  ['it', '31 dicembre 2026', '2026-12-31'],
  ['fr', '1 février 2027', '2027-02-01'],
  ['es', '31 de diciembre de 2026', '2026-12-31'],
  ['he', '31 בדצמבר 2026', '2026-12-31'],
  ['ar', '٣١/١٢/٢٠٢٦', '2026-12-31'],
  ['ar', '31\u200f/12\u200f/2026', '2026-12-31'],
  ['en', 'Dec 31, 2026', '2026-12-31'],
  ['en', '31 December 2026', '2026-12-31'],
  ['en', '12/31/2026', '2026-12-31'],
  ['en', '31/12/2026', '2026-12-31'],
  ['en', '31.12.2026', '2026-12-31'],
  ['en', '4/4/2027', '2027-04-04'],
  ['en', '3/4/2027', null],
  ['en-GB', '3-4-2027', null],
  ['it', '12/31/2026', null],
  ['de', '30.2.2027', null],
  ['en', '31.12.26', null],
  ['en', 'December 2026', null],
  ['en', 'May June 1, 2026', null],
  ['en', '2026-12-31T00:00:00Z', null],
  ['en', '', null],
])('in %s, the day %j is read as %j', (locale, typed, day) => {
  expect(readDay(typed, locale)).toBe(day);
});
