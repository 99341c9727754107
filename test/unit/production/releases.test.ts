import { expect, test } from '@jest/globals';
import { ofOtherReleases } from '../../../temporal/release.ts';

const NOW = Date.parse('2026-12-01T12:00:00Z');
const asked = (identity: string, secondsAgo: number) => ({ identity, askedAt: NOW - secondsAgo * 1000 });

test('an api waits for the workers of other releases alone, and not for those that have gone', () => {
  const workers = [asked('new@a/1', 1), asked('old@b/1', 60), asked('old@c/1', 71), asked('7@host', 5)];
  expect(ofOtherReleases(workers, 'new', NOW)).toEqual(['old@b/1', '7@host']);
  expect(ofOtherReleases([asked('new@a/1', 1)], 'new', NOW)).toEqual([]);
  expect(ofOtherReleases([], 'new', NOW)).toEqual([]);
});
