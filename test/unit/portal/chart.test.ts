import { describe, expect, test } from '@jest/globals';
import { capacityHistory } from '../../../domain/capacity-history.ts';
import { monthsBefore } from '../../../domain/days.ts';
import type { RecordedOrderEvent } from '../../../domain/order/events.ts';
import { stepsOf, topOf } from '../../../portal/parts/said/chart-geometry.ts';
import { instant } from '../../support/domain/given.ts';
import { assigned, CONSOLE, delivered, OPENING, unlocked } from '../../support/domain/order-language.ts';

test('a chart goes up to a round number at or above its highest value', () => {
  expect([[0], [1], [3], [20], [21], [99], [101], [1_000_000]].map(topOf)).toEqual([
    1, 1, 5, 20, 50, 100, 200, 1_000_000,
  ]);
});

test('a value holds until the next one, and the line begins where a page is read from', () => {
  expect(stepsOf([0, 10, 5], 10, 'ltr')).toBe('M6 154H300V6H594V80');
  expect(stepsOf([0, 10, 5], 10, 'rtl')).toBe('M594 154H300V6H6V80');
  expect(stepsOf([10], 10, 'ltr')).toBe('M6 6');
});

test('months before a day begin with their first day, over the turn of a year', () => {
  expect(monthsBefore('2026-02-28', 3)).toEqual(['2025-12-01', '2026-01-01', '2026-02-01']);
  expect(monthsBefore('2026-03-01', 2)).toEqual(['2026-02-01', '2026-03-01']);
});

describe('what was owned is told by what happened', () => {
  const at = (day: string) => instant(`${day}T12:00:00Z`);
  const happened = (...events: [string, object][]) =>
    events.map(
      ([day, event], index) => ({ ...event, seq: index + 1, at: at(day), recordedAt: at(day) }) as RecordedOrderEvent,
    );
  const events = happened(
    ['2026-11-02', delivered([CONSOLE])],
    ['2026-11-20', unlocked()],
    ['2026-12-10', assigned(15)],
  );
  const days = ['2026-11-01', '2026-11-10', '2026-12-01', '2027-01-01', '2028-01-01'].map(at);
  const order = { opening: OPENING, events, lines: new Set(['1']), countsLocked: true };
  const told = (changes: Partial<typeof order>, customer = OPENING.customerId) =>
    capacityHistory(customer, [{ ...order, ...changes }], days)
      .get(CONSOLE.application)
      ?.map(({ owned, assigned: given }) => [owned, given]);

  test('from its delivery until its grace is over, with what servers had', () => {
    expect(told({})).toEqual([
      [0, 0],
      [20, 0],
      [20, 0],
      [20, 15],
      [0, 0],
    ]);
  });

  test('to its customer from its unlocking on, and of two orders both', () => {
    expect(told({ countsLocked: false })).toEqual([
      [0, 0],
      [0, 0],
      [20, 0],
      [20, 15],
      [0, 0],
    ]);
    const both = capacityHistory(OPENING.customerId, [order, order], days).get(CONSOLE.application)!;
    expect(both[3]).toEqual({ owned: 40, assigned: 30 });
  });

  test('to nobody what is another’s, or not seen', () => {
    expect(told({}, 'elsewhere')).toBeUndefined();
    expect(told({ lines: new Set<string>() })).toBeUndefined();
  });
});
