import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { careCondition, lineCondition, type JudgedLine } from '../../../domain/condition/line.ts';
import { dayAt, daysTo } from '../../../domain/days.ts';
import {
  capacityOn,
  digestDay,
  judge,
  nextDigestAt,
  type NoticeTruth,
  type WantedNotices,
} from '../../../domain/notices.ts';
import type { NoticeTold } from '../../../domain/order/notices.ts';
import { POLICY } from '../../../domain/policy.ts';
import { lastDayOf, termsOf, type Agreement } from '../../../domain/catalogue/terms.ts';
import { CONSOLE, FAX, TRIAL } from '../../support/domain/order-language.ts';

const at = (instant: string) => Date.parse(instant);
const NOTICE: NoticeTold = {
  ...{ account: 'northwind-voice', order: 'SO-1', seq: 5, line: '1', what: 'term', days: 30, endsOn: '2027-11-30' },
  ...{ at: at('2027-10-31T23:00:00Z'), noticeDays: [90, 60, 30, 7] },
};
const TRUTH: NoticeTruth = {
  ...{ status: 'open', timeZone: 'Europe/Rome', termEndsOn: '2027-11-30', careEndsOn: '2027-11-30' },
  ...{ seller: 'northwind-voice', isCanceled: false, isToEnd: false },
};
const ALL: WantedNotices = { notices: true, noticeDays: null };
const MORNING = at('2027-11-01T07:00:00Z');

test('what still ends without renewal is told', () => {
  expect(judge(NOTICE, TRUTH, ALL, MORNING)).toBe('told');
});

test('whoever does not sell the order any more is told nothing', () => {
  expect(judge(NOTICE, { ...TRUTH, seller: 'harbour-telecom' }, ALL, MORNING)).toBe('sold-by-another');
});

test('nobody is told who does not want to be', () => {
  expect(judge(NOTICE, TRUTH, { ...ALL, notices: false }, MORNING)).toBe('off');
});

test('what was renewed meanwhile is not told', () => {
  expect(judge(NOTICE, { ...TRUTH, termEndsOn: '2028-11-30' }, ALL, MORNING)).toBe('renewed');
  expect(judge({ ...NOTICE, what: 'care' }, { ...TRUTH, careEndsOn: '2028-11-30' }, ALL, MORNING)).toBe('renewed');
});

test.each(['suspended', 'canceled', 'ended'] as const)('nothing is told of an order that is %s', (status) => {
  expect(judge(NOTICE, { ...TRUTH, status }, ALL, MORNING)).toBe('not-open');
});

test.each([
  ['whose seller is another by now', { seller: 'somebody-else' }, 'sold-by-another'],
  ['that is or will be canceled', { isCanceled: true }, 'canceled'],
  ['that its seller lets end', { isToEnd: true }, 'to-end'],
] as const)('nothing is told of a line %s', (_, change, outcome) => {
  expect(judge(NOTICE, { ...TRUTH, ...change }, ALL, MORNING)).toBe(outcome);
});

test.each([
  ['2027-11-30', 20],
  ['2027-12-01', 10],
  ['2028-11-30', 10],
  ['2028-12-01', 5],
])('what a line has on %s follows from what is planned for it', (day, capacity) => {
  const planned = [
    { id: '1', type: 'capacity', on: '2027-12-01', dueAt: 0, reference: 'REN-1', capacity: 10 },
    { id: '2', type: 'capacity', on: '2028-12-01', dueAt: 0, reference: 'REN-2', capacity: 5 },
  ] as const;
  expect(capacityOn({ capacity: 20, planned: [...planned] }, day)).toBe(capacity);
});

test('nothing is told of a line that nobody knows', () => {
  expect(judge(NOTICE, undefined, ALL, MORNING)).toBe('not-open');
});

test('a notice that is late is told as long as no nearer one is due', () => {
  expect(judge(NOTICE, TRUTH, ALL, at('2027-11-23T22:59:59Z'))).toBe('told');
  expect(judge(NOTICE, TRUTH, ALL, at('2027-11-23T23:00:00Z'))).toBe('overtaken');
});

test('which one is nearer is said by the days of notice that its order was accepted with', () => {
  const seldom = { ...NOTICE, noticeDays: [30, 3] };
  expect(judge(seldom, TRUTH, ALL, at('2027-11-27T22:59:59Z'))).toBe('told');
  expect(judge(seldom, TRUTH, ALL, at('2027-11-27T23:00:00Z'))).toBe('overtaken');
  expect(judge({ ...NOTICE, noticeDays: [30] }, TRUTH, ALL, at('2027-11-30T22:59:59Z'))).toBe('told');
  expect(judge({ ...NOTICE, noticeDays: [30, 20, 7] }, TRUTH, ALL, at('2027-11-10T23:00:00Z'))).toBe('overtaken');
});

test('the nearest notice is told until the last day is over at the customer, and not after', () => {
  const nearest = { ...NOTICE, days: 7 };
  expect(judge(nearest, TRUTH, ALL, at('2027-11-30T22:59:59Z'))).toBe('told');
  expect(judge(nearest, TRUTH, ALL, at('2027-11-30T23:00:00Z'))).toBe('past');
});

describe('whatever ends, wherever its customer is and whenever it is looked at', () => {
  const agreements = fc.constantFrom<Agreement>(CONSOLE, FAX, TRIAL);
  const zones = fc.constantFrom('Europe/Rome', 'Pacific/Auckland', 'America/Phoenix', 'America/Sao_Paulo', 'UTC');
  const before = fc.integer({ min: -5 * 86_400_000, max: 25 * 86_400_000 });

  test('an e-mail counts the days to it as pages do, and a notice is over when pages no longer say that it ends', () => {
    fc.assert(
      fc.property(agreements, zones, before, (agreement, timeZone, beforeMs) => {
        const line = {
          status: 'open',
          timeZone,
          license: agreement.license,
          terms: termsOf(agreement, timeZone, POLICY),
        };
        const judged = line as JudgedLine;
        const what = agreement.endsOn ? 'term' : 'care';
        const [endsOn, endMs] = [lastDayOf(agreement)!, (judged.terms.until ?? judged.terms.careUntil)!];
        const atMs = endMs - beforeMs;
        const truth = { ...TRUTH, timeZone, termEndsOn: agreement.endsOn, careEndsOn: agreement.care?.endsOn ?? null };
        const nearest = { ...NOTICE, what, endsOn, days: 1, noticeDays: [1] } as const;
        const condition = (what === 'term' ? lineCondition : careCondition)(judged, atMs)!;
        const isTold = judge(nearest, truth, ALL, atMs) === 'told';
        expect(isTold).toBe(atMs < endMs);
        if (isTold) expect(condition).toMatchObject({ until: endsOn, daysLeft: daysTo(endsOn, timeZone, atMs) });
        expect(isTold && condition.daysLeft === 0).toBe(isTold && dayAt(atMs, timeZone) === endsOn);
      }),
    );
  });
});

test.each([
  ['before eight', '2027-11-01T06:59:59Z', '2027-11-01T07:00:00Z', null],
  ['at eight', '2027-11-01T07:00:00Z', '2027-11-02T07:00:00Z', '2027-11-01'],
  ['in the evening', '2027-11-01T22:59:59Z', '2027-11-02T07:00:00Z', '2027-11-01'],
  ['after midnight', '2027-11-01T23:00:00Z', '2027-11-02T07:00:00Z', null],
  ['in the night to summer time', '2027-03-28T00:30:00Z', '2027-03-28T06:00:00Z', null],
  ['in the night to winter time', '2027-10-31T00:30:00Z', '2027-10-31T07:00:00Z', null],
])('in Rome %s, the next digest is due at eight o’clock there', (_when, now, next, day) => {
  expect(nextDigestAt(at(now), 'Europe/Rome')).toBe(at(next));
  expect(digestDay(at(now), 'Europe/Rome')).toBe(day);
});

test('across the date line it is another day', () => {
  expect(digestDay(at('2027-11-01T20:00:00Z'), 'Pacific/Auckland')).toBe('2027-11-02');
  expect(nextDigestAt(at('2027-11-01T20:00:00Z'), 'Pacific/Auckland')).toBe(at('2027-11-02T19:00:00Z'));
});

test('an account is told on the days that it chose, and no nearer one that it did not choose keeps that back', () => {
  const on = (...noticeDays: number[]): WantedNotices => ({ notices: true, noticeDays });
  expect(judge(NOTICE, TRUTH, on(30, 7), MORNING)).toBe('told');
  expect(judge(NOTICE, TRUTH, on(90, 7), MORNING)).toBe('off');
  const late = at('2027-11-23T23:00:00Z');
  expect(judge(NOTICE, TRUTH, on(30, 7), late)).toBe('overtaken');
  expect(judge(NOTICE, TRUTH, on(30), late)).toBe('told');
});

test('a day of notice that nobody can choose, as an older order was promised it, is told whatever was chosen', () => {
  const older = { ...NOTICE, days: 45, noticeDays: [45] };
  expect(judge(older, TRUTH, { notices: true, noticeDays: [7] }, MORNING)).toBe('told');
  expect(judge(older, TRUTH, { notices: false, noticeDays: [7] }, MORNING)).toBe('off');
});
