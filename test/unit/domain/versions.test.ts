import { describe, expect, test } from '@jest/globals';
import { isTooOld, parseVersion } from '../../../domain/server/version.ts';

describe('an AppSuite version', () => {
  test('is read as year, season and release, where seasons are counted from Winter', () => {
    const seasons = ['Winter', 'Spring', 'Summer', 'Autumn'];
    expect(seasons.map((season) => parseVersion(`2026.${season}.12`))).toEqual([0, 1, 2, 3].map((n) => [2026, n, 12]));
  });

  test('can say Fall for Autumn, in any case', () => {
    expect(parseVersion('2026.Fall.1')).toEqual(parseVersion('2026.Autumn.1'));
    expect(parseVersion('2026.fALL.1')).toEqual(parseVersion('2026.AUTUMN.1'));
  });

  test.each(['-hotfix3', '+build.7', '-rc.1', '-2', '--', '-.', `-${'x'.repeat(40)}`])(
    'with %s behind it is that version',
    (suffix) => {
      for (const version of ['2026.Autumn.1', '2019.Autumn.9', '2020.Winter.0']) {
        expect(parseVersion(version + suffix)).toEqual(parseVersion(version));
        expect(isTooOld(version + suffix)).toBe(isTooOld(version));
      }
    },
  );

  test.each([
    '',
    '2026',
    '2026.Winter',
    '2026.1.1',
    '26.Winter.1',
    '2026.Monsoon.1',
    '2026.Winter.x',
    '2026.Winter.1.2',
    ' 2026.Winter.1',
    '2026.Winter.-1',
    '2026.Winter.1-',
    '2026.Winter.1 hotfix',
    '2026.Winter.1hotfix',
    '2026.Winter.1_hotfix',
    '2026.Winter-hotfix.1',
    '2026.Winter.1-a b',
    '2026.Winter.1-a+b',
    `2026.Winter.1-${'x'.repeat(41)}`,
    '2026.Winter.1-hotfix\n',
  ])('can not be read from %j, and counts as too old', (text) => {
    expect(parseVersion(text)).toBeNull();
    expect(isTooOld(text)).toBe(true);
  });

  test.each([
    ['2019.Autumn.9', true],
    ['2019.Winter.1', true],
    ['1999.Summer.99', true],
    ['2020.Winter.0', false],
    ['2020.Winter.1', false],
    ['2020.Spring.0', false],
    ['2021.Winter.0', false],
    ['2026.Fall.2', false],
  ])('%s: that it is too old is %s', (text, tooOld) => {
    expect(isTooOld(text)).toBe(tooOld);
  });
});
