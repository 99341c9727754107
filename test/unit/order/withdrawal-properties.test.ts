import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evolve } from '../../../domain/order/evolve.ts';
import { handle, passTime } from '../../../domain/order/handle.ts';
import { noticesIn } from '../../../domain/order/notices.ts';
import { openOrder, type Order } from '../../../domain/order/order.ts';
import type { OrderCommand, OrderFact } from '../../../domain/order/commands.ts';
import type { OrderEvent } from '../../../domain/order/events.ts';
import { POLICY } from '../../../domain/policy.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { DAY_MS, live } from '../../support/domain/any-history.ts';
import { anyWithdrawable, inZoneOf } from '../../support/domain/any-ending.ts';
import { anyOrderLife, SERVERS, type OrderLife } from '../../support/domain/any-order.ts';
import { handleMove, OPENING, type OrderMove } from '../../support/domain/order-language.ts';

/** An order in the midst of any life. */
function orderAfter({ timeZone, delivery, steps }: OrderLife): { order: Order; nowMs: number } {
  const open = openOrder({ ...OPENING, policy: POLICY, timeZone });
  const first = { command: delivery, atMs: OPENING.acceptedAt, nowMs: OPENING.acceptedAt };
  const rules = { open, handle: handleMove, evolve };
  const { after, nowMs } = live<Order, OrderMove, OrderEvent>(rules, [first, ...steps]).at(-1)!;
  return { order: passTime(after, nowMs).order, nowMs };
}

function unlessRefused(order: Order, command: OrderCommand, atMs: number): Order | null {
  try {
    return handle(order, command, atMs, atMs).order;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/**
 * All that counts of an order: neither what it was ever told, nor in which sequence its state has things. What is over is not
 * announced as about to end any more, and what fell due meanwhile happens at the withdrawal: what a line that is canceled now was
 * told before, while a later cancellation stood instead of its own, was true.
 */
function whatCounts(order: Order, nowMs: number) {
  const { customerId, timeZone, status, suspendedFor, deliveries, assignments, notices, planned, intents } = order;
  const sorted = <Item>(items: readonly Item[]) => items.map((item) => JSON.stringify(item)).toSorted();
  const lines = order.lines.map(({ factSeq: _, canceledAt: ended, marks, ...line }) => {
    const isOver = line.terms.until !== null && line.terms.until <= nowMs;
    return {
      ...line,
      isCanceled: ended !== undefined,
      marks: ended !== undefined ? [] : marks.filter((mark) => !(isOver && mark === 'expiring')).toSorted(),
    };
  });
  return {
    ...{ customerId, timeZone, status, suspendedFor, deliveries, lines, intents },
    shares: sorted(assignments),
    notices: sorted(notices),
    planned: sorted(planned.map(({ fact: _, ...plan }) => plan)),
  };
}

const kindOf = ({ type }: OrderFact) => (type === 'renew' ? ('renewal' as const) : ('cancellation' as const));
const pauses = fc.array(fc.integer({ min: 0, max: 6 * DAY_MS }), { minLength: 1, maxLength: 4 });

/** Lives through a fact, what comes meanwhile, and its withdrawal, beside a life without both; how often it could be. */
function compare(
  meanwhile: fc.Arbitrary<OrderCommand[]>,
  check: (withdrawn: Order, without: Order, nowMs: number) => void,
): number {
  let compared = 0;
  fc.assert(
    fc.property(anyOrderLife, anyWithdrawable, pauses, meanwhile, (life, stated, drawn, commands) => {
      const { order, nowMs } = orderAfter(life);
      const fact = { ...inZoneOf(stated, life.timeZone), reference: 'this' } as OrderFact & { reference: string };
      let told = unlessRefused(order, fact, nowMs);
      if (!told || told.seq === order.seq) return;
      let clock = nowMs;
      let without = order;
      drawn.forEach((pause, index) => {
        clock += pause;
        const command = commands[index];
        const later = command && 'server' in command ? { ...command, number: 1_000 + index } : command;
        told = (later && unlessRefused(told!, later, clock)) ?? passTime(told!, clock).order;
        without = (later && unlessRefused(without, later, clock)) ?? passTime(without, clock).order;
      });
      const withdrawn = unlessRefused(told, { type: 'withdraw', kind: kindOf(fact), reference: 'this' }, clock);
      // Days over, or what was planned has taken effect of the order's whole.
      if (!withdrawn) return;
      compared += 1;
      check(passTime(withdrawn, clock).order, passTime(without, clock).order, clock);
    }),
    { numRuns: 400 },
  );
  return compared;
}

test('what was withdrawn is as if it had not been, however much time passed before', () => {
  const compared = compare(fc.constant([]), (withdrawn, without, nowMs) =>
    expect(whatCounts(withdrawn, nowMs)).toEqual(whatCounts(without, nowMs)),
  );
  expect(compared).toBeGreaterThan(20);
});

test('the same, but for what servers gave back meanwhile: nobody holds more than it would have', () => {
  const lowering = fc.record({
    type: fc.constant('tell' as const),
    server: fc.constantFrom(...SERVERS),
    number: fc.constant(0),
    shares: fc.uniqueArray(
      fc.record({ line: fc.constantFrom('1', '2', '3'), capacity: fc.integer({ min: 0, max: 3 }) }),
      { selector: ({ line }) => line, maxLength: 2 },
    ),
    activatedAt: fc.constant(null),
  });
  const compared = compare(fc.array(lowering, { maxLength: 3 }), (withdrawn, without, nowMs) => {
    expect({ ...whatCounts(withdrawn, nowMs), shares: [] }).toEqual({ ...whatCounts(without, nowMs), shares: [] });
    for (const { line, server, capacity } of withdrawn.assignments) {
      const held = without.assignments.find((share) => share.line === line && share.server === server);
      expect(capacity).toBeLessThanOrEqual(held?.capacity ?? 0);
    }
  });
  expect(compared).toBeGreaterThan(20);
});

test('no notice is told twice of a term, whatever is withdrawn', () => {
  fc.assert(
    fc.property(anyOrderLife, (life) => {
      const { order, nowMs } = orderAfter(life);
      const after = passTime(order, nowMs + 500 * DAY_MS);
      const told = noticesIn({ ...after }).map(({ line, days, endsOn }) => `${line} ${days} ${endsOn}`);
      expect(new Set(told).size).toBe(told.length);
    }),
  );
});
