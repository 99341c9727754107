import { describe, expect, test } from '@jest/globals';
import { isInRange, parseRange } from '../../../domain/advisories/range.ts';
import { advisedAfter } from '../../../domain/advisories/telling.ts';

const isAffected = (version: string, affects: string) => isInRange(version, parseRange(affects)!);

describe('the versions that an advisory names', () => {
  test.each([
    ['<2026.Winter.3', ['2026.Winter.2', '2025.Autumn.9', '2020.Winter.1'], ['2026.Winter.3', '2026.Spring.0']],
    ['<=2026.Winter.3', ['2026.Winter.3'], ['2026.Winter.4', '2026.Spring.1']],
    ['>2026.Winter.3', ['2026.Winter.4', '2026.Autumn.1', '2027.Winter.0'], ['2026.Winter.3', '2025.Autumn.9']],
    ['>=2026.Fall.1', ['2026.Autumn.1', '2027.Winter.1'], ['2026.Summer.9']],
    ['=2026.Summer.2', ['2026.Summer.2'], ['2026.Summer.1', '2026.Spring.2']],
    ['>=2025.Spring.1 <2026.Winter.3', ['2025.Spring.1', '2025.Autumn.4'], ['2025.Winter.9', '2026.Winter.3']],
  ])('%s', (affects, affected, others) => {
    expect(affected.filter((version) => !isAffected(version, affects))).toEqual([]);
    expect(others.filter((version) => isAffected(version, affects))).toEqual([]);
  });

  test('a build of a version is that version, and what is no version is in no range', () => {
    expect(isAffected('2026.Winter.2-hotfix3', '<2026.Winter.3')).toBe(true);
    expect(isAffected('2026.Winter.3+build.7', '<2026.Winter.3')).toBe(false);
    expect(isAffected('nightly', '<2026.Winter.3')).toBe(false);
    expect(isAffected('nightly', '>2020.Winter.1')).toBe(false);
  });

  test.each([
    ...[
      '',
      '2026.Winter.3',
      '< 2026.Winter.3',
      '<2026.Winter',
      '<<2026.Winter.3',
      '=>2026.Winter.3',
      '==2026.Winter.3',
    ],
    ...[
      '<2026.Winter.3 ',
      ' <2026.Winter.3',
      '<2026.Winter.3  >2025.Winter.1',
      '<2026.Winter.3,>2025.Winter.1',
      '!2026.Winter.3',
    ],
    '<2026.Winter.3\n>2025.Winter.1',
  ])('%j are none', (affects) => {
    expect(parseRange(affects)).toBeNull();
  });
});

describe('when a server was told of an advisory', () => {
  const presenting =
    (...held: string[]) =>
    ({ etag }: { etag: string }) =>
      held.includes(etag);
  const document = (etag: string, ...advisories: string[]) => ({ etag, advisories });

  test('it was when a call shows that a document that names it arrived, and not when that was sent', () => {
    const sent = advisedAfter(null, document('"1"', 'A'), presenting('"0"'), 1_000);
    expect(sent).toEqual({ sent: document('"1"', 'A'), told: {} });
    const again = advisedAfter(sent, document('"1"', 'A'), presenting('"1"'), 2_000);
    expect(again?.told).toEqual({ A: 2_000 });
    expect(advisedAfter(again, document('"1"', 'A'), presenting('"1"'), 3_000)?.told).toEqual({ A: 2_000 });
  });

  test('also where the document that it is answered with is another', () => {
    const sent = advisedAfter(null, document('"1"', 'A'), presenting(), 1_000);
    const updated = advisedAfter(sent, document('"2"'), presenting('"1"'), 2_000);
    expect(updated).toEqual({ sent: null, told: { A: 2_000 } });
    const more = advisedAfter(sent, document('"3"', 'A', 'B'), presenting('"1"'), 2_000);
    expect(more).toEqual({ sent: document('"3"', 'A', 'B'), told: { A: 2_000 } });
  });

  test('also where what was sent was not kept, as the database fell', () => {
    expect(advisedAfter(null, document('"1"', 'A'), presenting('"1"'), 1_000)?.told).toEqual({ A: 1_000 });
  });

  test('what was sent is kept as older where an answer brings no document', () => {
    const sent = advisedAfter(null, document('"1"', 'A'), presenting(), 1_000);
    const asked = advisedAfter(sent, null, presenting(), 2_000);
    expect(asked).toEqual({ sent: { ...document('"1"', 'A'), isOlder: true }, told: {} });
    expect(advisedAfter(asked, document('"1"', 'A'), presenting('"1"'), 3_000)?.told).toEqual({ A: 3_000 });
    expect(advisedAfter(null, null, presenting(), 1_000)).toBeNull();
  });

  test('of one that nothing ever concerned nothing is kept', () => {
    expect(advisedAfter(null, document('"1"'), presenting('"1"'), 1_000)).toBeNull();
  });

  test('what is remembered has an end, and the oldest goes first', () => {
    let advised = advisedAfter(null, document('"0"', 'A0'), presenting('"0"'), 0);
    for (let at = 1; at <= 120; at++) advised = advisedAfter(advised, document(`"${at}"`, `A${at}`), () => true, at);
    expect(Object.keys(advised!.told)).toHaveLength(100);
    expect(advised!.told).toMatchObject({ A120: 120, A21: 21 });
  });
});
