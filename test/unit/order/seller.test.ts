import { describe, expect, test } from '@jest/globals';
import { noticesIn, stillToTell } from '../../../domain/order/notices.ts';
import type { SellerChange } from '../../../domain/order/facts.ts';
import { handle } from '../../../domain/order/handle.ts';
import { openOrder } from '../../../domain/order/order.ts';
import type { OrderFact } from '../../../domain/order/commands.ts';
import type { OrderEvent } from '../../../domain/order/events.ts';
import { POLICY } from '../../../domain/policy.ts';
import { instant, type Dated } from '../../support/domain/given.ts';
import { CONSOLE, expanded, FAX, given, givenFact, givenOrder, OPENING } from '../../support/domain/order-language.ts';
import { AFTER_END, CANCELED, LATER, LIFE } from '../../support/domain/order-lives.ts';

const FORMER = { customerId: 'acme-hotels', resellerId: 'northwind-voice', distributorId: null };

const change = (content: Partial<SellerChange> = {}): OrderFact & { type: 'change-seller' } => ({
  ...{ type: 'change-seller', reference: 'S-1', contentHash: 'content', resellerId: 'harbour-telecom' },
  ...content,
});

const changed = (content: Partial<OrderEvent & { type: 'parties-changed' }> = {}): OrderEvent => ({
  ...{ type: 'parties-changed', reference: 'S-1', contentHash: 'content', ...FORMER, resellerId: 'harbour-telecom' },
  ...{ says: ['reseller'], former: FORMER, editions: [], givenUp: [] },
  ...content,
});

const told = (delivery: string, edition: number): OrderEvent => ({ type: 'correction-due', delivery, edition });

describe('another seller', () => {
  test('is told of what is locked at once, and of nothing that is unlocked', () => {
    const both = given(...LIFE.unlocked, expanded([FAX]));
    const state = both.when(change(), LATER).then(changed({ editions: [{ delivery: '2', edition: 2 }] }), told('2', 2));
    expect(state).toMatchObject({ resellerId: 'harbour-telecom', said: { reseller: 'change-seller/S-1' } });
    expect(state.deliveries.map(({ edition = 1 }) => edition)).toEqual([1, 2]);
    given(...LIFE.activated)
      .when(change(), LATER)
      .then(changed());
  });

  test('is told instead of whom an amendment was to be told', () => {
    const amended: Dated<OrderEvent> = {
      ...{ type: 'amended', reference: 'A-1', contentHash: 'content', says: [], delivery: '1', edition: 2 },
      former: { ...FORMER, timeZone: 'Europe/Rome' },
      on: LATER,
    };
    const state = given(...LIFE.locked, amended)
      .when(change(), LATER)
      .then(changed({ editions: [{ delivery: '1', edition: 3 }] }), told('1', 3));
    expect(state.corrections).toEqual([]);
  });

  test('touches nothing that servers hold, and drops what the former one meant to do', () => {
    const stated: OrderEvent = {
      ...{ type: 'intent-stated', line: '1', application: CONSOLE.application, intent: 'end', capacity: null },
      ...{ reference: 'I-1', contentHash: 'content' },
    };
    const inUse = given(...LIFE.activated, stated);
    const state = inUse.when(change(), LATER).then(changed());
    expect([state.assignments, state.intents]).toEqual([inUse.state.assignments, []]);
    const same = inUse
      .when(change({ resellerId: 'northwind-voice' }), LATER)
      .then(changed({ resellerId: 'northwind-voice' }));
    expect(same.intents).toHaveLength(1);
  });

  test('the same again changes nothing; other content under its reference is refused, and one of an amendment is another', () => {
    const state = given(...LIFE.activated)
      .when(change(), LATER)
      .then(changed());
    givenOrder(state).when(change(), LATER).then();
    givenOrder(state)
      .when(change({ contentHash: 'other' }), LATER)
      .refusedWith('REFERENCE_TAKEN', { reference: 'S-1' });
    const lock = { type: 'lock', reference: 'S-1', contentHash: 'x', delivery: '9', reason: 'r' } as const;
    givenOrder(state).when(lock, LATER).refusedWith('DELIVERY_UNKNOWN', { delivery: '9' });
  });

  test('comes to suspended orders, and to none that is over', () => {
    given(...LIFE.activated, { type: 'suspended', reason: 'r' })
      .when(change(), LATER)
      .then(changed());
    given(...LIFE.ended)
      .when(change(), AFTER_END)
      .refusedWith('ORDER_ENDED');
    givenOrder(CANCELED).when(change(), LATER).refusedWith('ORDER_CANCELED');
    givenFact(...LIFE.ended)
      .when(change(), AFTER_END)
      .then({ type: 'change-seller-refused', code: 'ORDER_ENDED', reference: 'S-1' });
  });
});

test('a notice that fell due before another seller came is told to the one who sells now', () => {
  const opened = openOrder({ ...OPENING, policy: POLICY });
  const { acceptedAt } = OPENING;
  const { order } = handle(opened, { type: 'deliver', reference: 'SO-1', lines: [CONSOLE] }, acceptedAt, acceptedAt);
  const due = instant('2027-09-03T00:00+02:00');
  const noticed = handle(order, { type: 'resume' }, due, due);
  const notices = noticesIn(noticed);
  expect(notices.map(({ account }) => account)).toEqual(['northwind-voice']);
  const { order: sold } = handle(noticed.order, change(), due, due);
  expect(stillToTell(sold, notices, due)).toEqual([{ ...notices[0], account: 'harbour-telecom' }]);
});
