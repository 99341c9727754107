import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, startOfDay } from '../../../domain/days.ts';
import { isOwned } from '../../../domain/order/line/capacity.ts';
import { handle, handleFact, passTime } from '../../../domain/order/handle.ts';
import { openOrder, type Order } from '../../../domain/order/order.ts';
import { POLICY } from '../../../domain/policy.ts';
import { inZoneOf } from '../../support/domain/any-ending.ts';
import { anyCancellation, anyDelivery, anyFact, anyTrial, ZONES } from '../../support/domain/any-order.ts';
import { dayNumber, modelOf } from '../../support/domain/order-model.ts';
import { OPENING } from '../../support/domain/order-language.ts';

/** Facts about what was delivered, with at most so many days between two of them. */
const anyLife = (delivery: typeof anyDelivery, mostDays: number) =>
  fc.record({
    timeZone: fc.constantFrom(...ZONES),
    delivery,
    facts: fc.array(
      fc.record({
        days: fc.integer({ min: 0, max: mostDays }),
        hour: fc.integer({ min: 0, max: 22 }),
        fact: fc.oneof({ weight: 30, arbitrary: anyFact }, { weight: 1, arbitrary: anyCancellation }),
      }),
      { maxLength: 12, size: 'max' },
    ),
  });

function owned(order: Order, atMs: number): number {
  const { order: now } = passTime(order, atMs);
  return now.lines.reduce((sum, line) => sum + (isOwned(now, line, atMs) ? line.capacity : 0), 0);
}

test.each([
  ['whatever was sold', anyLife(anyDelivery, 200), 40],
  ['of what was sold to try', anyLife(anyTrial, 20), 80],
])(
  '%s, whatever the vendor states and when, an order owns on each day what a calendar says, from midnight to midnight',
  (_what, lives, numRuns) => {
    fc.assert(
      fc.property(lives, ({ timeZone, delivery, facts }) => {
        let day = '2026-11-02';
        const acceptedAt = startOfDay(day, timeZone);
        const opening = { ...OPENING, timeZone, acceptedAt, policy: POLICY };
        let { order } = handle(openOrder(opening), delivery, acceptedAt, acceptedAt);
        const model = modelOf(order);
        const passDays = (days: number) => {
          const seen: [day: string, atLast: number, thenAtFirst: number][] = [];
          const wanted: typeof seen = [];
          for (let left = days; left > 0; left--) {
            const next = addDays(day, 1);
            const midnight = startOfDay(next, timeZone);
            // What a fact changes counts from its hour on: that is seen when its day ends.
            seen.push([day, owned(order, midnight - 1), owned(order, midnight)]);
            wanted.push([day, model.owned(dayNumber(day)), model.owned(dayNumber(next))]);
            day = next;
          }
          expect(seen).toEqual(wanted);
        };
        let hourBefore = 0;
        for (const { days, hour, fact } of facts) {
          passDays(days);
          hourBefore = days === 0 ? Math.max(hour, hourBefore) : hour;
          const at = startOfDay(day, timeZone) + hourBefore * 3_600_000;
          const { order: after, events } = handleFact(order, inZoneOf(fact, timeZone), at, at);
          const isTaken = !events.some(({ type }) => type.endsWith('-refused'));
          expect([fact, isTaken]).toEqual([fact, model.hear(fact, dayNumber(day))]);
          order = after;
        }
        passDays(230);
      }),
      { numRuns },
    );
  },
);
