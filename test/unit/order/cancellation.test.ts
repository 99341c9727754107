import { describe, expect, test } from '@jest/globals';
import { isClosed, isKept, isOwned, lineState } from '../../../domain/order/line/capacity.ts';
import { isDoneByTime, nextDeadline } from '../../../domain/order/deadlines.ts';
import { linesOf } from '../../../domain/order/line/lasting.ts';
import { WITHDRAWAL_DAYS } from '../../../domain/policy.ts';
import { termState } from '../../../domain/catalogue/terms.ts';
import { DAY_MS } from '../../support/domain/any-history.ts';
import { instant, type Dated } from '../../support/domain/given.ts';
import type { OrderEvent } from '../../../domain/order/events.ts';
import {
  assigned,
  cancel,
  canceled,
  canceledAsPlanned,
  delivered,
  expand,
  given,
  givenFact,
  givenOrder,
  heard,
  lapsed,
  released,
  renew,
  renewed,
  take,
  takenBack,
  tell,
  time,
  CONSOLE,
  FAX,
  OPENING,
} from '../../support/domain/order-language.ts';
import {
  AFTER_END,
  AFTER_GRACE,
  BEFORE_FIRST_DAY,
  CANCELED,
  IN_GRACE,
  LATER,
  LIFE,
} from '../../support/domain/order-lives.ts';

const LOST = takenBack(5, 0, {}, 'cancellation');
const TWO = [
  delivered([CONSOLE, FAX]),
  { type: 'unlocked', delivery: '1' },
  heard(1),
  assigned(5),
  assigned(3, 3, { line: '2', application: FAX.application }),
] as OrderEvent[];
const FAX_LINE = { line: '2', application: FAX.application };
const LOST_FAX = takenBack(3, 0, FAX_LINE, 'cancellation');
const EXPIRING_SOON = '2027-10-01T10:00:00+02:00';

/** The order of one line in each state of it, and what servers lose then. */
const STATES: [string, Dated<OrderEvent>[], string, OrderEvent[]][] = [
  ['locked', LIFE.locked, BEFORE_FIRST_DAY, []],
  ['upcoming', LIFE.activated, BEFORE_FIRST_DAY, [LOST]],
  ['active', LIFE.activated, '2027-02-01T10:00Z', [LOST]],
  ['expiring', [...LIFE.activated, lapsed('expiring', '2027-09-02T00:00+02:00')], EXPIRING_SOON, [LOST]],
  ['in grace', [...LIFE.activated, lapsed('expiring', '2027-09-02T00:00+02:00')], IN_GRACE, [LOST]],
  ['expired', LIFE.expired, AFTER_GRACE, []],
  ['suspended', [...LIFE.activated, { type: 'suspended', reason: 'late' }], '2027-02-01T10:00Z', [LOST]],
];

describe('a cancellation', () => {
  test.each(STATES)(
    'of a line that is %s ends it and the order, and keeps what its servers held',
    (_state, life, at, lost) => {
      const order = given(...life);
      const after = order.when(cancel(), at).then(canceled(), ...lost);
      const [line] = after.lines;
      expect(after).toMatchObject({
        status: 'canceled',
        canceledAt: instant(at),
        assignments: order.state.assignments,
      });
      expect([lineState(after, line!, instant(at)), isOwned(after, line!, instant(at))]).toEqual(['canceled', false]);
      const [lasting] = linesOf(after);
      expect(termState(lasting!.terms, instant(at))).toBe('expired');
      expect(isKept(after, lasting!, instant(at))).toBe(true);
      expect(isKept(after, lasting!, instant(at) + WITHDRAWAL_DAYS * DAY_MS)).toBe(false);
    },
  );

  test('of one line leaves the others, and the order, as they are', () => {
    const after = given(...TWO)
      .when(cancel({ lines: ['2'] }), LATER)
      .then(canceled([FAX_LINE]), LOST_FAX);
    expect(after).toMatchObject({ status: 'open', canceledAt: null });
    const last = givenOrder(after)
      .when(cancel({ reference: 'C-2' }), '2026-12-12T10:00Z')
      .then(canceled([{ line: '1', application: CONSOLE.application }], 'C-2'), LOST);
    expect(last).toMatchObject({ status: 'canceled', canceledAt: instant('2026-12-12T10:00Z') });
  });

  test('has one deadline left, and then nothing can become of it', () => {
    const after = given(...TWO)
      .when(cancel(), LATER)
      .then(canceled([{ line: '1', application: CONSOLE.application }, FAX_LINE]), LOST, LOST_FAX);
    const closes = instant(LATER) + WITHDRAWAL_DAYS * DAY_MS;
    expect([nextDeadline(after), isClosed(after)]).toEqual([closes, false]);
    const on = new Date(closes).toISOString();
    const closed = givenOrder(after).when(time, AFTER_END).then({ type: 'closed', on });
    expect([nextDeadline(closed), isClosed(closed)]).toEqual([null, true]);
  });

  test('of all lines but one lets the order end with that one', () => {
    const after = given(...TWO)
      .when(cancel({ lines: ['2'] }), LATER)
      .then(canceled([FAX_LINE]), LOST_FAX);
    const events = givenOrder(after).when(time, AFTER_END);
    const ended = events.then(
      lapsed('expiring', '2027-09-02T00:00+02:00'),
      lapsed('expired', '2027-12-16T00:00+01:00'),
      { ...takenBack(5, 0, {}, 'expiry'), on: '2027-12-16T00:00+01:00' },
      { type: 'ended', on: '2028-05-29T00:00+02:00' },
    );
    expect(ended.status).toBe('ended');
  });

  test('is known by its reference, for ever', () => {
    const after = given(...TWO)
      .when(cancel({ lines: ['2'] }), LATER)
      .then(canceled([FAX_LINE]), LOST_FAX);
    givenOrder(after)
      .when(cancel({ lines: ['2'] }), LATER)
      .then();
    givenOrder(after)
      .when({ ...cancel(), contentHash: 'other' } as ReturnType<typeof cancel>, LATER)
      .refusedWith('REFERENCE_TAKEN', { reference: 'C-1' });
  });

  test('of what is canceled changes nothing where all is meant, and is refused where a line is', () => {
    const partly = given(...TWO)
      .when(cancel({ lines: ['2'] }), LATER)
      .then(canceled([FAX_LINE]), LOST_FAX);
    givenOrder(partly)
      .when(cancel({ reference: 'C-2', lines: ['2'] }), LATER)
      .refusedWith('LINE_CANCELED', { line: '2' });
    givenOrder(partly)
      .when(cancel({ reference: 'C-2', lines: ['9'] }), LATER)
      .refusedWith('LINE_UNKNOWN', { line: '9' });
    const wholly = given(...LIFE.locked)
      .when(cancel(), LATER)
      .then(canceled());
    givenOrder(wholly)
      .when(cancel({ reference: 'C-2' }), LATER)
      .then();
    givenOrder(wholly)
      .when(cancel({ reference: 'C-2', lines: ['1'] }), LATER)
      .refusedWith('ORDER_CANCELED');
    givenOrder(CANCELED).when(cancel(), LATER).then();
    given(...LIFE.ended)
      .when(cancel(), AFTER_END)
      .refusedWith('ORDER_ENDED');
  });

  test('leaves a line out of renewals of the whole, and of what an expansion ends with', () => {
    const longer = { ...CONSOLE, endsOn: '2029-11-30', care: { level: 'gold' as const, endsOn: '2029-11-30' } };
    const partly = given(delivered([CONSOLE, longer]))
      .when(cancel({ lines: ['2'] }), LATER)
      .then(canceled([{ line: '2', application: CONSOLE.application }]));
    givenOrder(partly).when(renew('2028-11-30'), LATER).then(renewed('2028-11-30'));
    givenOrder(partly)
      .when(renew('2030-11-30', { lines: [{ line: '2' }] }), LATER)
      .refusedWith('LINE_CANCELED', { line: '2' });
    const undated = { ...CONSOLE, endsOn: null, care: { level: 'gold' as const, endsOn: null } };
    const events = givenOrder(partly).when(expand([undated]), LATER);
    expect(events.then({ ...expanded(), lines: [{ ...CONSOLE, id: '3' }] } as OrderEvent).lines[2]!.endsOn).toBe(
      CONSOLE.endsOn,
    );
  });

  test('keeps a server able to give back, to raise elsewhere and to speak of what is kept', () => {
    const partly = given(...TWO)
      .when(cancel({ lines: ['1'] }), LATER)
      .then(canceled(), LOST);
    const raised = givenOrder(partly)
      .when(take(2, { 1: 5, 2: 6 }), LATER)
      .then(heard(2), assigned(3, 6, FAX_LINE));
    givenOrder(raised)
      .when(take(3, { 1: 6, 2: 6 }), LATER)
      .refusedWith('INSUFFICIENT_CAPACITY', { line: '1', free: 0 });
    givenOrder(raised)
      .when(tell(3, { 1: 2, 2: 6 }), LATER)
      .then(heard(3), released(3, 2));
  });
});

function expanded(): OrderEvent {
  return { type: 'expanded', delivery: '2', reference: 'E-1', contentHash: 'content', lines: [] };
}

describe('a cancellation on a day to come', () => {
  const on = '2027-03-01';
  const DUE = '2027-03-01T00:00+01:00';
  const plan = { line: '1', application: CONSOLE.application, plan: '1' };
  const planned = (lines = [plan], reference = 'C-1', day = on): OrderEvent => ({
    ...{ type: 'cancellation-planned', reason: 'no longer needed', reference, contentHash: 'content', on: day },
    ...{ dueAt: instant(`${day}T00:00+01:00`), lines },
  });
  const order = given(...TWO);
  const after = order.when(cancel({ on, lines: ['1'] }), LATER).then(planned());

  test('bounds what rows and documents say of it at once, and changes no right before its instant', () => {
    const [line] = linesOf(after);
    expect(line).toMatchObject({
      terms: { until: instant(DUE), graceUntil: instant(DUE), careUntil: instant(DUE) },
      planned: [{ id: '1', type: 'cancellation', on, dueAt: instant(DUE), reference: 'C-1' }],
    });
    expect(isOwned(after, line!, instant(DUE) - 1)).toBe(true);
    // Nobody has come to it yet: everything is down.
    expect([isOwned(after, line!, instant(DUE)), lineState(after, line!, instant(DUE))]).toEqual([false, 'canceled']);
    expect(nextDeadline(after)).toBe(instant(DUE));
  });

  test('bounds what begins after it, and what has no end', () => {
    const before = given(
      delivered([
        { ...CONSOLE, startsOn: '2027-06-01' },
        { ...FAX, care: null },
      ]),
    )
      .when(cancel({ on }), LATER)
      .then(planned([plan, { ...FAX_LINE, plan: '2' }]));
    for (const line of linesOf(before)) {
      expect(termState(line.terms, instant(DUE) - 1)).not.toBe('expired');
      expect(termState(line.terms, instant(DUE))).toBe('expired');
    }
  });

  test('happens at its own instant, whoever was down, all its lines together', () => {
    const both = order.when(cancel({ on }), LATER).then(planned([plan, { ...FAX_LINE, plan: '2' }]));
    const [of, at] = [[plan, { ...FAX_LINE, plan: '2' }], DUE];
    const passed = givenOrder(both)
      .when(time, '2027-03-05T12:00Z')
      .then(canceledAsPlanned(at, of), { ...LOST, on: at }, { ...LOST_FAX, on: at });
    expect(passed).toMatchObject({ status: 'canceled', canceledAt: instant(DUE), planned: [] });
    expect(isDoneByTime(canceledAsPlanned(at, of) as { type: string })).toBe(true);
    expect(isDoneByTime(canceled() as { type: string })).toBe(false);
  });

  test('is replaced by a newer one, and today is now', () => {
    const other = givenOrder(after)
      .when(cancel({ reference: 'C-2', on: '2027-02-01', lines: ['1'] }), LATER)
      .then(planned([{ ...plan, plan: '2' }], 'C-2', '2027-02-01'));
    expect(other.planned).toMatchObject([{ id: '2', on: '2027-02-01' }]);
    order.when(cancel({ on: '2026-12-10', lines: ['2'] }), LATER).then(canceled([FAX_LINE]), LOST_FAX);
  });

  test('of another zone is computed anew, also where it is now', () => {
    for (const day of [on, '2026-12-10'])
      order
        .when({ ...cancel({ on: day }), inZone: 'Asia/Tokyo' } as ReturnType<typeof cancel>, LATER)
        .refusedWith('TIME_ZONE_CHANGED', { timeZone: OPENING.timeZone });
  });

  test('is taken back by its id until it happens, and not found afterwards', () => {
    const takenBackPlan = { type: 'withdraw-plan' as const, id: '1' };
    const about = { line: '1', application: CONSOLE.application };
    const without = givenOrder(after)
      .when(takenBackPlan, '2027-02-28T10:00Z')
      .then({ type: 'plan-withdrawn', plan: '1', planned: 'cancellation', on, ...about });
    expect(linesOf(without)).toEqual(
      linesOf(order.state)
        .map((line) => ({ ...line, factSeq: undefined }))
        .map(({ factSeq: _, ...line }) => line),
    );
    givenOrder(without).when(takenBackPlan, '2027-02-28T11:00Z').refusedWith('PLAN_UNKNOWN', { id: '1' });
    order.when({ ...takenBackPlan, id: '7' }, LATER).refusedWith('PLAN_UNKNOWN', { id: '7' });
    const happened = givenOrder(after)
      .when(time, '2027-03-05T12:00Z')
      .then(canceledAsPlanned(DUE, [plan]), { ...LOST, on: DUE });
    givenOrder(happened).when(takenBackPlan, '2027-03-06T12:00Z').refusedWith('PLAN_UNKNOWN', { id: '1' });
    givenFact(...TWO, planned())
      .when({ ...takenBackPlan, id: '7' }, LATER)
      .then({ type: 'withdraw-plan-refused', code: 'PLAN_UNKNOWN', reference: '7' });
  });
});
