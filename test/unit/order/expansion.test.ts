import { describe, expect, test } from '@jest/globals';
import { lineState, stageOf } from '../../../domain/order/line/capacity.ts';
import type { UndatedLine } from '../../../domain/order/arriving/sold.ts';
import { instantsOf } from '../../../domain/catalogue/terms.ts';
import { instant } from '../../support/domain/given.ts';
import {
  delivered,
  expand,
  expanded,
  given,
  givenFact,
  givenOrder,
  lapsed,
  renew,
  renewed,
  unlocked,
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

const MORE: UndatedLine = { ...CONSOLE, capacity: 5, endsOn: null, care: { level: 'gold', endsOn: null } };
const CO_TERMINATED = { ...CONSOLE, capacity: 5 };
const inUse = given(...LIFE.activated);

describe('an expansion', () => {
  test('is a delivery of its own, locked until it is unlocked; the stage is that of what is unlocked', () => {
    const bought = { ...FAX, startsOn: '2026-12-10' };
    const after = inUse.when(expand([bought]), LATER).then(expanded([bought]));
    expect(after.deliveries[1]).toMatchObject({ id: '2', reference: 'E-1', unlockedAt: null });
    expect(after.lines[1]).toMatchObject({ id: '2', delivery: '2' });
    expect(stageOf(after)).toBe('activated');
    givenOrder(after).when({ type: 'unlock' }, LATER).then(unlocked('2'));
  });

  test('of a subscription without a last day ends with the lines of the same application', () => {
    const longer = { ...CONSOLE, application: 'call-recording', endsOn: '2028-11-30' };
    given(delivered([CONSOLE, longer]))
      .when(expand([MORE]), LATER)
      .then(expanded([CO_TERMINATED], 3));
  });

  test('of another application ends with the latest of the order', () => {
    const longer = { ...CONSOLE, application: 'call-recording', endsOn: '2028-11-30' };
    const other = { ...MORE, application: 'video-rooms' };
    given(delivered([CONSOLE, longer]))
      .when(expand([other]), LATER)
      .then(expanded([{ ...other, endsOn: '2028-11-30', care: { level: 'gold', endsOn: '2028-11-30' } }], 3));
  });

  test('ends at the very instants of the line it ends with, and with it after a renewal', () => {
    const once = inUse.when(renew('2028-11-30'), LATER).then(renewed('2028-11-30'));
    const dated = { ...CO_TERMINATED, endsOn: '2028-11-30', care: { level: 'gold' as const, endsOn: '2028-11-30' } };
    const instants = [instantsOf({ ...MORE, startsOn: '2026-12-10' }, 'Pacific/Auckland', OPENING.policy)];
    const order = givenOrder(once);
    const events = order.when({ ...expand([MORE]), instants }, LATER);
    const { from, ...bounds } = once.lines[0]!.terms;
    const last = {
      expiringFrom: bounds.expiringFrom!,
      until: bounds.until!,
      graceUntil: bounds.graceUntil!,
      reinstatableUntil: bounds.reinstatableUntil!,
      notices: [],
    };
    const after = events.then({ ...expanded([dated]), instants: [{ from: instants[0]!.from, last }] } as never);
    expect(after.lines[1]!.terms).toEqual({ ...bounds, from: instants[0]!.from });
    expect(from).not.toBe(instants[0]!.from);
  });

  test('is refused when there is no last day to share that is not before its own first', () => {
    given(delivered([FAX]))
      .when(expand([MORE]), LATER)
      .refusedWith('LAST_DAY_MISSING', { line: 0 });
    inUse.when(expand([FAX, { ...MORE, startsOn: '2027-12-01' }]), LATER).refusedWith('LAST_DAY_MISSING', { line: 1 });
  });

  describe('whose first day lies before the last day of what has expired', () => {
    const BACKDATED = { ...MORE, startsOn: '2027-10-01' };
    const endedTogether = { ...BACKDATED, endsOn: CONSOLE.endsOn, care: CONSOLE.care };
    const longer = { ...CONSOLE, application: 'call-recording', endsOn: '2028-11-30' };

    test('ends with what is still alive, though it is another application', () => {
      const dated = { ...BACKDATED, endsOn: longer.endsOn, care: { level: 'gold' as const, endsOn: longer.endsOn } };
      given(delivered([CONSOLE, longer]), lapsed('expiring', EXPIRING), lapsed('expired', EXPIRED))
        .when(expand([BACKDATED]), '2027-12-20T10:00:00+01:00')
        .then(expanded([dated], 3));
    });

    test('is refused when nothing is alive, and the journal says so', () => {
      given(...LIFE.expired)
        .when(expand([BACKDATED]), AFTER_GRACE)
        .refusedWith('LAST_DAY_MISSING', { line: 0 });
      givenFact(...LIFE.expired)
        .when(expand([BACKDATED]), AFTER_GRACE)
        .then({ type: 'expand-refused', code: 'LAST_DAY_MISSING', reference: 'E-1' });
    });

    test('joins what is in grace, so that one renewal keeps both', () => {
      const after = given(...LIFE.activated, lapsed('expiring', EXPIRING))
        .when(expand([BACKDATED]), IN_GRACE)
        .then(expanded([endedTogether]));
      expect(lineState(after, after.lines[1]!, instant(IN_GRACE))).toBe('grace');
    });

    test('counts for the instant at which it was sent, though the other expired before a worker came to it', () => {
      given(...LIFE.activated, lapsed('expiring', EXPIRING))
        .when(expand([BACKDATED]), IN_GRACE, AFTER_GRACE)
        .then({ ...expanded([endedTogether]), on: IN_GRACE });
    });
  });

  test('that comes again changes nothing, even renewed, reduced or over; other content is refused', () => {
    const once = inUse.when(expand([MORE]), LATER).then(expanded([CO_TERMINATED]));
    givenOrder(once)
      .when(expand([MORE]), LATER)
      .then();
    givenOrder({ ...once, status: 'canceled' })
      .when(expand([MORE]), LATER)
      .then();
    const other = expand([MORE], { contentHash: 'other' });
    givenOrder(once).when(other, LATER).refusedWith('REFERENCE_TAKEN', { reference: 'E-1' });
  });

  test('can’t have the reference of the order’s first delivery', () => {
    const taken = expand([MORE], { reference: 'reference-1' });
    inUse.when(taken, LATER).refusedWith('REFERENCE_TAKEN', { reference: 'reference-1' });
  });

  test('is refused by an order that is over, and the journal says so', () => {
    givenOrder(CANCELED)
      .when(expand([MORE]), LATER)
      .refusedWith('ORDER_CANCELED');
    given(...LIFE.ended)
      .when(expand([FAX]), AFTER_END)
      .refusedWith('ORDER_ENDED');
    givenFact(...LIFE.ended)
      .when(expand([FAX]), AFTER_END)
      .then({ type: 'expand-refused', code: 'ORDER_ENDED', reference: 'E-1' });
  });
});

test('the delivery that an order begins with can be repeated, and is not mistaken for another', () => {
  const delivery = { type: 'deliver' as const, reference: 'reference-1', lines: [CONSOLE] };
  given(delivered()).when(delivery, LATER).then();
  given(delivered())
    .when({ ...delivery, lines: [FAX] }, LATER)
    .refusedWith('REFERENCE_TAKEN', { reference: 'reference-1' });
});
