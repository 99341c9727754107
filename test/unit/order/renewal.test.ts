import { describe, expect, test } from '@jest/globals';
import { lineCapacity, lineState } from '../../../domain/order/line/capacity.ts';
import { nextDeadline } from '../../../domain/order/deadlines.ts';
import { boundariesOf } from '../../../domain/catalogue/terms.ts';
import { instant } from '../../support/domain/given.ts';
import {
  assigned,
  delivered,
  given,
  givenFact,
  givenOrder,
  heard,
  lapsed,
  released,
  renew,
  renewed,
  take,
  lost,
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
  CANCELED,
  EXPIRED,
  EXPIRING,
  IN_GRACE,
  LATER,
  LIFE,
} from '../../support/domain/order-lives.ts';

const NEXT = '2028-11-30';
const inUse = given(...LIFE.activated);

describe('a renewal', () => {
  test('moves the last day and everything that follows from it; the first day stays', () => {
    const after = inUse.when(renew(NEXT), LATER).then(renewed(NEXT));
    const [line] = after.lines;
    expect(line).toMatchObject({ startsOn: '2026-12-01', endsOn: NEXT, care: { level: 'gold', endsOn: NEXT } });
    expect(line!.terms).toMatchObject({
      from: instant('2026-12-01T00:00+01:00'),
      until: instant('2028-12-01T00:00+01:00'),
      careUntil: instant('2028-12-01T00:00+01:00'),
    });
    expect(nextDeadline(after)).toBe(instant('2028-09-02T00:00+02:00'));
    givenOrder(after)
      .when(time, '2028-12-20T00:00Z')
      .then(
        lapsed('expiring', '2028-09-02T00:00+02:00', { ...CONSOLE, endsOn: NEXT }),
        lapsed('expired', '2028-12-16T00:00+01:00', { ...CONSOLE, endsOn: NEXT }),
        lost(5, '2028-12-16T00:00+01:00'),
      );
  });

  test('takes the instants that come with it, whatever the time zone database says by then', () => {
    const boundaries = boundariesOf(NEXT, 'Pacific/Auckland', OPENING.policy);
    const after = inUse.when(renew(NEXT, { boundaries }), LATER).then({ ...renewed(NEXT), boundaries });
    expect(after.lines[0]!.terms.until).toBe(instant('2028-12-01T00:00+13:00'));
  });

  test('is of all subscriptions and all care; a perpetual license without care is left alone', () => {
    const bare = { ...FAX, care: null };
    const after = given(delivered([CONSOLE, FAX, bare]))
      .when(renew(NEXT), LATER)
      .then(
        renewed(NEXT, [
          {},
          { line: '2', application: FAX.application, formerEndsOn: '2027-11-01', capacity: 8, formerCapacity: 8 },
        ]),
      );
    expect(after.lines.map(({ endsOn, care }) => [endsOn, care?.endsOn])).toEqual([
      [NEXT, NEXT],
      [null, NEXT],
      [null, undefined],
    ]);
  });

  test('can name the lines it is about', () => {
    const after = given(delivered([CONSOLE, CONSOLE]))
      .when(renew(NEXT, { lines: [{ line: '2' }] }), LATER)
      .then(renewed(NEXT, [{ line: '2' }]));
    expect(after.lines.map((line) => line.endsOn)).toEqual([CONSOLE.endsOn, NEXT]);
  });

  test('of a line in grace comes in time, and what is due later is announced anew', () => {
    const after = given(...LIFE.activated, lapsed('expiring', EXPIRING))
      .when(renew(NEXT), IN_GRACE)
      .then(renewed(NEXT));
    expect(lineState(after, after.lines[0]!, instant(IN_GRACE))).toBe('active');
    expect(after.lines[0]!.marks).toEqual([]);
  });

  test('that is shorter than 90 days is announced as expiring at once', () => {
    const soon = '2027-12-31';
    given(...LIFE.activated, lapsed('expiring', EXPIRING))
      .when(renew(soon), '2027-11-20T10:00Z')
      .then(renewed(soon), lapsed('expiring', '2027-11-20T10:00Z', { ...CONSOLE, endsOn: soon }));
  });

  test('that is over already when it comes ends at once', () => {
    const past = '2027-12-10';
    given(...LIFE.expired)
      .when(renew(past), AFTER_GRACE)
      .then(renewed(past), lapsed('expired', AFTER_GRACE, { ...CONSOLE, endsOn: past }), lost(5, AFTER_GRACE));
  });

  test('of care that has lapsed brings it back, whenever that was', () => {
    const lapse = '2027-11-02T00:00+01:00';
    const after = given(delivered([FAX]), lapsed('care-expired', lapse, FAX))
      .when(renew('2031-11-01'), '2030-05-01T00:00Z')
      .then(
        renewed('2031-11-01', [
          { application: FAX.application, formerEndsOn: '2027-11-01', capacity: 8, formerCapacity: 8 },
        ]),
      );
    expect(nextDeadline(after)).toBe(instant('2031-11-02T00:00+01:00'));
  });
});

describe('a renewal inside the reinstatement window', () => {
  test('brings back what servers hold and have not given back meanwhile', () => {
    const shared = given(
      ...LIFE.unlocked,
      heard(1),
      assigned(5),
      heard(1, 'srv-b'),
      assigned(4, 4, { server: 'srv-b' }),
    );
    const over = shared
      .when(time, AFTER_GRACE)
      .then(
        lapsed('expiring', EXPIRING),
        lapsed('expired', EXPIRED),
        lost(5, EXPIRED),
        lost(4, EXPIRED, { server: 'srv-b' }),
      );
    expect(lineCapacity(over, over.lines[0]!, instant(AFTER_GRACE))).toMatchObject({ owned: 0, assigned: 0 });
    const returned = givenOrder(over)
      .when(tell(2, { 1: 2 }), AFTER_GRACE)
      .then(heard(2), released(3, 2));
    const after = givenOrder(returned).when(renew(NEXT), '2028-01-11T00:00Z').then(renewed(NEXT));
    const spent = lineCapacity(after, after.lines[0]!, instant('2028-01-11T00:00Z'));
    expect(spent).toEqual({ owned: 20, locked: 0, assigned: 6, free: 14 });
  });

  test('comes after the expiry when it was sent after it, though nothing ran in between', () => {
    given(...LIFE.activated, lapsed('expiring', EXPIRING))
      .when(renew(NEXT), '2027-12-16T00:00:01+01:00', '2028-01-20T00:00Z')
      .then(lapsed('expired', EXPIRED), lost(5, EXPIRED), renewed(NEXT));
  });

  test('comes before the expiry when it was sent before it, though nothing ran until later', () => {
    given(...LIFE.activated, lapsed('expiring', EXPIRING))
      .when(renew(NEXT), '2027-12-15T23:59:59.999+01:00', '2028-01-20T00:00Z')
      .then(renewed(NEXT));
  });
});

describe('a renewal that reduces a subscription', () => {
  const to = (capacity: number) => renew(NEXT, { lines: [{ line: '1', capacity }] });
  const reduced = (capacity: number) => renewed(NEXT, [{ capacity }]);
  const b = { server: 'srv-b' };
  const full = given(
    ...LIFE.unlocked,
    heard(1),
    assigned(8),
    heard(1, 'srv-b'),
    assigned(6, 6, b),
    heard(2),
    assigned(4, 12),
  );

  test('leaves what is assigned alone as long as it fits', () => {
    const after = full.when(to(18), LATER).then(reduced(18));
    expect(lineCapacity(after, after.lines[0]!, instant(LATER))).toEqual({
      owned: 18,
      locked: 0,
      assigned: 18,
      free: 0,
    });
  });

  test('takes back what was assigned last, unit by unit, and says from whom', () => {
    full.when(to(16), LATER).then(reduced(16), takenBack(2, 10));
    full.when(to(12), LATER).then(reduced(12), takenBack(4, 8), takenBack(2, 4, b));
    full.when(to(5), LATER).then(reduced(5), takenBack(7, 5), takenBack(6, 0, b));
  });

  test('does not count what was given back since', () => {
    const lowered = full.when(tell(3, { 1: 9 }), LATER).then(heard(3), released(3, 9));
    givenOrder(lowered)
      .when(to(13), LATER)
      .then(reduced(13), takenBack(1, 8), takenBack(1, 5, b));
  });

  test('may name the present capacity, and frees what nobody holds', () => {
    const after = inUse.when(to(20), LATER).then(reduced(20));
    expect(after.lines[0]!.capacity).toBe(20);
  });

  test('is refused when it is none, and when the license is perpetual', () => {
    inUse.when(to(21), LATER).refusedWith('CAPACITY_NOT_REDUCED', { line: '1', capacity: 20 });
    inUse.when(to(0), LATER).refusedWith('CAPACITY_NOT_REDUCED', { line: '1', capacity: 20 });
    given(delivered([FAX]))
      .when(to(5), LATER)
      .refusedWith('PERPETUAL_NOT_REDUCED', { line: '1' });
  });

  test('leaves a server free to take again what is left', () => {
    const after = full.when(to(5), LATER).then(reduced(5), takenBack(7, 5), takenBack(6, 0, b));
    givenOrder(after)
      .when(take(3, { 1: 6 }), LATER)
      .refusedWith('INSUFFICIENT_CAPACITY', { line: '1', free: 0 });
    givenOrder(after)
      .when(take(3, { 1: 5 }), LATER)
      .then(heard(3));
  });
});

describe('a renewal is refused', () => {
  test('when it is not later, of any line: then none is renewed', () => {
    inUse.when(renew('2027-11-30'), LATER).refusedWith('RENEWAL_NOT_LATER', { line: '1', endsOn: '2027-11-30' });
    const longer = { ...CONSOLE, endsOn: '2029-11-30', care: { level: 'gold' as const, endsOn: '2029-11-30' } };
    given(delivered([CONSOLE, longer]))
      .when(renew(NEXT), LATER)
      .refusedWith('RENEWAL_NOT_LATER', { line: '2', endsOn: '2029-11-30' });
  });

  test('when its reinstatement window is over; the others can still be renewed together', () => {
    const longer = { ...CONSOLE, endsOn: '2029-11-30', care: { level: 'gold' as const, endsOn: '2029-11-30' } };
    const two = given(delivered([CONSOLE, longer]), lapsed('expiring', EXPIRING), lapsed('expired', EXPIRED));
    const named = renew('2030-11-30', { lines: [{ line: '1' }] });
    two.when(named, AFTER_END).refusedWith('REINSTATEMENT_OVER', { line: '1' });
    two.when(renew('2030-11-30'), AFTER_END).then(renewed('2030-11-30', [{ line: '2', formerEndsOn: '2029-11-30' }]));
    const withFax = given(delivered([CONSOLE, { ...FAX, care: null }]), lapsed('expired', EXPIRED));
    withFax.when(renew('2030-11-30'), AFTER_END).refusedWith('REINSTATEMENT_OVER', { line: '1' });
  });

  test('when nothing has a last day, or the line is not there', () => {
    const bare = given(delivered([{ ...FAX, care: null }]));
    bare.when(renew(NEXT), LATER).refusedWith('NOTHING_TO_RENEW');
    bare.when(renew(NEXT, { lines: [{ line: '1' }] }), LATER).refusedWith('NOTHING_TO_RENEW', { line: '1' });
    bare.when(renew(NEXT, { lines: [{ line: '7' }] }), LATER).refusedWith('LINE_UNKNOWN', { line: '7' });
  });

  test('when the order was canceled or has ended', () => {
    givenOrder(CANCELED).when(renew(NEXT), LATER).refusedWith('ORDER_CANCELED');
    given(...LIFE.ended)
      .when(renew('2030-11-30'), AFTER_END)
      .refusedWith('ORDER_ENDED');
  });

  test('as a fact, in the journal: it is neither lost nor done', () => {
    const refused = { type: 'renew-refused' as const, code: 'RENEWAL_NOT_LATER' as const, reference: 'R-1' };
    givenFact(...LIFE.activated)
      .when(renew('2027-11-30'), LATER)
      .then(refused);
  });
});

describe('the reference of a renewal', () => {
  const once = inUse.when(renew(NEXT), LATER).then(renewed(NEXT));

  test('makes a repeat change nothing, even when the order is over by then', () => {
    givenOrder(once).when(renew(NEXT), LATER).then();
    givenOrder({ ...once, status: 'canceled' })
      .when(renew(NEXT), LATER)
      .then();
  });

  test('is refused with other content', () => {
    const other = renew('2029-11-30', { contentHash: 'other' });
    givenOrder(once).when(other, LATER).refusedWith('REFERENCE_TAKEN', { reference: 'R-1' });
  });

  test('is free again after a refusal', () => {
    const refused = { type: 'renew-refused' as const, code: 'RENEWAL_NOT_LATER' as const, reference: 'R-1' };
    given(...LIFE.activated, refused)
      .when(renew(NEXT, { contentHash: 'corrected' }), LATER)
      .then({ ...renewed(NEXT), contentHash: 'corrected' });
  });
});
