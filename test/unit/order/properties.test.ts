import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isLocked, lineCapacity, lineState } from '../../../domain/order/line/capacity.ts';
import { nextDeadline } from '../../../domain/order/deadlines.ts';
import { heldBy } from '../../../domain/order/change/sharing.ts';
import { evolve } from '../../../domain/order/evolve.ts';
import { passTime } from '../../../domain/order/handle.ts';
import { noticesIn } from '../../../domain/order/notices.ts';
import { POLICY } from '../../../domain/policy.ts';
import { openOrder, type Order } from '../../../domain/order/order.ts';
import type { OrderEvent } from '../../../domain/order/events.ts';
import {
  DAY_MS,
  expectRepeatsChangeNothing,
  expectSoundJournal,
  live,
  type Lived,
} from '../../support/domain/any-history.ts';
import { anyOrderLife, SERVERS, type OrderLife } from '../../support/domain/any-order.ts';
import { handleMove, OPENING, type OrderMove } from '../../support/domain/order-language.ts';

type History = Lived<Order, OrderMove, OrderEvent>[];
const rulesIn = (timeZone: string) => ({
  open: openOrder({ ...OPENING, policy: POLICY, timeZone }),
  handle: handleMove,
  evolve,
});

function historyOf({ timeZone, delivery, steps }: OrderLife): History {
  const first = { command: delivery, atMs: OPENING.acceptedAt, nowMs: OPENING.acceptedAt };
  return live<Order, OrderMove, OrderEvent>(rulesIn(timeZone), [first, ...steps]);
}

function always(holds: (history: History, rules: ReturnType<typeof rulesIn>) => void): void {
  fc.assert(
    fc.property(anyOrderLife, (life) => holds(historyOf(life), rulesIn(life.timeZone))),
    { numRuns: 200 },
  );
}

describe('whatever happens to an order, in whatever sequence and however late', () => {
  test('on every line what is locked, assigned and free adds up to what is owned, and nothing is negative', () => {
    always((history) => {
      for (const { after, nowMs } of history)
        for (const line of after.lines) {
          const { owned, locked, assigned, free } = lineCapacity(after, line, nowMs);
          expect(locked + assigned + free).toBe(owned);
          expect(Math.min(owned, locked, assigned, free)).toBeGreaterThanOrEqual(0);
          expect([0, line.capacity]).toContain(owned);
        }
    });
  });

  test('no server holds anything of a locked line, or nothing at all of a line', () => {
    always((history) => {
      for (const { after } of history)
        for (const share of after.assignments) {
          expect(share.capacity).toBeGreaterThan(0);
          expect(
            isLocked(
              after,
              after.lines.find((line) => line.id === share.line)!,
            ),
          ).toBe(false);
        }
    });
  });

  test('its journal has no gaps, never goes back in time, and replayed gives the same order', () => {
    always((history, rules) => expectSoundJournal(rules, history));
  });

  test('whatever is repeated changes nothing', () => {
    always((history, rules) => expectRepeatsChangeNothing(rules, history, ({ type }) => type === 'withdraw-plan'));
  });

  test('a message that comes late changes nothing', () => {
    always((history) => {
      for (const { after, nowMs } of history) {
        const { order } = handleMove(after, { type: 'pass-time' }, nowMs, nowMs);
        for (const { server, number } of order.servers)
          for (const type of ['take', 'tell'] as const)
            for (const late of [number, number - 1]) {
              const shares = [{ line: '1', capacity: 1 }];
              const command = { type, server, number: late, shares, activatedAt: null };
              expect(handleMove(order, command, nowMs, nowMs).events).toEqual([]);
            }
      }
    });
  });

  test('only a take raises what a server holds, or the withdrawal of what lowered it, and what it is told is never refused', () => {
    always((history) => {
      for (const { command, before, after, refused } of history) {
        if (command.type === 'take' || command.type === 'withdraw') continue;
        for (const server of SERVERS)
          for (const line of after.lines)
            expect(heldBy(after, server, line.id)).toBeLessThanOrEqual(heldBy(before, server, line.id));
        if (command.type === 'tell') expect(refused).toBe(false);
      }
    });
  });

  test('a take that is accepted gives the server exactly what it asked for, of every line', () => {
    always((history) => {
      for (const { command, after, events } of history) {
        if (command.type !== 'take' || !events.some(({ type }) => type === 'heard')) continue;
        for (const line of after.lines) {
          const asked = command.shares.find((share) => share.line === line.id)?.capacity ?? 0;
          expect(heldBy(after, command.server, line.id)).toBe(asked);
        }
      }
    });
  });

  test('each term is announced at most once as expiring and as expired, while it is just that', () => {
    always((history) => {
      const said = new Set<string>();
      for (const { events, before } of history)
        events.reduce((order, event) => {
          if (event.type === 'renewed' || event.type === 'withdrawn')
            for (const { line } of event.lines) ['expiring', 'expired'].forEach((type) => said.delete(type + line));
          if (event.type === 'converted') ['expiring', 'expired'].forEach((type) => said.delete(type + event.line));
          if (event.type === 'expiring' || event.type === 'expired') {
            expect(said.has(event.type + event.line)).toBe(false);
            said.add(event.type + event.line);
            const line = order.lines.find(({ id }) => id === event.line)!;
            expect(lineState({ status: 'open' }, line, event.at)).toBe(event.type);
          }
          return evolve(order, event);
        }, before);
    });
  });

  test('notice is given of what is still to come, once for each day of notice of a term', () => {
    always((history) => {
      const said = new Set<string>();
      for (const { events, before } of history)
        events.reduce((order, event) => {
          const after = evolve(order, event);
          // A renewal that is taken back and made again is a new one.
          if (event.type === 'withdrawn' && event.kind === 'renewal') said.clear();
          for (const { line, days, endsOn } of noticesIn({ order: after, events: [event] })) {
            const key = JSON.stringify([line, days, endsOn]);
            expect(said.has(key)).toBe(false);
            said.add(key);
          }
          return after;
        }, before);
    });
  });

  test('units are kept in the order in which they arrived, and add up to what is assigned', () => {
    always((history) => {
      for (const { after } of history)
        for (const { line, server, capacity } of after.assignments) {
          const arrived = after.arrivals.filter((units) => units.line === line && units.server === server);
          expect(arrived.reduce((sum, units) => sum + units.capacity, 0)).toBe(capacity);
        }
    });
  });

  test('once time has passed no deadline is left behind, and what is over has been said to be', () => {
    always((history) => {
      for (const { after, nowMs } of history) {
        const { order } = passTime(after, nowMs);
        expect(nextDeadline(order) ?? Infinity).toBeGreaterThan(nowMs);
        const living = order.lines.filter(({ canceledAt }) => canceledAt === undefined);
        for (const line of order.status === 'canceled' ? [] : living)
          expect(line.marks.includes('expired')).toBe(lineState({ status: 'open' }, line, nowMs) === 'expired');
      }
    });
  });

  test('it does not matter how often the clock is asked', () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 200 * DAY_MS }), { maxLength: 10 });
    fc.assert(
      fc.property(anyOrderLife, pauses, (life, drawn) => {
        const { after, nowMs } = historyOf(life).at(-1)!;
        let often = passTime(after, nowMs).order;
        let clock = nowMs;
        for (const pause of drawn) {
          clock += pause;
          often = passTime(often, clock).order;
        }
        expect(passTime(after, clock).order).toEqual(often);
      }),
    );
  });
});
