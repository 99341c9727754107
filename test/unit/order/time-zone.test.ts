import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { addDays, startOfDay } from '../../../domain/days.ts';
import { nextDeadline } from '../../../domain/order/deadlines.ts';
import type { Relocation } from '../../../domain/order/facts.ts';
import { handle, handleFact, passTime } from '../../../domain/order/handle.ts';
import { openOrder, type Order } from '../../../domain/order/order.ts';
import type { OrderCommand } from '../../../domain/order/commands.ts';
import type { RecordedOrderEvent } from '../../../domain/order/events.ts';
import type { SoldLine } from '../../../domain/order/arriving/sold.ts';
import { instantsIn } from '../../../domain/order/change/relocating.ts';
import { EVALUATION, POLICY } from '../../../domain/policy.ts';
import { boundariesOf, instantsOf, lastDayOf, termsOf } from '../../../domain/catalogue/terms.ts';
import { ZONES } from '../../support/domain/any-order.ts';
import { DAY_MS } from '../../support/domain/any-history.ts';
import { instant } from '../../support/domain/given.ts';
import { given, givenOrder, renew, time, CONSOLE, FAX, OPENING } from '../../support/domain/order-language.ts';
import { BEFORE_FIRST_DAY, CANCELED, LATER, LIFE } from '../../support/domain/order-lives.ts';

const AUCKLAND = 'Pacific/Auckland';
const inUse = given(...LIFE.activated);

function move(timeZone: string, about: Partial<Relocation> = {}): OrderCommand & { type: 'change-time-zone' } {
  const named = { reference: `Z-${timeZone}`, contentHash: timeZone };
  return { type: 'change-time-zone', ...named, timeZone, inZone: 'Europe/Rome', ...about };
}

function moved(order: Order, timeZone: string, formerTimeZone = 'Europe/Rome') {
  const { inZone: _, ...content } = move(timeZone);
  return { ...content, type: 'time-zone-changed' as const, formerTimeZone, instants: instantsIn(order, timeZone) };
}

const moveTo = (order: Order, timeZone: string, at: string, about: Partial<Relocation> = {}) =>
  handle(order, move(timeZone, { inZone: order.timeZone, ...about }), instant(at), instant(at)).order;

describe('another time zone', () => {
  test('moves every boundary that is to come to the same day there', () => {
    const order = inUse.when(move(AUCKLAND), BEFORE_FIRST_DAY).then(moved(inUse.state, AUCKLAND));
    expect(order.timeZone).toBe(AUCKLAND);
    expect(order.lines[0]!.terms).toEqual(termsOf(CONSOLE, AUCKLAND, OPENING.policy));
    expect(nextDeadline(order)).toBe(instant('2027-09-02T00:00+12:00'));
  });

  test('leaves what has passed where it was', () => {
    const order = inUse.when(move(AUCKLAND), LATER).then(moved(inUse.state, AUCKLAND));
    expect(order.lines[0]!.terms.from).toBe(instant('2026-12-01T00:00+01:00'));
    expect(order.lines[0]!.terms.until).toBe(instant('2027-12-01T00:00+13:00'));
  });

  test('has nothing happen before it: a boundary that would have passed there happens at the change', () => {
    const just = '2027-09-01T23:00+02:00';
    const order = inUse.when(move(AUCKLAND), just).then(moved(inUse.state, AUCKLAND), {
      type: 'expiring',
      line: '1',
      application: CONSOLE.application,
      endsOn: CONSOLE.endsOn!,
    });
    expect(order.lines[0]!.terms.expiringFrom).toBe(instant(just));
  });

  test('has nothing happen twice, although its day begins there once more', () => {
    const expiring = passTime(inUse.state, instant('2027-09-02T00:10+02:00')).order;
    expect(expiring.lines[0]!.marks).toEqual(['expiring']);
    const west = moveTo(expiring, 'America/Phoenix', '2027-09-02T00:20+02:00');
    expect(west.lines[0]!.terms.expiringFrom).toBe(instant('2027-09-02T00:00+02:00'));
    const back = moveTo(west, 'Europe/Rome', '2027-09-02T00:30+02:00', { reference: 'Z-back' });
    for (const order of [west, back]) givenOrder(order).when(time, '2027-11-01T00:00Z').then();
  });

  test('computes the instants itself where they do not come with it', () => {
    const withThem = move(AUCKLAND, { instants: instantsIn(inUse.state, AUCKLAND) });
    expect(inUse.when(withThem, LATER).then(moved(inUse.state, AUCKLAND))).toEqual(
      inUse.when(move(AUCKLAND), LATER).then(moved(inUse.state, AUCKLAND)),
    );
  });

  test('takes the instants that come with it, whatever the time zone database says by then', () => {
    const instants = instantsIn(inUse.state, 'UTC');
    const order = inUse.when(move(AUCKLAND, { instants }), LATER).then({ ...moved(inUse.state, AUCKLAND), instants });
    expect(order.lines[0]!.terms.until).toBe(instant('2027-12-01T00:00Z'));
  });

  test('is known by its reference; said again it changes nothing, and with other content it is refused', () => {
    const order = moveTo(inUse.state, AUCKLAND, LATER);
    givenOrder(order).when(move(AUCKLAND), '2027-01-10T10:00Z').then();
    givenOrder(order)
      .when(move('UTC', { reference: `Z-${AUCKLAND}`, inZone: AUCKLAND }), LATER)
      .refusedWith('REFERENCE_TAKEN', { reference: `Z-${AUCKLAND}` });
  });

  test('is refused where the order lives in another one than its instants were computed for, and when it is over', () => {
    const order = moveTo(inUse.state, AUCKLAND, LATER);
    givenOrder(order).when(move('UTC'), LATER).refusedWith('TIME_ZONE_CHANGED', { timeZone: AUCKLAND });
    givenOrder(CANCELED).when(move(AUCKLAND), LATER).refusedWith('ORDER_CANCELED');
    given(...LIFE.ended)
      .when(move(AUCKLAND), '2028-06-10T10:00:00+02:00')
      .refusedWith('ORDER_ENDED');
  });

  test('has a renewal that was computed before refused, so that it is computed once more', () => {
    const order = moveTo(inUse.state, AUCKLAND, LATER);
    const renewal = (timeZone: string) =>
      renew('2028-11-30', { inZone: timeZone, boundaries: boundariesOf('2028-11-30', timeZone, OPENING.policy) });
    givenOrder(order).when(renewal('Europe/Rome'), LATER).refusedWith('TIME_ZONE_CHANGED', { timeZone: AUCKLAND });
    const { order: renewed } = handle(order, renewal(AUCKLAND), instant(LATER), instant(LATER));
    expect(renewed.lines[0]!.terms.until).toBe(instant('2028-12-01T00:00+13:00'));
  });
});

describe('the same time zone', () => {
  test('changes nothing as long as its database says the same', () => {
    inUse.when(move('Europe/Rome'), LATER).then();
  });

  test('moves what lies elsewhere by the database of now, and is known then', () => {
    const lines = inUse.state.lines.map((line) => ({
      ...line,
      terms: { ...line.terms, until: line.terms.until! - 3_600_000 },
    }));
    const drifted = { ...inUse.state, lines };
    const mended = moveTo(drifted, 'Europe/Rome', LATER);
    expect(mended.lines).toEqual(inUse.state.lines);
    expect(mended.said).toEqual({});
    givenOrder(mended)
      .when(move('Europe/Rome', { reference: 'again' }), LATER)
      .then();
  });

  test('is news where it was only assumed', () => {
    const order = moveTo(inUse.state, 'Europe/Rome', LATER, { confirms: true });
    expect(order.said).toEqual({ timeZoneAssumed: 'change-time-zone/Z-Europe/Rome' });
    expect(order.lines).toEqual(inUse.state.lines);
  });
});

const WITH_NOTICES = openOrder({ ...OPENING, policy: POLICY });
const deliver = (lines: SoldLine[], open = WITH_NOTICES) => {
  const at = OPENING.acceptedAt;
  const { order } = handle(open, { type: 'deliver', reference: 'reference', lines }, at, at);
  return handleFact(order, { type: 'unlock' }, at, at).order;
};

describe('what moves with it', () => {
  test('days of notice that are still to come', () => {
    const order = passTime(deliver([CONSOLE]), instant('2027-10-15T00:00Z')).order;
    const told = order.notices.map(({ days }) => days);
    expect(told).not.toHaveLength(POLICY.noticeDays.length);
    const there = boundariesOf(CONSOLE.endsOn!, AUCKLAND, POLICY).notices.filter(({ days }) => told.includes(days));
    expect(moveTo(order, AUCKLAND, '2027-10-15T00:00Z').notices.map(({ days, at }) => ({ days, at }))).toEqual(there);
  });

  test('changes that are planned, by their day', () => {
    const at = instant(LATER);
    const plan = { on: '2027-03-01', dueAt: startOfDay('2027-03-01', 'Europe/Rome'), inZone: 'Europe/Rome' };
    const planned = handle(
      deliver([CONSOLE]),
      { type: 'cancel', reference: 'C-1', contentHash: 'C-1', reason: 'moving out', ...plan },
      at,
      at,
    ).order;
    const order = moveTo(planned, AUCKLAND, LATER);
    expect(order.planned).toMatchObject([{ on: '2027-03-01', dueAt: instant('2027-03-01T00:00+13:00') }]);
    expect(moveTo(planned, AUCKLAND, '2027-02-28T20:00+01:00').status).toBe('canceled');
  });

  test('what follows from the end of an evaluation, as it was promised', () => {
    const evaluation: SoldLine = {
      ...{ application: 'digital-fax', capacity: 5, license: 'evaluation', care: null },
      ...{ startsOn: '2026-11-02', endsOn: '2026-12-31', evaluation: EVALUATION },
    };
    const order = moveTo(deliver([evaluation]), AUCKLAND, BEFORE_FIRST_DAY);
    const anew = termsOf(evaluation, AUCKLAND, POLICY);
    expect(anew.convertibleUntil).toBeDefined();
    expect(order.lines[0]!.terms).toEqual({ ...anew, from: startOfDay('2026-11-02', 'Europe/Rome') });
  });

  test('what a withdrawal would bring back', () => {
    const at = instant(LATER);
    const order = deliver([CONSOLE, FAX]);
    const renewal = { ...renew('2029-11-30', { inZone: 'Europe/Rome', lines: [{ line: '1', capacity: 5 }] }) };
    const renewed = handle(order, renewal, at, at).order;
    const back = (from: Order) =>
      handleFact(from, { type: 'withdraw', kind: 'renewal', reference: 'R-1' }, at + DAY_MS, at + DAY_MS).order;
    const { lines, notices, planned } = back(moveTo(renewed, AUCKLAND, LATER));
    const never = moveTo(order, AUCKLAND, LATER);
    expect(lines.map(({ factSeq: _, ...line }) => line)).toEqual(never.lines);
    expect(notices).toEqual(expect.arrayContaining(never.notices));
    expect(notices).toHaveLength(never.notices.length);
    expect(planned).toEqual([]);
  });

  test('days of notice that an end silenced before a renewal, by the last day that they belong to', () => {
    const at = instant(LATER);
    const order = deliver([CONSOLE]);
    const on = '2027-09-01';
    const end: OrderCommand = {
      ...{ type: 'cancel', reference: 'C-1', contentHash: 'C-1', reason: 'moving out', inZone: 'Europe/Rome' },
      ...{ on, dueAt: startOfDay(on, 'Europe/Rome') },
    };
    const silenced = handle(order, end, at, at).order;
    const renewed = handle(silenced, renew('2029-11-30', { inZone: 'Europe/Rome' }), at, at).order;
    const withdrawn = (from: Order, kind: 'renewal' | 'cancellation', reference: string) =>
      handle(from, { type: 'withdraw', kind, reference }, at + DAY_MS, at + DAY_MS).order;
    const back = withdrawn(moveTo(renewed, AUCKLAND, LATER), 'renewal', 'R-1');
    expect(withdrawn(back, 'cancellation', 'C-1').notices).toEqual(moveTo(order, AUCKLAND, LATER).notices);
  });
});

describe('however often and wherever an order moves', () => {
  const anyStep = fc.record({ timeZone: fc.constantFrom(...ZONES), afterMinutes: fc.integer({ min: 0, max: 3_000 }) });
  /** Moves around the end of a line that is near, from two days before one of its boundaries on. */
  const anyMoves = fc.record({
    zone: fc.constantFrom(...ZONES),
    boundary: fc.constantFrom('from', 'expiringFrom', 'until', 'graceUntil', 'notice'),
    steps: fc.array(anyStep, { minLength: 1, maxLength: 8 }),
  });

  function lived({ zone, boundary, steps }: typeof anyMoves extends fc.Arbitrary<infer Moves> ? Moves : never) {
    const open = openOrder({ ...OPENING, policy: POLICY, timeZone: zone });
    let order = deliver([CONSOLE], open);
    const journal: RecordedOrderEvent[] = [];
    const states: { order: Order; now: number }[] = [];
    const { from, last } = instantsOf(CONSOLE, zone, POLICY);
    let now = { from, notice: last!.notices[1]!.at, ...last! }[boundary];
    now -= 2 * DAY_MS;
    for (const [index, { timeZone, afterMinutes }] of steps.entries()) {
      now += afterMinutes * 60_000;
      const named = { reference: `Z-${index}`, contentHash: timeZone, timeZone, inZone: order.timeZone };
      const handled = handle(order, { type: 'change-time-zone', ...named }, now, now);
      order = handled.order;
      journal.push(...handled.events);
      states.push({ order, now });
    }
    const rest = passTime(order, startOfDay(addDays(CONSOLE.endsOn!, 60), 'UTC'));
    return { journal: [...journal, ...rest.events], states, order: rest.order };
  }

  test('each boundary comes once, and each day of notice at most once', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        const before = passTime(deliver([CONSOLE]), 0).order;
        const { journal } = lived(moves);
        const count = (type: string) => journal.filter((event) => event.type === type).length;
        expect(count('expiring')).toBeLessThanOrEqual(1);
        expect(count('expired')).toBeLessThanOrEqual(1);
        const told = journal.flatMap((event) => (event.type === 'notice-due' ? [event.days] : []));
        expect(new Set(told).size).toBe(told.length);
        expect(told.length).toBeLessThanOrEqual(before.notices.length);
      }),
      { numRuns: 300 },
    );
  });

  test('nothing comes to lie before the last change, what is to come lies where the new zone has it, and time never goes back', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        const { journal, states } = lived(moves);
        journal.reduce((last, { at }) => (expect(at).toBeGreaterThanOrEqual(last), at), 0);
        let former: Order | null = null;
        for (const { order, now } of states) {
          const [line] = order.lines;
          const there = termsOf(CONSOLE, order.timeZone, POLICY) as Record<string, number | null>;
          for (const [boundary, at] of Object.entries(line!.terms)) {
            const before = former?.lines[0]!.terms[boundary as 'from'] ?? null;
            if (before !== null && before <= now) expect(at).toBe(before);
            if (at !== null && at > now) expect(at).toBe(there[boundary]);
          }
          for (const { days, at } of order.notices) {
            const end = boundariesOf(lastDayOf(line!)!, order.timeZone, POLICY);
            expect(at).toBe(end.notices.find((notice) => notice.days === days)!.at);
            expect(at).toBeGreaterThan(now);
          }
          former = order;
        }
      }),
      { numRuns: 300 },
    );
  });
});
