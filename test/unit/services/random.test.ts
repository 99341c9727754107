import { expect, test } from '@jest/globals';
import { createRandom } from '../../../secrets/random.ts';

test('random texts are of their length and none comes twice, however many are drawn', () => {
  const random = createRandom(16);
  const drawn = Array.from({ length: 2_000 }, random);
  expect(new Set(drawn).size).toBe(2_000);
  for (const text of drawn) expect(text).toMatch(/^[\w-]{22}$/);
  expect(new Set(drawn.map((text) => text.slice(0, 1))).size).toBeGreaterThan(32);
});
