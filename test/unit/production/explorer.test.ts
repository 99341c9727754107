import { beforeAll, afterAll, describe, expect, test } from '@jest/globals';
import { explore } from '../../../scripts/explore/explore.ts';
import { PLANTED } from '../../../scripts/explore/planted.ts';
import { story } from '../../../scripts/explore/report.ts';
import { SCENES } from '../../../scripts/explore/scenes.ts';

/** Bugs of each kind that show within a few worlds. */
const QUICK = [
  'what is locked is given',
  'one more is given than is free',
  'a question that is asked again is given once more',
  'what is assigned is locked again',
  'what is kept is transferred with its line',
  'a withdrawal leaves what was planned',
  'a reduction takes the first back',
  'a change of zone leaves what is planned',
  'a server gives nothing back',
];

describe('orders, servers and messages, in every sequence in which they can meet', () => {
  // Refusals are given by the thousand here, and nobody reads where they were thrown.
  const { stackTraceLimit } = Error;
  beforeAll(() => void (Error.stackTraceLimit = 0));
  afterAll(() => void (Error.stackTraceLimit = stackTraceLimit));

  test.each(SCENES)('hold to all that must never be broken: $name', (scene) => {
    const found = explore(scene, 3_000);
    expect(story(found)).toBe('');
    expect(found.worlds).toBeGreaterThanOrEqual(3_000);
  });

  test.each(QUICK)('would not, and it is found, if %s', (name) => {
    const { scene, rules } = PLANTED.find((planted) => planted.name === name)!;
    const { violation } = explore(
      SCENES.find((one) => one.name === scene)!,
      1_000,
      rules,
    );
    expect(violation).not.toBeNull();
  });
});

test('at least twenty bugs are planted, each by a name of its own and in a scene that there is', () => {
  const names = new Set(PLANTED.map(({ name }) => name));
  expect(names.size).toBe(PLANTED.length);
  expect(names.size).toBeGreaterThanOrEqual(20);
  expect(PLANTED.filter(({ scene }) => !SCENES.some(({ name }) => name === scene))).toEqual([]);
});
