import { describe, expect, test } from '@jest/globals';
import type { Day } from '../../../domain/days.ts';
import { handle, passTime } from '../../../domain/order/handle.ts';
import { noticesIn, stillToTell } from '../../../domain/order/notices.ts';
import { openOrder } from '../../../domain/order/order.ts';
import type { OrderEvent } from '../../../domain/order/events.ts';
import type { SoldLine } from '../../../domain/order/arriving/sold.ts';
import { POLICY } from '../../../domain/policy.ts';
import { instant, specify, type Dated } from '../../support/domain/given.ts';
import { evolve } from '../../../domain/order/evolve.ts';
import type { Order } from '../../../domain/order/order.ts';
import {
  handleMove,
  lapsed,
  renew,
  renewed,
  time,
  CONSOLE,
  FAX,
  OPENING,
  type OrderMove,
} from '../../support/domain/order-language.ts';
import { AFTER_GRACE, EXPIRED, EXPIRING } from '../../support/domain/order-lives.ts';

const open = openOrder({ ...OPENING, policy: POLICY });
const { given, givenState } = specify<Order, OrderMove, OrderEvent>({ open, evolve, handle: handleMove });

const START = '2026-11-02T12:00:00+01:00';
const deliver = (...lines: SoldLine[]): OrderMove => ({ type: 'deliver', reference: 'reference-1', lines });
const delivered = (...lines: SoldLine[]): OrderEvent => ({
  type: 'delivered',
  delivery: '1',
  reference: 'reference-1',
  lines: lines.map((line, index) => ({ ...line, id: String(index + 1) })),
});
const due = (
  days: number,
  on: string,
  endsOn: Day = '2027-11-30',
  what: 'term' | 'care' = 'term',
): Dated<OrderEvent> => ({
  ...{ type: 'notice-due', line: '1', what, days, endsOn, on },
});

const NINETY = EXPIRING;
const SIXTY = '2027-10-02T00:00+02:00';
const THIRTY = '2027-11-01T00:00+01:00';
const SEVEN = '2027-11-24T00:00+01:00';

describe('notice is given', () => {
  test('90, 60, 30 and 7 days before a subscription ends, at the customer’s midnight', () => {
    given(delivered(CONSOLE))
      .when(time, AFTER_GRACE)
      .then(
        lapsed('expiring', EXPIRING),
        due(90, NINETY),
        due(60, SIXTY),
        due(30, THIRTY),
        due(7, SEVEN),
        lapsed('expired', EXPIRED),
      );
  });

  test('of the care of a perpetual license, and of nothing else of it', () => {
    given(delivered(FAX))
      .when(time, '2027-10-30T00:00Z')
      .then(
        due(90, '2027-08-04T00:00+02:00', '2027-11-01', 'care'),
        due(60, '2027-09-03T00:00+02:00', '2027-11-01', 'care'),
        due(30, '2027-10-03T00:00+02:00', '2027-11-01', 'care'),
        due(7, '2027-10-26T00:00+02:00', '2027-11-01', 'care'),
      );
  });

  test('only on days still to come when a line arrives, and none before its first', () => {
    const soon = { ...CONSOLE, startsOn: '2026-11-20', endsOn: '2026-12-20' };
    given().when(deliver(soon), START, '2026-12-20T12:00+01:00').then(delivered(soon));
    given(delivered(soon))
      .when(time, '2026-12-20T12:00+01:00')
      .then(
        lapsed('expiring', '2026-11-20T00:00+01:00', soon),
        due(30, '2026-11-21T00:00+01:00', soon.endsOn),
        due(7, '2026-12-14T00:00+01:00', soon.endsOn),
      );
  });

  test('anew after a renewal, and no more for the former last day', () => {
    const next = '2028-11-30';
    const after = given(delivered(CONSOLE), lapsed('expiring', EXPIRING), due(90, NINETY))
      .when(renew(next), '2027-09-20T00:00Z')
      .then(renewed(next));
    expect(after.notices.map(({ days, endsOn }) => [days, endsOn])).toEqual(
      [90, 60, 30, 7].map((days) => [days, next]),
    );
    givenState(after)
      .when(time, '2028-10-15T00:00Z')
      .then(
        lapsed('expiring', '2028-09-02T00:00+02:00', { ...CONSOLE, endsOn: next }),
        due(90, '2028-09-02T00:00+02:00', next),
        due(60, '2028-10-02T00:00+02:00', next),
      );
  });

  test('never by an order that was accepted under a policy without days of notice', () => {
    const unannounced = { ...open, policy: { ...POLICY, noticeDays: [] } };
    const after = givenState(unannounced).when(deliver(CONSOLE), START).then(delivered(CONSOLE));
    expect(after.notices).toEqual([]);
  });
});

describe('the reseller’s notices are told', () => {
  const lapse = (now: string) => passTime(given(delivered(CONSOLE)).state, instant(now));
  const toldAt = (now: string) => {
    const handled = lapse(now);
    return stillToTell(handled.order, noticesIn(handled), instant(now)).map(({ days }) => days);
  };

  test('what ends, when, and in how many days, under the place in the order’s stream', () => {
    expect(noticesIn(lapse(NINETY))).toEqual([
      {
        account: 'northwind-voice',
        order: 'SO-1',
        seq: 3,
        at: instant(NINETY),
        line: '1',
        what: 'term',
        days: 90,
        endsOn: '2027-11-30',
        noticeDays: [90, 60, 30, 7],
      },
    ]);
  });

  test('with the days of notice that the order was accepted with', () => {
    const order = { ...open, policy: { ...POLICY, noticeDays: [30, 3] } };
    const { state } = givenState(givenState(order).when(deliver(CONSOLE), START).then(delivered(CONSOLE)));
    const told = noticesIn(passTime(state, instant(THIRTY)));
    expect(told.map(({ days, noticeDays }) => [days, noticeDays])).toEqual([[30, [30, 3]]]);
  });

  test('through the distributor where there is no reseller', () => {
    const handled = lapse(NINETY);
    const order = { ...handled.order, resellerId: null, distributorId: 'contoso' };
    expect(noticesIn({ ...handled, order })[0]!.account).toBe('contoso');
  });

  test('after an outage of the last day of notice that passed, and of none when the term is over', () => {
    expect(toldAt('2027-11-10T00:00Z')).toEqual([30]);
    expect(toldAt('2027-12-02T00:00Z')).toEqual([]);
  });

  test('of nothing that an amendment replaced before anybody was told', () => {
    const amend: OrderMove & { type: 'amend' } = {
      ...{ type: 'amend', reference: 'A-1', contentHash: 'content', inZone: OPENING.timeZone },
      ...{ says: [], lines: [{ ...CONSOLE, capacity: 25 }] },
    };
    const { state } = given(delivered(CONSOLE));
    const handled = handle(state, amend, instant(NINETY), instant(NINETY));
    expect(handled.events.map(({ type }) => type)).toEqual(['expiring', 'notice-due', 'amended', 'expiring']);
    expect(noticesIn(handled)).toEqual([]);
    expect(stillToTell(handled.order, noticesIn(lapse(NINETY)), instant(NINETY))).toEqual([]);
  });

  test('of nothing that was renewed or canceled meanwhile', () => {
    const handled = lapse(SIXTY);
    const renewedOrder = handleMove(handled.order, renew('2028-11-30'), instant(SIXTY), instant(SIXTY)).order;
    expect(stillToTell(renewedOrder, noticesIn(handled), instant(SIXTY))).toEqual([]);
    const canceled = { ...handled.order, status: 'canceled' as const };
    expect(stillToTell(canceled, noticesIn(handled), instant(SIXTY))).toEqual([]);
  });
});
