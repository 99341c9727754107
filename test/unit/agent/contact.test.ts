import { expect, test } from '@jest/globals';
import {
  afterContact,
  afterFailure,
  afterRefusal,
  attemptAt,
  isFresh,
  type Schedule,
} from '../../../agent/enforcement/contact.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const now = Date.parse('2026-12-01T00:00:00Z');
const newJti = () => 'new';

test('a check-in without an answer is the same try for 25 minutes, and then another', () => {
  const pending = { jti: 'old', sinceMs: now };
  expect(attemptAt(pending, now + 25 * MINUTE_MS, newJti)).toBe(pending);
  expect(attemptAt(pending, now + 25 * MINUTE_MS + 1, newJti)).toEqual({
    jti: 'new',
    sinceMs: now + 25 * MINUTE_MS + 1,
  });
  expect(attemptAt(null, now, newJti)).toEqual({ jti: 'new', sinceMs: now });
});

test('the next check-in is due when the document says, or up to a tenth earlier, and never later', () => {
  expect(afterContact(now, 86_400, () => 0).atMs).toBe(now + 24 * HOUR_MS);
  expect(afterContact(now, 86_400, () => 0.999999).atMs).toBeGreaterThan(now + 21.6 * HOUR_MS);
});

test('failures are repeated after a minute, then ever later up to an hour, with half of the wait at random', () => {
  const waits: number[] = [];
  let schedule: Schedule = { atMs: now, failures: 0 };
  for (let tries = 0; tries < 9; tries++) {
    schedule = afterFailure(now, schedule, null, () => 0);
    waits.push((schedule.atMs - now) / MINUTE_MS);
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
  expect(afterFailure(now, schedule, null, () => 1).atMs).toBe(now + HOUR_MS / 2);
});

test('a cloud that asks to be left alone for a time is, up to a day', () => {
  const schedule = { atMs: now, failures: 0 };
  expect(afterFailure(now, schedule, 600, () => 0).atMs).toBe(now + 10 * MINUTE_MS);
  expect(afterFailure(now, schedule, 5, () => 0).atMs).toBe(now + MINUTE_MS);
  expect(afterFailure(now, schedule, 1e9, () => 0).atMs).toBe(now + 24 * HOUR_MS);
});

test('a refusal is asked about again after an hour', () => {
  expect(afterRefusal(now, { atMs: now, failures: 0 }, () => 0).atMs).toBe(now + HOUR_MS);
});

test('a document of half a day is asked for anew', () => {
  expect(isFresh(now / 1000, now + 12 * HOUR_MS - 1)).toBe(true);
  expect(isFresh(now / 1000, now + 12 * HOUR_MS)).toBe(false);
});
