import { expect, test } from '@jest/globals';
import { SIGN_IN_LIMITS } from '../../../domain/people/sign-in-limits.ts';
import { isChallenge, makeChallenge, type Purpose } from '../../../secrets/challenges.ts';

const KEYS = [{ name: 'k1', key: Buffer.alloc(32, 1) }];
const PURPOSE: Purpose = { act: 'sign-in', browser: 'b', person: null };
const VALID_MS = SIGN_IN_LIMITS.challengeMinutes * 60_000;
const NOW = Date.parse('2026-11-24T08:00:00Z');

test.each([
  ['a while ago', VALID_MS, true],
  ['too long ago', VALID_MS + 1, false],
  ['by a process whose clock is ahead', -2_000, true],
  ['by one whose clock is far ahead', -VALID_MS - 1, false],
])('a challenge that was made %s counts as far as it is in time', (_, ageMs, counts) => {
  const challenge = Buffer.from(makeChallenge(KEYS, PURPOSE, NOW)).toString('base64url');
  expect(isChallenge(KEYS, PURPOSE, challenge, NOW + ageMs)).toBe(counts);
  expect(isChallenge(KEYS, { ...PURPOSE, act: 'prove' }, challenge, NOW + ageMs)).toBe(false);
});
