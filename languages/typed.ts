import { isDay, type Day } from '../domain/days.ts';
import { remembered } from './remembered.ts';

/** Zeros of the digits that keyboards of our readers type: Arabic, Persian, Devanagari and full-width ones, beside ASCII's. */
const ZEROS = [0x660, 0x6f0, 0x966, 0xff10];

/** What groups thousands in some language and is a decimal sign in none. */
const BLANKS = /[\s\u00a0\u2009\u202f'’٬]/gu;

/** ASCII digits, without what nobody sees. */
function inDigits(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Nd}/gu, (digit) => {
      const zero = ZEROS.find((from) => digit.codePointAt(0)! >= from && digit.codePointAt(0)! < from + 10);
      return zero === undefined ? digit : String(digit.codePointAt(0)! - zero);
    })
    .trim();
}

/**
 * A whole number as somebody typed it in a language: in digits of any of our keyboards, with thousands apart as the language
 * writes them, or otherwise where that can be nothing else. Null for what is none, and for what is one in one language and
 * another in the next: `1.000` is a thousand in German, and one in English, whose readers are asked for digits alone.
 */
export function readWhole(typed: string, locale: string): number | null {
  const text = inDigits(typed).replace(BLANKS, ' ');
  if (/^\d+$/.test(text)) return Number(text);
  const [, sign = ''] = /^\d{1,3}(?:([ .,])\d{3})(?:\1\d{3})*$/.exec(text) ?? [];
  if (sign === '') return null;
  const isSure = sign === ' ' || sign === groupSign(locale) || text.split(sign).length > 2;
  return isSure ? Number(text.replaceAll(sign, '')) : null;
}

function groupSign(locale: string): string | undefined {
  return new Intl.NumberFormat(locale).formatToParts(1_234_567).find(({ type }) => type === 'group')?.value;
}

/**
 * A day as somebody typed it in a language: with the year in four digits, first, or last behind day and month; or as the
 * language writes it, with the name of the month. Null for what is none, and for what is one day to some readers of the
 * language and another to others: in English `3/4/2027`.
 */
export function readDay(typed: string, locale: string): Day | null {
  const text = inDigits(typed).toLocaleLowerCase(locale);
  const [, year, month, day] = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text)?.toSpliced(2, 1) ?? [];
  if (year) return asDay(year, month!, day!);
  return yearLast(text, locale) ?? monthNamed(text, locale);
}

function yearLast(text: string, locale: string): Day | null {
  const [, first, sign, second, year] = /^(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4})$/.exec(text) ?? [];
  if (!first || !second || !year) return null;
  const dayFirst = asDay(year, second, first);
  // Nobody writes the month first with full stops; with anything else both are written in English.
  if (sign === '.' || !/^en\b/i.test(locale)) return dayFirst;
  const monthFirst = asDay(year, first, second);
  return dayFirst && monthFirst && dayFirst !== monthFirst ? null : (dayFirst ?? monthFirst);
}

/** “In”, which Hebrew writes as one word with the month. */
const IN_HEBREW = /^ב/u;

function monthNamed(text: string, locale: string): Day | null {
  const numbers = text.match(/\d+/g) ?? [];
  const [years, days] = [numbers.filter(({ length }) => length === 4), numbers.filter(({ length }) => length <= 2)];
  if (numbers.length !== 2 || years.length !== 1 || days.length !== 1) return null;
  const words = text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const months = monthsOf(locale).flatMap((names, index) =>
    words.some((word) => names.includes(word) || names.includes(word.replace(IN_HEBREW, ''))) ? [index + 1] : [],
  );
  return months.length === 1 ? asDay(years[0]!, String(months[0]), days[0]!) : null;
}

const known = remembered<readonly string[][]>();

/** What each month is called in a language, in full and short, alone and in a date; made once, as making formats is slow. */
function monthsOf(locale: string): readonly string[][] {
  return known(locale, () => Array.from({ length: 12 }, (_, month) => namesOf(month, locale)));
}

function namesOf(month: number, locale: string): string[] {
  const at = new Date(Date.UTC(2026, month, 5));
  const forms = (['long', 'short'] as const).flatMap((name) => [
    { month: name },
    { month: name, day: 'numeric', year: 'numeric' } as const,
  ]);
  const names = forms.flatMap((form) => {
    const parts = new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' }).formatToParts(at);
    const name = parts.find(({ type }) => type === 'month')!.value.toLocaleLowerCase(locale);
    return name.match(/\p{L}[\p{L}\p{M}]*/u) ?? [];
  });
  return [...new Set(names)];
}

function asDay(year: string, month: string, day: string): Day | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : null;
}
