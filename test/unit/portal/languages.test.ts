import { describe, expect, test } from '@jest/globals';
import { capacityIn, LANGUAGES, languageFor, acceptedLanguage } from '../../../languages/index.ts';

type Leaf = { path: string; said: string; takes: string[] };

/** Everything that a language says, with the way there; functions are called with what they are given as marks. */
function leaves(value: unknown, path = ''): Leaf[] {
  if (typeof value === 'string') return [{ path, said: value, takes: [] }];
  if (typeof value === 'function') {
    const marks = Array.from({ length: value.length }, (_, index) => `«${index}»`);
    const said = String((value as (...given: string[]) => unknown)(...marks));
    // What `counted` made is given a number to choose a form by, and says what was written of it.
    return [{ path, said, takes: value.name === 'inNumber' ? ['«1»'] : marks }];
  }
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, `${path}/${key}`));
}

const paths = (index: number) => leaves(LANGUAGES[index]).map(({ path }) => path);

/** What is the same in several languages, on purpose: names of products and levels, and the few words that are. */
const ALIKE = /^\/(locale|direction|frame\/product|words\/careLevels\/)/;

test('English, Italian, Arabic, German, French, Spanish and Hebrew are there', () => {
  expect(LANGUAGES.map(({ locale }) => locale)).toEqual(['en', 'it', 'ar', 'de', 'fr', 'es', 'he']);
});

describe.each(LANGUAGES.map(({ name }, index) => [name, index] as const))('%s', (_name, index) => {
  test('says everything that English says', () => {
    expect(paths(index)).toEqual(paths(0));
  });

  test('leaves nothing empty, and says everything that it is given', () => {
    for (const { path, said, takes } of leaves(LANGUAGES[index])) {
      expect([path, said.trim()]).not.toEqual([path, '']);
      for (const given of takes) expect([path, said]).toEqual([path, expect.stringContaining(given)]);
    }
  });
});

test.each([
  ['ar', /\p{Script=Arabic}/u],
  ['he', /\p{Script=Hebrew}/u],
])('%s is written in its own script, from right to left', (locale, script) => {
  const { texts } = languageFor(locale);
  expect(texts.direction).toBe('rtl');
  for (const { path, said } of leaves(texts).filter((leaf) => !ALIKE.test(leaf.path) && /\p{L}/u.test(leaf.said)))
    expect([path, said]).toEqual([path, expect.stringMatching(script)]);
});

test.each(['it', 'de', 'fr', 'es'])('sentences of %s are not English ones', (locale) => {
  const english = new Map(leaves(LANGUAGES[0]).map(({ path, said }) => [path, said]));
  const sentences = leaves(languageFor(locale).texts).filter(
    ({ path, said }) => said.includes(' ') && !ALIKE.test(path),
  );
  for (const { path, said } of sentences.filter((leaf) => leaf.takes.length === 0))
    expect([path, said]).not.toEqual([path, english.get(path)]);
});

test('French has its own quotes, apostrophes, and spaces before punctuation', () => {
  for (const { path, said } of leaves(languageFor('fr').texts).filter((leaf) => leaf.path !== '/words/comma')) {
    const written = said.replaceAll(/«\d»/g, '');
    expect([path, written]).toEqual([path, expect.not.stringMatching(/["'“”]|(?<!\u202F)[:;!?»]|«(?!\u202F)/u)]);
  }
});

test('a locale gets its language, and its own way of writing days and numbers', () => {
  expect(languageFor('it-CH').texts.name).toBe('Italiano');
  expect(languageFor('it-CH').format.number(12345)).toBe("12'345");
  expect(languageFor('it').format.number(12345)).toBe('12.345');
  expect(languageFor('AR').texts.name).toBe('العربية');
  expect(languageFor('ar-EG').format.number(12)).toBe('١٢');
});

test('a locale that is not there, or none at all, gets English', () => {
  for (const locale of ['pt-BR', 'xx', '', 'en-1', 'english please']) {
    expect(languageFor(locale).texts.name).toBe('English');
    expect(languageFor(locale).format.day('2026-12-01')).toBe('Dec 1, 2026');
  }
});

test('of what a browser asks for, the first that is there counts', () => {
  expect(acceptedLanguage('pt-BR,pt;q=0.9,it-IT;q=0.8,en;q=0.7')).toBe('it-IT');
  expect(acceptedLanguage('*')).toBeUndefined();
});

test('instants are told in the reader’s time zone, days are the same everywhere', () => {
  const at = '2026-11-24T23:30:00Z';
  expect(languageFor('en', 'Europe/Rome').format.instant(at)).toBe('Nov 25, 2026, 12:30 AM GMT+1');
  expect(languageFor('en').format.instant(at)).toBe('Nov 24, 2026, 11:30 PM UTC');
  expect(languageFor('it', 'America/New_York').format.day('2026-11-24')).toBe('24 nov 2026');
});

test('how far a day is counts from today in the reader’s time zone', () => {
  const lateEvening = Date.parse('2026-11-24T23:30:00Z');
  const relative = (locale: string, zone: string, day: string) =>
    languageFor(locale, zone).format.relativeDay(day, lateEvening);
  expect(relative('en', 'UTC', '2026-12-15')).toBe('in 21 days');
  expect(relative('en', 'Europe/Rome', '2026-12-15')).toBe('in 20 days');
  expect(relative('it', 'UTC', '2026-11-25')).toBe('domani');
  expect(relative('ar', 'UTC', '2026-12-15')).toBe('خلال 21 يومًا');
  expect(relative('en', 'UTC', '2026-11-24')).toBe('today');
  expect(relative('en', 'UTC', '2027-11-30')).toBe('in 12 months');
  expect(relative('en', 'UTC', '2029-11-30')).toBe('in 3 years');
});

test('how long ago something was is told in the largest unit that fits', () => {
  const now = Date.parse('2026-11-24T12:00:00Z');
  const relative = (at: string) => languageFor('en').format.relative(at, now);
  expect(relative('2026-11-24T11:59:30Z')).toBe('now');
  expect(relative('2026-11-24T11:58:00Z')).toBe('2 minutes ago');
  expect(relative('2026-11-24T15:00:00Z')).toBe('in 3 hours');
  expect(relative('2026-11-22T11:00:00Z')).toBe('2 days ago');
});

test('nouns follow their numbers, in Arabic in six forms', () => {
  const arabic = (count: number) => capacityIn(languageFor('ar'), count, 'users');
  expect([0, 1, 2, 5, 20, 100].map(arabic)).toEqual([
    '0 مستخدم',
    'مستخدم واحد',
    'مستخدمان',
    '5 مستخدمين',
    '20 مستخدمًا',
    '100 مستخدم',
  ]);
  expect([1, 1800].map((count) => capacityIn(languageFor('en'), count, 'channels'))).toEqual([
    '1 channel',
    '1,800 channels',
  ]);
  expect([1, 2].map((count) => capacityIn(languageFor('it'), count, 'rooms'))).toEqual(['1 camera', '2 camere']);
  expect([0, 2, 1_000_000].map((count) => capacityIn(languageFor('fr'), count, 'users'))).toEqual([
    '0 utilisateur',
    '2 utilisateurs',
    '1\u202F000\u202F000 d’utilisateurs',
  ]);
  expect([1, 2, 1_000_000].map((count) => capacityIn(languageFor('es'), count, 'users'))).toEqual([
    '1 usuario',
    '2 usuarios',
    '1.000.000 de usuarios',
  ]);
  expect([1, 2, 20].map((count) => capacityIn(languageFor('he'), count, 'rooms'))).toEqual([
    'חדר אחד',
    '2 חדרים',
    '20 חדרים',
  ]);
});
