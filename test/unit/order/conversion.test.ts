import { describe, expect, test } from '@jest/globals';
import { lineCapacity, lineState } from '../../../domain/order/line/capacity.ts';
import { lastingTerms } from '../../../domain/order/change/planning.ts';
import { nextDeadline } from '../../../domain/order/deadlines.ts';
import { handle, handleFact, passTime } from '../../../domain/order/handle.ts';
import { stillToTell, noticesIn } from '../../../domain/order/notices.ts';
import type { Order } from '../../../domain/order/order.ts';
import type { OrderFact } from '../../../domain/order/commands.ts';
import { boundariesOf, termsOf } from '../../../domain/catalogue/terms.ts';
import { instant } from '../../support/domain/given.ts';
import {
  assigned,
  CONSOLE,
  convert,
  converted,
  delivered,
  FAX,
  given,
  givenFact,
  givenOrder,
  heard,
  lapsed,
  OPENING,
  renew,
  renewed,
  take,
  takenBack,
  time,
  TRIAL,
  unlocked,
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

const NEXT = '2027-12-02';
const CARE = { level: 'platinum' as const, endsOn: '2027-12-31' };
const TRYING = '2026-11-10T10:00:00+01:00';
const AFTER = '2026-12-10T10:00:00+01:00';
const LAST_INSTANT = '2027-01-01T23:59:59.999+01:00';
const TOO_LATE = '2027-01-02T00:00+01:00';

const LIVING = [delivered([TRIAL]), unlocked(), heard(1), assigned(3)];
const trying = given(...LIVING);
/** Ended, with what was held of it kept. */
const over = givenOrder(passTime(trying.state, instant('2026-12-03T00:00+01:00')).order);
const inUse = given(...LIFE.activated);

const toSubscription = convert(NEXT);
const toPerpetual = convert(null);

function told(order: Order, fact: OrderFact, at: string): Order {
  return handleFact(order, fact, instant(at), instant(at)).order;
}

describe('an evaluation', () => {
  test('becomes a subscription in place: first day, capacity and what servers hold stay', () => {
    const after = trying.when(toSubscription, TRYING).then(converted(toSubscription));
    const agreed = { license: 'subscription' as const, startsOn: TRIAL.startsOn, endsOn: NEXT };
    const care = { level: 'gold' as const, endsOn: NEXT };
    const [{ evaluation, ...line }] = after.lines as [(typeof after.lines)[number]];
    expect(line).toMatchObject({ ...agreed, id: '1', delivery: '1', capacity: 5, care, marks: [] });
    expect(line.terms).toEqual(termsOf({ ...agreed, care }, 'Europe/Rome', OPENING.policy));
    expect([evaluation, after.assignments]).toEqual([undefined, trying.state.assignments]);
    expect(lineCapacity(after, after.lines[0]!, instant(TRYING))).toMatchObject({ owned: 5, assigned: 3, free: 2 });
  });

  test('becomes perpetual, with care if that is agreed: the order then lasts for good', () => {
    const bare = trying.when(toPerpetual, TRYING).then(converted(toPerpetual));
    expect(bare.lines[0]).toMatchObject({ license: 'perpetual', endsOn: null, care: null });
    expect([nextDeadline(bare), bare.notices]).toEqual([null, []]);
    const cared = convert(null, { care: CARE });
    const after = trying.when(cared, TRYING).then(converted(cared));
    expect(after.lines[0]!.terms.careUntil).toBe(instant('2028-01-01T00:00+01:00'));
    givenOrder(after)
      .when(time, '2028-01-10T00:00Z')
      .then(lapsed('care-expired', '2028-01-01T00:00+01:00', { ...FAX, application: TRIAL.application, care: CARE }));
  });

  test('that has ended comes back with all that servers held of it, for thirty days', () => {
    for (const at of [AFTER, LAST_INSTANT]) {
      const after = over.when(toSubscription, at).then(converted(toSubscription));
      expect(lineCapacity(after, after.lines[0]!, instant(at))).toMatchObject({ owned: 5, assigned: 3, free: 2 });
      expect(lineState(after, after.lines[0]!, instant(at))).toBe('active');
    }
    const perpetual = over.when(toPerpetual, AFTER).then(converted(toPerpetual));
    givenOrder(perpetual)
      .when(take(2, { 1: 5 }), LATER)
      .then(heard(2), assigned(2, 5));
  });

  test('that can be converted no more is refused, also where its order goes on', () => {
    over.when(toSubscription, TOO_LATE).refusedWith('ORDER_ENDED');
    for (const fact of [toSubscription, toPerpetual])
      given(delivered([TRIAL, FAX]))
        .when(fact, TOO_LATE)
        .refusedWith('CONVERSION_NOT_POSSIBLE', { line: '1', license: 'evaluation' });
  });

  test('locked or not begun yet can be converted as well', () => {
    given(delivered([TRIAL]))
      .when(toSubscription, TRYING)
      .then(converted(toSubscription));
    const later = { ...TRIAL, startsOn: '2026-12-01', endsOn: '2026-12-20' };
    const after = given(delivered([later]))
      .when(toSubscription, TRYING)
      .then(converted(toSubscription, later));
    expect(lineState(after, after.lines[0]!, instant(TRYING))).toBe('upcoming');
  });
});

describe('a subscription', () => {
  test.each([
    ['before its first day', BEFORE_FIRST_DAY],
    ['in its term', LATER],
    ['in grace', IN_GRACE],
    ['expired, while it could be reinstated', AFTER_GRACE],
  ])('becomes perpetual %s', (_when, at) => {
    const { order } = passTime(inUse.state, instant(at));
    const after = givenOrder(order).when(toPerpetual, at).then(converted(toPerpetual, CONSOLE));
    expect(after.lines[0]).toMatchObject({ license: 'perpetual', endsOn: null, care: null, capacity: 20, marks: [] });
    expect(lineCapacity(after, after.lines[0]!, instant(at))).toMatchObject({ owned: 20, assigned: 5, free: 15 });
    expect([nextDeadline(after), after.notices]).toEqual([null, []]);
  });

  test('has the care then that is agreed, and what it included ends', () => {
    const after = told(inUse.state, convert(null, { care: CARE }), LATER);
    expect(after.lines[0]).toMatchObject({ care: CARE, terms: { until: null, graceUntil: null } });
  });

  test('does not become a subscription, and past its reinstatement nothing', () => {
    const refused = { line: '1', license: 'subscription' };
    inUse.when(toSubscription, LATER).refusedWith('CONVERSION_NOT_POSSIBLE', refused);
    given(delivered([CONSOLE, FAX]))
      .when(toPerpetual, AFTER_END)
      .refusedWith('CONVERSION_NOT_POSSIBLE', refused);
  });
});

test.each([toSubscription, toPerpetual])('a perpetual license becomes nothing else', (fact) => {
  given(delivered([FAX]))
    .when(fact, TRYING)
    .refusedWith('CONVERSION_NOT_POSSIBLE', { line: '1', license: 'perpetual' });
});

describe('a conversion', () => {
  test('again with the same content changes nothing, whatever became of the line; with another it is refused', () => {
    const after = told(trying.state, toSubscription, TRYING);
    givenOrder(after).when(toSubscription, LATER).then();
    givenOrder(told(after, convert(null, { reference: 'C-2' }), TRYING))
      .when(toSubscription, LATER)
      .then();
    givenOrder(after)
      .when(convert(null, { contentHash: 'other' }), LATER)
      .refusedWith('REFERENCE_TAKEN', { reference: 'C-1' });
  });

  test('can be made in two steps', () => {
    const after = told(trying.state, toSubscription, TRYING);
    const second = convert(null, { reference: 'C-2' });
    givenOrder(after)
      .when(second, LATER)
      .then(converted(second, { ...TRIAL, license: 'subscription', endsOn: NEXT }));
  });

  test('of a line that nobody knows, of an order that is over, or in another zone is refused', () => {
    trying.when(convert(NEXT, { line: '9' }), TRYING).refusedWith('LINE_UNKNOWN', { line: '9' });
    givenOrder(CANCELED).when(toPerpetual, LATER).refusedWith('ORDER_CANCELED');
    given(...LIFE.ended)
      .when(toPerpetual, AFTER_END)
      .refusedWith('ORDER_ENDED');
    trying.when(convert(NEXT, { inZone: 'UTC' }), TRYING).refusedWith('TIME_ZONE_CHANGED', { timeZone: 'Europe/Rome' });
  });

  test('that is refused as a fact is written down with its reference', () => {
    givenFact(delivered([FAX]))
      .when({ ...toPerpetual, by: 'key/erp' }, TRYING)
      .then({ type: 'convert-refused', code: 'CONVERSION_NOT_POSSIBLE', reference: 'C-1', by: 'key/erp' });
  });

  test('says who made it, and what the ERP calls the line', () => {
    const fact = { ...toSubscription, by: 'key/erp' as const };
    const { by: _by, ...unsigned } = fact;
    givenFact(delivered([{ ...TRIAL, reference: '10' }]))
      .when(fact, TRYING)
      .then({ ...converted(unsigned), lineReference: '10', by: 'key/erp' });
  });

  test('takes the instants that come with it, whatever the time zone database says by then', () => {
    const last = boundariesOf(NEXT, 'Pacific/Auckland', OPENING.policy);
    const after = told(trying.state, convert(NEXT, { last }), TRYING);
    expect(after.lines[0]!.terms.until).toBe(last.until);
  });

  test('of a suspended order leaves it suspended', () => {
    const suspended = told(trying.state, { type: 'suspend', reason: 'unpaid' }, TRYING);
    const after = givenOrder(suspended).when(toSubscription, TRYING).then(converted(toSubscription));
    expect(after.status).toBe('suspended');
  });

  test('makes the notices anew, and none for what is gone makes sense any more', () => {
    const policy = { ...OPENING.policy, noticeDays: [90, 7] };
    const state = { ...trying.state, policy };
    const after = told(state, toSubscription, TRYING);
    expect(after.notices).toEqual([
      { line: '1', what: 'term', days: 90, endsOn: NEXT, at: instant('2027-09-04T00:00+02:00') },
      { line: '1', what: 'term', days: 7, endsOn: NEXT, at: instant('2027-11-26T00:00+01:00') },
    ]);
    const on = '2026-11-26T12:00:00+01:00';
    const passed = handle(state, { type: 'resume' }, instant(on), instant(on));
    expect(stillToTell(passed.order, noticesIn(passed), instant(on))).toHaveLength(1);
    const later = told(passed.order, toPerpetual, on);
    expect(stillToTell(later, noticesIn(passed), instant(on))).toEqual([]);
  });

  test('ends what its seller meant to do', () => {
    const intent = { line: '1', intent: 'end' as const, capacity: null, reference: 'I-1', contentHash: 'content' };
    const state = { ...trying.state, intents: [{ ...intent, statedAt: instant(TRYING), by: null }] };
    expect(told(state, toSubscription, TRYING).intents).toEqual([]);
  });
});

describe('of what is planned and could be taken back', () => {
  const until = '2028-11-30';
  const reduction = { ...renew(until, { lines: [{ line: '1', capacity: 4 }] }), inZone: 'Europe/Rome' };
  const reduced = told(inUse.state, reduction, LATER);
  const cancellation = {
    ...{ type: 'cancel' as const, reference: 'X-1', contentHash: 'content', reason: 'moved', inZone: 'Europe/Rome' },
    ...{ on: '2027-03-01', dueAt: instant('2027-03-01T00:00+01:00') },
  };

  test('a reduction goes with a conversion, as it was for a term that does not come', () => {
    expect(reduced.planned).toMatchObject([{ type: 'capacity', capacity: 4 }]);
    const after = told(reduced, toPerpetual, LATER);
    expect(after.planned).toEqual([]);
    givenOrder(after).when(time, '2028-01-01T00:00Z').then();
  });

  test('a cancellation stays: the line ends on its day, whatever it is then', () => {
    const planned = told(inUse.state, cancellation, LATER);
    const after = told(planned, toPerpetual, LATER);
    expect(after.planned).toMatchObject([{ type: 'cancellation', on: '2027-03-01' }]);
    const { application } = CONSOLE;
    const on = '2027-03-01T00:00+01:00';
    givenOrder(after)
      .when(time, '2027-03-02T00:00Z')
      .then(
        { type: 'canceled', reason: 'moved', reference: 'X-1', lines: [{ line: '1', application, plan: '1' }], on },
        { ...takenBack(5, 0, {}, 'cancellation'), on },
      );
  });

  test('a renewal of before can be withdrawn no more, and nor can a cancellation that was planned before', () => {
    const withdraw = (kind: 'renewal' | 'cancellation', reference: string) => ({
      ...{ type: 'withdraw' as const, kind, reference },
    });
    givenOrder(told(reduced, toPerpetual, LATER))
      .when(withdraw('renewal', 'R-1'), LATER)
      .refusedWith('NOT_THE_NEWEST', { line: '1' });
    givenOrder(told(told(inUse.state, cancellation, LATER), toPerpetual, LATER))
      .when(withdraw('cancellation', 'X-1'), LATER)
      .refusedWith('NOT_THE_NEWEST', { line: '1' });
  });

  test('a renewal of after can be, and leaves what it was converted to', () => {
    const subscription = told(trying.state, toSubscription, TRYING);
    const later = renewed(until, [{ capacity: 5, formerCapacity: 5, formerEndsOn: NEXT }]);
    const longer = givenOrder(subscription).when(renew(until), LATER).then(later);
    const back = told(longer, { type: 'withdraw', kind: 'renewal', reference: 'R-1' }, LATER);
    expect(back.lines[0]).toMatchObject({ license: 'subscription', endsOn: NEXT, terms: subscription.lines[0]!.terms });
  });

  test('a canceled line is converted no more until that is withdrawn', () => {
    const { on: _on, dueAt: _dueAt, ...atOnce } = cancellation;
    const canceled = told(given(delivered([TRIAL, FAX])).state, { ...atOnce, lines: ['1'] }, TRYING);
    givenOrder(canceled).when(toSubscription, TRYING).refusedWith('LINE_CANCELED', { line: '1' });
    const back = told(canceled, { type: 'withdraw', kind: 'cancellation', reference: 'X-1' }, TRYING);
    givenOrder(back).when(toSubscription, TRYING).then(converted(toSubscription));
  });

  test('what an evaluation that is to be canceled can become is judged the same by its projection', () => {
    const planned = told(
      trying.state,
      { ...cancellation, on: '2026-12-20', dueAt: instant('2026-12-20T00:00+01:00') },
      TRYING,
    );
    const lines = planned.lines.map((line) => ({ ...line, terms: lastingTerms(line, planned) }));
    givenOrder({ ...planned, lines })
      .when(toSubscription, TRYING)
      .then(converted(toSubscription));
  });
});
