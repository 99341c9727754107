import { describe, expect, test } from '@jest/globals';
import { lineCapacity, lineState } from '../../../domain/order/line/capacity.ts';
import { noticesIn } from '../../../domain/order/notices.ts';
import { passTime } from '../../../domain/order/handle.ts';
import { openOrder, type Order } from '../../../domain/order/order.ts';
import type { OrderFact } from '../../../domain/order/commands.ts';
import type { OrderEvent } from '../../../domain/order/events.ts';
import { POLICY } from '../../../domain/policy.ts';
import { instant } from '../../support/domain/given.ts';
import {
  assigned,
  cancel,
  canceled,
  delivered,
  given,
  givenFact,
  givenOrder,
  handleMove,
  heard,
  lapsed,
  lost,
  reduced,
  released,
  renew,
  renewed,
  takenBack,
  tell,
  time,
  withdraw,
  withdrawn,
  CONSOLE,
  FAX,
  OPENING,
} from '../../support/domain/order-language.ts';
import { AFTER_END, CANCELED, EXPIRED, EXPIRING, IN_GRACE, LATER, LIFE } from '../../support/domain/order-lives.ts';

const NEXT = '2028-11-30';
const THIRD = '2029-11-30';
const zone = { inZone: OPENING.timeZone };
const to = (capacity: number, endsOn = NEXT, reference = 'R-1') =>
  renew(endsOn, { ...zone, reference, lines: [{ line: '1', capacity }] });
const LOST = takenBack(5, 0, {}, 'cancellation');
const inUse = given(...LIFE.activated);

describe('a renewal that reduces, of a line whose term still runs,', () => {
  const UNTIL = '2027-12-01T00:00+01:00';
  const plan = { id: '1', capacity: 12, on: '2027-12-01', dueAt: instant(UNTIL) };
  const full = given(...LIFE.unlocked, heard(1), assigned(8), heard(1, 'srv-b'), assigned(10, 10, { server: 'srv-b' }));
  const after = full.when(to(12), LATER).then(renewed(NEXT, [{ planned: plan }]));

  test('leaves capacity and assignments until the first day of the new term, and takes back then, last assigned first', () => {
    expect(lineCapacity(after, after.lines[0]!, instant(UNTIL) - 1)).toMatchObject({
      owned: 20,
      assigned: 18,
      free: 2,
    });
    const by = { ...takenBack(6, 4, { server: 'srv-b' }), reference: 'R-1', on: UNTIL } as OrderEvent;
    // Nobody was there at its instant.
    const passed = givenOrder(after)
      .when(time, '2028-01-20T10:00Z')
      .then(reduced(UNTIL, '1', 12), by);
    expect(lineCapacity(passed, passed.lines[0]!, instant(UNTIL))).toMatchObject({ owned: 12, assigned: 12, free: 0 });
    expect(passed.planned).toEqual([]);
  });

  test('is followed by one that plans for its own term, and may have at most what that before has', () => {
    const second = { id: '2', capacity: 5, on: '2028-12-01', dueAt: instant('2028-12-01T00:00+01:00') };
    const again = givenOrder(after)
      .when(to(5, THIRD, 'R-2'), '2027-02-01T10:00Z')
      .then(renewed(THIRD, [{ planned: second, formerEndsOn: NEXT }], 'R-2'));
    expect(again.planned).toMatchObject([{ id: '1' }, { id: '2' }]);
    for (const capacity of [0, 13])
      givenOrder(after)
        .when(to(capacity, THIRD, 'R-2'), LATER)
        .refusedWith('CAPACITY_NOT_REDUCED', { line: '1', capacity: 12 });
    const same = givenOrder(after)
      .when(to(12, THIRD, 'R-2'), LATER)
      .then(renewed(THIRD, [{ formerEndsOn: NEXT }], 'R-2'));
    expect(same.planned).toMatchObject([{ id: '1' }]);
  });

  test('taken back brings the last day and the capacity back, after it counted too', () => {
    const soon = '2027-11-25T10:00:00+01:00';
    const renewedLate = full.when(to(12), soon);
    const late = renewedLate.then(lapsed('expiring', EXPIRING), renewed(NEXT, [{ planned: plan }]));
    const before = givenOrder(late).when(withdraw('renewal', 'R-1'), soon).then(withdrawn('renewal', 'R-1'));
    expect(before).toMatchObject({ planned: [], lines: [{ endsOn: CONSOLE.endsOn, marks: ['expiring'] }] });
    const counted = passTime(late, instant('2027-12-02T10:00Z')).order;
    const back = givenOrder(counted)
      .when(withdraw('renewal', 'R-1'), IN_GRACE)
      .then(withdrawn('renewal', 'R-1'), assigned(6, 10, { server: 'srv-b' }));
    expect(lineState(back, back.lines[0]!, instant(IN_GRACE))).toBe('grace');
    expect(lineCapacity(back, back.lines[0]!, instant(IN_GRACE))).toMatchObject({ owned: 20, assigned: 18 });
    const spoken = handleMove(
      counted,
      tell(2, { 1: 4 }, { server: 'srv-b' }),
      instant(IN_GRACE),
      instant(IN_GRACE),
    ).order;
    givenOrder(spoken).when(withdraw('renewal', 'R-1'), IN_GRACE).then(withdrawn('renewal', 'R-1'));
  });

  test('of a line in grace counts at once', () => {
    given(...LIFE.activated, lapsed('expiring', EXPIRING))
      .when(to(3), IN_GRACE)
      .then(renewed(NEXT, [{ capacity: 3 }]), takenBack(2, 3));
  });
});

describe('a withdrawal', () => {
  const WITHIN = '2026-12-23T10:00:00+01:00';
  const DAYS_OVER = '2026-12-24T10:00:00+01:00';
  const off = inUse.when(cancel(), LATER).then(canceled(), LOST);
  const back = withdraw('cancellation', 'C-1');

  test('of a cancellation, thirteen days later, gives servers what they had', () => {
    const again = givenOrder(off).when(back, WITHIN).then(withdrawn('cancellation', 'C-1'));
    expect(again).toMatchObject({ status: 'open', canceledAt: null, assignments: inUse.state.assignments });
    expect(again.lines).toEqual(inUse.state.lines);
    givenOrder(again).when(back, WITHIN).then();
  });

  test('is refused once its days are over, to the instant', () => {
    givenOrder(off).when(back, '2026-12-24T09:59:59.999+01:00').then(withdrawn('cancellation', 'C-1'));
    givenOrder(off).when(back, DAYS_OVER).refusedWith('TOO_LATE_TO_WITHDRAW', { days: 14 });
    const longAgo = inUse.when(renew(NEXT, zone), LATER).then(renewed(NEXT));
    givenOrder(longAgo).when(withdraw('renewal', 'R-1'), DAYS_OVER).refusedWith('TOO_LATE_TO_WITHDRAW', { days: 14 });
  });

  test('of what is not known, not the newest, or of an order that is over for good, is refused', () => {
    inUse.when(back, LATER).refusedWith('REFERENCE_UNKNOWN', { reference: 'C-1' });
    const twice = given(...LIFE.activated, renewed(NEXT), renewed(THIRD, [{ formerEndsOn: NEXT }], 'R-2'));
    twice.when(withdraw('renewal', 'R-1'), ACCEPTED_LATER).refusedWith('NOT_THE_NEWEST', { line: '1' });
    const first = twice
      .when(withdraw('renewal', 'R-2'), ACCEPTED_LATER)
      .then(withdrawn('renewal', 'R-2', [{ endsOn: NEXT }]));
    givenOrder(first).when(withdraw('renewal', 'R-1'), ACCEPTED_LATER).then(withdrawn('renewal', 'R-1'));
    givenOrder({ ...CANCELED, ...knowing(CANCELED, 'R-1') })
      .when(withdraw('renewal', 'R-1'), LATER)
      .refusedWith('TOO_LATE_TO_WITHDRAW', { days: 14 });
    const formerly = given(...LIFE.activated, renewed(NEXT), { type: 'canceled', reason: 'for good' });
    formerly.when(withdraw('renewal', 'R-1'), ACCEPTED_LATER).refusedWith('ORDER_CANCELED');
    givenOrder({ ...given(...LIFE.ended).state, ...knowing(CANCELED, 'R-1') })
      .when(withdraw('renewal', 'R-1'), AFTER_END)
      .refusedWith('ORDER_ENDED');
    const renewedThenOff = given(...LIFE.activated, renewed(NEXT), canceled());
    renewedThenOff.when(withdraw('renewal', 'R-1'), ACCEPTED_LATER).refusedWith('NOT_THE_NEWEST', { line: '1' });
  });

  test('of one of two cancellations opens the order, and leaves the other line canceled', () => {
    const lines = [canceled([{ line: '1', application: CONSOLE.application }]), canceled([FAX_LINE], 'C-2')];
    const both = given(delivered([CONSOLE, FAX]), ...lines);
    const opened = both.when(withdraw('cancellation', 'C-1'), ACCEPTED_LATER).then(withdrawn('cancellation', 'C-1'));
    expect(opened.status).toBe('open');
    expect(opened.lines.map(({ canceledAt }) => canceledAt !== undefined)).toEqual([false, true]);
  });

  test('of the cancellation of a suspended order suspends it again', () => {
    const again = given(...LIFE.activated, { type: 'suspended', reason: 'late' }, canceled())
      .when(back, ACCEPTED_LATER)
      .then(withdrawn('cancellation', 'C-1'));
    expect(again).toMatchObject({ status: 'suspended', suspendedFor: 'late' });
  });

  test('has happen what fell due meanwhile, at its own instant', () => {
    const at = '2027-12-18T10:00:00+01:00';
    const off = given(...LIFE.activated, lapsed('expiring', EXPIRING))
      .when(cancel(), IN_GRACE)
      .then(canceled(), LOST);
    givenOrder(off).when(time, at).then();
    givenOrder(off).when(back, at).then(withdrawn('cancellation', 'C-1'), lapsed('expired', at), lost(5, at));
    expect(instant(EXPIRED)).toBeLessThan(instant(at));
  });

  test('keeps what servers gave back meanwhile', () => {
    const less = givenOrder(off)
      .when(tell(3, { 1: 2 }), LATER)
      .then(heard(3), released(3, 2), { type: 'deactivated', server: 'srv-a' });
    const again = givenOrder(less).when(back, WITHIN).then(withdrawn('cancellation', 'C-1'));
    expect(lineCapacity(again, again.lines[0]!, instant(WITHIN))).toMatchObject({ assigned: 2, free: 18 });
  });

  test('as a fact that is refused is in the journal', () => {
    givenFact(...LIFE.activated)
      .when(back, LATER)
      .then({ type: 'withdraw-refused', code: 'REFERENCE_UNKNOWN', reference: 'C-1' });
  });

  test('brings back what the seller had said of a line, unless it has said something since', () => {
    const said = (reference: string, intent: 'renew' | 'end') => ({
      ...{ type: 'state-intent' as const, line: '1', intent, capacity: null, reference, contentHash: reference },
    });
    const live = (order: Order, fact: OrderFact) => handleMove(order, fact, instant(LATER), instant(LATER)).order;
    const stated = live(inUse.state, said('I-1', 'renew'));
    const gone = live(stated, renew(NEXT, zone));
    expect(gone.intents).toEqual([]);
    expect(live(gone, withdraw('renewal', 'R-1')).intents).toEqual(stated.intents);
    const since = live(gone, said('I-2', 'end'));
    expect(live(since, withdraw('renewal', 'R-1')).intents).toEqual(since.intents);
    const other = { type: 'change-seller', reference: 'S-1', contentHash: 's', resellerId: 'other' } as const;
    expect(live(live(gone, other), withdraw('renewal', 'R-1')).intents).toEqual([]);
  });
});

const ACCEPTED_LATER = '2026-11-05T10:00:00+01:00';
const FAX_LINE = { line: '2', application: FAX.application };
const knowing = ({ renewals }: Order, reference: string) => ({
  renewals: [...renewals, { reference, contentHash: 'content' }],
});

describe('notices', () => {
  const noticed = (): Order => {
    const open = openOrder({ ...OPENING, policy: POLICY });
    const { acceptedAt } = OPENING;
    return handleMove(open, { type: 'deliver', reference: 'SO-1', lines: [CONSOLE] }, acceptedAt, acceptedAt).order;
  };
  const at = (order: Order, fact: OrderFact, on: string) => handleMove(order, fact, instant(on), instant(on));
  const days = (handled: ReturnType<typeof handleMove>) => noticesIn(handled).map((notice) => notice.days);
  const [BEFORE, DURING] = ['2027-10-30T10:00:00+01:00', '2027-11-05T10:00:00+01:00'];

  test('that were passed over while a line was canceled: the nearest is due at once', () => {
    const off = at(passTime(noticed(), instant(BEFORE)).order, cancel(), BEFORE).order;
    const still = passTime(off, instant(DURING));
    expect(days(still)).toEqual([]);
    const again = at(still.order, withdraw('cancellation', 'C-1'), DURING);
    expect(days(again)).toEqual([30]);
    expect(days(passTime(again.order, instant('2027-11-29T10:00Z')))).toEqual([7]);
  });

  test('are silent where a line is to be canceled before its end, until that is taken back', () => {
    const soon = at(noticed(), cancel({ on: '2027-11-20' }), LATER).order;
    const passed = passTime(soon, instant(DURING));
    expect(days(passed)).toEqual([]);
    const plan = { type: 'withdraw-plan' as const, id: '1' };
    expect(days(at(passed.order, plan, DURING))).toEqual([30]);
    const late = at(noticed(), cancel({ on: '2027-12-05' }), LATER).order;
    expect(days(passTime(late, instant(DURING)))).toEqual([90, 60, 30]);
  });
});

describe('at one instant', () => {
  test('comes a cancellation, then a reduction, then what ends, each line by line', () => {
    const until = '2027-12-01T00:00+01:00';
    const care = { ...FAX, care: { level: 'gold' as const, endsOn: CONSOLE.endsOn! } };
    const plans = { dueAt: instant(until), on: '2027-12-01' };
    const order = given(
      delivered([CONSOLE, CONSOLE, care, CONSOLE]),
      renewed(NEXT, [
        { line: '4', planned: { id: '1', capacity: 5, ...plans } },
        { line: '1', planned: { id: '2', capacity: 6, ...plans } },
      ]),
      {
        ...{
          type: 'cancellation-planned',
          reason: 'no longer needed',
          reference: 'C-1',
          contentHash: 'content',
          ...plans,
        },
        lines: [{ line: '2', application: CONSOLE.application, plan: '3' }],
      },
    );
    const events = passTime(order.state, instant(until)).events.filter(({ at }) => at === instant(until));
    expect(events.map((event) => [event.type, 'line' in event ? event.line : null])).toEqual([
      ['canceled', null],
      ['reduced', '1'],
      ['reduced', '4'],
      ['care-expired', '3'],
    ]);
  });
});
