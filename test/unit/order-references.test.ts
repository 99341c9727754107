import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openOrder, type Order, type OrderEvent, type RenewedLine } from '../../domain/order/order.ts';
import { evolve } from '../../domain/order/evolve.ts';
import { POLICY } from '../../domain/policy.ts';
import { live } from '../support/domain/any-history.ts';
import { anyOrderLife } from '../support/domain/any-order.ts';
import { handleMove, OPENING, type OrderMove } from '../support/domain/order-language.ts';

type Entry = Partial<Pick<RenewedLine, 'line' | 'reference'>> & { id?: string };

/** The types of events that name one line; the journal's other events name none, or list some. */
const ABOUT_ONE = ['assigned', 'care-expired', 'expired', 'expiring', 'notice-due', 'released', 'taken-back'];

/** Those that are not in every handful of lives. */
const SELDOM: readonly string[] = ['plan-withdrawn', 'reduced'];

test('whatever happens, each event that names a line says the ERP’s own number of it, where it has one', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyOrderLife, ({ timeZone, delivery, steps }) => {
      const open = openOrder({ ...OPENING, policy: POLICY, timeZone });
      const first = { command: delivery, atMs: OPENING.acceptedAt, nowMs: OPENING.acceptedAt };
      const rules = { open, handle: handleMove, evolve };
      for (const { after, events } of live<Order, OrderMove, OrderEvent>(rules, [first, ...steps])) {
        const referenceOf = (id: string) => after.lines.find((line) => line.id === id)!.reference;
        for (const event of events) {
          const listed: readonly Entry[] = ('lines' in event && event.lines) || [];
          for (const { id, line, reference } of listed) expect(reference).toBe(referenceOf((line ?? id)!));
          if (!('line' in event)) continue;
          seen.add(event.type);
          expect([event.type, event.lineReference]).toEqual([event.type, referenceOf(event.line)]);
          // What a line lacks is not said, and so not journaled.
          expect('lineReference' in event).toBe(event.lineReference !== undefined);
        }
      }
    }),
    { numRuns: 300 },
  );
  expect([...seen].filter((type) => !SELDOM.includes(type)).sort()).toEqual(ABOUT_ONE);
});
