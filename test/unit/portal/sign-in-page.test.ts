import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { countsUntil, MOST_DOMAINS } from '../../../domain/people/identity-provider.ts';
import { RETENTION_DAYS } from '../../../domain/retention.ts';
import { SIGN_IN_LIMITS } from '../../../domain/people/sign-in-limits.ts';
import { LARGEST_LOST_FORM_BYTES } from '../../../portal/session/led-to-sign-in.ts';
import { LONGEST_PACKED } from '../../../portal/session/packed-form.ts';
import { ROUND_SECONDS } from '../../../services/identity/signing-in.ts';
import { LOST_FORM_PACE } from '../../../services/pace.ts';

const ROOT = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

/** Every limit that the page can name, as the code has it. */
const LIMITS: Readonly<Record<string, number>> = {
  ...SIGN_IN_LIMITS,
  lostFormBytes: LARGEST_LOST_FORM_BYTES,
  packedCharacters: LONGEST_PACKED,
  lostFormsAtOnce: LOST_FORM_PACE.atOnce,
  lostFormsAMinute: LOST_FORM_PACE.aMinute,
  usedChallengeDays: RETENTION_DAYS.usedChallenges,
  mostDomains: MOST_DOMAINS,
  roundMinutes: ROUND_SECONDS / 60,
  wordHours: countsUntil({ identityEnds: Number.MAX_SAFE_INTEGER, lastsSeconds: null }, 0) / 3_600_000,
};

/** The rows of what is tried; those that head a group have no more than its name. */
const ROWS = read('docs/sign-in.md')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.slice(1, -1).split('|'))
  .map((cells) => cells.map((cell) => cell.trim()))
  .filter(([tried = '', happens = '']) => happens !== '' && !/^(-+|what is tried)$/.test(tried));

const titlesIn = new Map<string, string>();
const sourceOf = (path: string) => titlesIn.get(path) ?? titlesIn.set(path, read(path)).get(path)!;

test('of what can be tried at signing in many things stand in the table, each with what happens', () => {
  expect(ROWS.length).toBeGreaterThan(30);
  for (const cells of ROWS) expect(cells).toHaveLength(4);
});

test.each(ROWS)('whoever tries %s meets the limits that the code has, and a test that is there', (...cells) => {
  const [, , limits = '', tests = ''] = cells;
  for (const [, name = '', said = ''] of limits.matchAll(/`(\w+)` ([\d,]+)/g))
    expect({ [name]: Number(said.replaceAll(',', '')) }).toEqual({ [name]: LIMITS[name] });
  expect(limits).toMatch(/^(`\w+` [\d,]+(, )?)*$/);
  expect(tests).not.toBe('');
  for (const one of tests.split('<br>')) {
    const [, path = '', title = ''] = /^`(test\/[\w./-]+)`: (.+)$/.exec(one) ?? [];
    expect({ one, isThere: path !== '' && sourceOf(path).includes(`'${title}',`) }).toEqual({ one, isThere: true });
  }
});

test('no limit is left out of the table', () => {
  const said = new Set(ROWS.flatMap(([, , limits = '']) => [...limits.matchAll(/`(\w+)`/g)].map(([, name]) => name)));
  expect(Object.keys(LIMITS).filter((name) => !said.has(name))).toEqual([]);
});
