import { describe, expect, test } from '@jest/globals';
import { nextDeadline } from '../../../domain/order/deadlines.ts';
import { openOrder } from '../../../domain/order/order.ts';
import type { SoldLine } from '../../../domain/order/arriving/sold.ts';
import { instant } from '../../support/domain/given.ts';
import {
  ACCEPTED,
  CONSOLE,
  delivered,
  FAX,
  given,
  givenOrder,
  lapsed,
  OPENING,
  time,
} from '../../support/domain/order-language.ts';
import { AFTER_END, AFTER_GRACE, CANCELED, ENDED, EXPIRED, EXPIRING, LIFE } from '../../support/domain/order-lives.ts';

const ending = (endsOn: string, line: Partial<SoldLine> = {}): SoldLine => ({
  ...CONSOLE,
  ...line,
  endsOn,
  care: { level: 'gold', endsOn },
});
const deliverOf = (...lines: SoldLine[]) => ({ type: 'deliver' as const, reference: 'reference-1', lines });

describe('what time alone does to an order', () => {
  test('nothing, the instant before a deadline; one thing, at the deadline; nothing more afterwards', () => {
    const order = given(...LIFE.unlocked);
    order.when(time, '2027-09-01T23:59:59.999+02:00').then();
    const after = order.when(time, EXPIRING).then(lapsed('expiring', EXPIRING));
    givenOrder(after).when(time, '2027-12-15T23:59:59.999+01:00').then();
    givenOrder(after).when(time, EXPIRED).then(lapsed('expired', EXPIRED));
  });

  test('after a long outage everything is made up for in order, once, with the instants it should have had', () => {
    given(...LIFE.unlocked)
      .when(time, AFTER_END)
      .then(lapsed('expiring', EXPIRING), lapsed('expired', EXPIRED), { type: 'ended', on: ENDED });
  });

  test('it happens to locked lines as well', () => {
    given(...LIFE.locked)
      .when(time, AFTER_GRACE)
      .then(lapsed('expiring', EXPIRING), lapsed('expired', EXPIRED));
  });

  test('the deadlines of several lines come in the order of time', () => {
    const shorter = ending('2027-10-31');
    given(delivered([CONSOLE, shorter, FAX]))
      .when(time, AFTER_GRACE)
      .then(
        lapsed('expiring', '2027-08-03T00:00+02:00', shorter, '2'),
        lapsed('expiring', EXPIRING),
        lapsed('care-expired', '2027-11-02T00:00+01:00', FAX, '3'),
        lapsed('expired', '2027-11-16T00:00+01:00', shorter, '2'),
        lapsed('expired', EXPIRED),
      );
  });

  test('lines with the same deadline keep the order in which they were sold', () => {
    given(delivered([CONSOLE, CONSOLE]))
      .when(time, EXPIRING)
      .then(lapsed('expiring', EXPIRING, CONSOLE, '1'), lapsed('expiring', EXPIRING, CONSOLE, '2'));
  });

  test('a line that is shorter than 90 days is announced as expiring on its first day', () => {
    const short = ending('2026-12-31');
    given(delivered([short]))
      .when(time, '2026-11-30T23:59:59.999+01:00')
      .then();
    given(delivered([short]))
      .when(time, '2026-12-01T00:00+01:00')
      .then(lapsed('expiring', '2026-12-01T00:00+01:00', short));
  });

  test('a perpetual license knows one deadline, the end of its care', () => {
    const order = given(delivered([FAX]));
    expect(nextDeadline(order.state)).toBe(instant('2027-11-02T00:00+01:00'));
    const later = order.when(time, AFTER_END).then(lapsed('care-expired', '2027-11-02T00:00+01:00', FAX));
    expect(nextDeadline(later)).toBeNull();
    expect(nextDeadline(given(delivered([{ ...FAX, care: null }])).state)).toBeNull();
  });

  test('an order ends when its last subscription can not be reinstated any more', () => {
    const longer = ending('2028-11-30');
    const first = given(delivered([CONSOLE, longer]))
      .when(time, AFTER_END)
      .then(lapsed('expiring', EXPIRING), lapsed('expired', EXPIRED));
    givenOrder(first)
      .when(time, '2029-12-01T00:00Z')
      .then(
        lapsed('expiring', '2028-09-02T00:00+02:00', longer, '2'),
        lapsed('expired', '2028-12-16T00:00+01:00', longer, '2'),
        { type: 'ended', on: '2029-05-30T00:00+02:00' },
      );
  });

  test('an order with a perpetual license never ends', () => {
    const order = given(delivered([CONSOLE, FAX])).when(time, '2126-01-01T00:00Z');
    const after = order.then(
      lapsed('expiring', EXPIRING),
      lapsed('care-expired', '2027-11-02T00:00+01:00', FAX, '2'),
      lapsed('expired', EXPIRED),
    );
    expect(nextDeadline(after)).toBeNull();
  });

  test('nothing more, once it has ended or was canceled', () => {
    expect(nextDeadline(given(...LIFE.ended).state)).toBeNull();
    given(...LIFE.ended)
      .when(time, '2126-01-01T00:00Z')
      .then();
    expect(nextDeadline(CANCELED)).toBeNull();
    givenOrder(CANCELED).when(time, AFTER_END).then();
  });
});

describe('a line that is sold when', () => {
  test('its last 90 days have begun is announced as expiring at once', () => {
    const soon = ending('2026-12-31', { startsOn: '2026-01-01' });
    given()
      .when(deliverOf(soon), ACCEPTED)
      .then(delivered([soon]), lapsed('expiring', ACCEPTED, soon));
  });

  test('its grace is over goes straight to expired, at once', () => {
    const over = ending('2026-06-30', { startsOn: '2025-07-01' });
    given()
      .when(deliverOf(over), ACCEPTED)
      .then(delivered([over]), lapsed('expired', ACCEPTED, over));
  });

  test('its last day is over goes straight to expired, when its grace is over', () => {
    const inGrace = ending('2026-10-31', { startsOn: '2025-11-01' });
    const order = given()
      .when(deliverOf(inGrace), ACCEPTED)
      .then(delivered([inGrace]));
    givenOrder(order)
      .when(time, '2026-12-01T00:00Z')
      .then(lapsed('expired', '2026-11-16T00:00+01:00', inGrace));
  });

  test('its last day ends at that very instant goes straight to expired as well', () => {
    const ended = ending('2026-11-01', { startsOn: '2025-11-02' });
    const midnight = '2026-11-02T00:00+01:00';
    givenOrder(openOrder({ ...OPENING, acceptedAt: instant(midnight) }))
      .when(deliverOf(ended), midnight)
      .then(delivered([ended]));
  });

  test('its reinstatement is over expires and ends the order at once', () => {
    const longOver = ending('2025-12-31', { startsOn: '2025-01-01' });
    given()
      .when(deliverOf(longOver), ACCEPTED)
      .then(delivered([longOver]), lapsed('expired', ACCEPTED, longOver), { type: 'ended' });
  });

  test('its care is over says so at once', () => {
    const bare: SoldLine = { ...FAX, care: { level: 'gold', endsOn: '2026-11-01' } };
    given()
      .when(deliverOf(bare), ACCEPTED)
      .then(delivered([bare]), lapsed('care-expired', ACCEPTED, bare));
  });
});
