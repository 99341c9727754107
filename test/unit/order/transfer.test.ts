import { describe, expect, test } from '@jest/globals';
import { stageOf } from '../../../domain/order/line/capacity.ts';
import type { Transfer } from '../../../domain/order/facts.ts';
import { handle, handleFact } from '../../../domain/order/handle.ts';
import type { Order } from '../../../domain/order/order.ts';
import type { OrderCommand, OrderFact } from '../../../domain/order/commands.ts';
import { instant } from '../../support/domain/given.ts';
import {
  delivered,
  given,
  givenFact,
  givenOrder,
  heard,
  renew,
  take,
  tell,
  unlocked,
  CONSOLE,
  FAX,
  OPENING,
} from '../../support/domain/order-language.ts';
import { AFTER_GRACE, CANCELED, LATER, LIFE } from '../../support/domain/order-lives.ts';

const OTHER = 'globex-hospitals';
const FORMER = { customerId: OPENING.customerId, resellerId: OPENING.resellerId, distributorId: null };

const transfer = (customerId = OTHER, about: Partial<Transfer> = {}): OrderFact & OrderCommand => ({
  ...{ type: 'transfer', reference: 'T-1', contentHash: customerId, customerId },
  ...about,
});
const transferred = (about: object = {}) => ({
  ...{ type: 'parties-changed' as const, reference: 'T-1', contentHash: OTHER, says: ['customer' as const] },
  ...{ ...FORMER, customerId: OTHER, former: FORMER, editions: [], givenUp: [] },
  ...about,
});
const after = (order: Order, command: OrderCommand | OrderFact, at: string) =>
  handleFact(order, command as OrderFact, instant(at), instant(at)).order;
const ofCustomer = (message: OrderCommand, customer: string): OrderCommand =>
  ({ ...message, customer }) as OrderCommand;
const refused = (code: 'STILL_ASSIGNED' | 'ORDER_CANCELED' | 'ORDER_ENDED') =>
  ({ type: 'transfer-refused', code, reference: 'T-1' }) as const;

describe('a transfer', () => {
  test('of an order of which servers hold nothing brings it to the other customer, locked or not', () => {
    for (const life of [LIFE.locked, LIFE.unlocked]) {
      const order = given(...life)
        .when(transfer(), LATER)
        .then(transferred());
      expect(order).toMatchObject({ customerId: OTHER, resellerId: OPENING.resellerId, isChanged: true });
      expect(order.said).toEqual({ customer: 'transfer/T-1' });
      expect(order.timeZone).toBe(OPENING.timeZone);
    }
  });

  test('is refused, with the servers, while they hold something that counts; written down where it was stated', () => {
    const held = given(...LIFE.activated, heard(1, 'srv-b'), {
      ...{ type: 'assigned', line: '1', application: CONSOLE.application, server: 'srv-b', capacity: 2, total: 2 },
    });
    held.when(transfer(), LATER).refusedWith('STILL_ASSIGNED', { servers: ['srv-a', 'srv-b'] });
    givenFact(...LIFE.activated)
      .when(transfer(), LATER)
      .then(refused('STILL_ASSIGNED'));
  });

  test('of an order that is over is refused', () => {
    givenOrder(CANCELED).when(transfer(), LATER).refusedWith('ORDER_CANCELED');
    givenFact(...LIFE.ended)
      .when(transfer(), '2028-06-10T10:00:00+02:00')
      .then(refused('ORDER_ENDED'));
  });

  test('gives up what was kept for a reinstatement: it does not come back, neither renewed nor withdrawn', () => {
    const order = given(...LIFE.expired)
      .when(transfer(), AFTER_GRACE)
      .then(transferred({ givenUp: [{ line: '1', server: 'srv-a', capacity: 5 }] }));
    expect(order.assignments).toEqual([]);
    expect(order.arrivals).toEqual([]);
    expect(after(order, renew('2028-11-30'), AFTER_GRACE).assignments).toEqual([]);
  });

  test('gives up what a withdrawal would give again', () => {
    const renewal = renew('2029-11-30', { lines: [{ line: '1', capacity: 3 }] });
    let order = after(given(...LIFE.activated).state, renewal, LATER);
    expect(order.assignments).toMatchObject([{ capacity: 3 }]);
    order = after(order, tell(3, {}, { server: 'srv-b' }), LATER);
    const cancel = {
      type: 'cancel',
      reference: 'C-1',
      contentHash: 'C-1',
      reason: 'x',
      inZone: 'Europe/Rome',
    } as const;
    const kept = after(order, { ...cancel, lines: ['1'] }, LATER);
    expect(kept.status).toBe('canceled');
    const two = after(
      given(delivered([CONSOLE, FAX]), unlocked(), heard(1), ...LIFE.assigned.slice(3)).state,
      renewal,
      LATER,
    );
    const moved = after(after(two, { ...cancel, lines: ['1'] }, LATER), transfer(), LATER);
    expect(moved.customerId).toBe(OTHER);
    let back = moved;
    for (const [kind, reference] of [
      ['cancellation', 'C-1'],
      ['renewal', 'R-1'],
    ] as const)
      back = after(back, { type: 'withdraw', kind, reference }, LATER);
    expect(back.withdrawn).toHaveLength(2);
    expect(back.lines[0]!.capacity).toBe(20);
    expect(back.assignments).toEqual([]);
  });

  test('is known by its reference; said again, or to the customer that it has, it changes nothing', () => {
    const order = given(...LIFE.unlocked)
      .when(transfer(), LATER)
      .then(transferred());
    givenOrder(order).when(transfer(), LATER).then();
    givenOrder(order).when(transfer('acme-hotels'), LATER).refusedWith('REFERENCE_TAKEN', { reference: 'T-1' });
    givenOrder(order)
      .when(transfer(OTHER, { reference: 'T-2' }), LATER)
      .then();
    const back = after(order, transfer('acme-hotels', { reference: 'T-2' }), LATER);
    expect(back.customerId).toBe('acme-hotels');
  });

  test('of an order that was sold directly has what is locked told anew, as the other customer unlocks it', () => {
    const direct = { ...given(...LIFE.locked).state, resellerId: null };
    const order = after(direct, transfer(), LATER);
    expect(order.deliveries).toMatchObject([{ edition: 2 }]);
    expect(after(given(...LIFE.locked).state, transfer(), LATER).deliveries[0]!.edition).toBeUndefined();
  });
});

describe('after a transfer', () => {
  const held = given(...LIFE.expired).state;
  const order = after(held, transfer(), AFTER_GRACE);
  const renewed = after(order, renew('2028-11-30'), AFTER_GRACE);

  test('a server of the former customer gets nothing, in whatever release it asks', () => {
    for (const customer of [OPENING.customerId, undefined])
      givenOrder(renewed)
        .when({ ...take(3, { 1: 5 }), ...(customer && { customer }) }, AFTER_GRACE)
        .refusedWith('CUSTOMER_DIFFERS');
  });

  test('what it tells is heard, and is no news of the order', () => {
    const told = tell(3, { 1: 5 }, { activatedAt: LATER });
    for (const message of [ofCustomer(told, OPENING.customerId), told]) {
      const heardOf = givenOrder(renewed).when(message, AFTER_GRACE).then(heard(3));
      expect(heardOf.assignments).toEqual([]);
      expect(stageOf(heardOf)).toBe('unlocked');
    }
  });

  test('a message of before it comes too late, and one of the new customer is served', () => {
    givenOrder(renewed)
      .when(ofCustomer(take(2, { 1: 5 }), OPENING.customerId), AFTER_GRACE)
      .then();
    const asked = ofCustomer(take(1, { 1: 7 }, { server: 'srv-z' }), OTHER);
    expect(handle(renewed, asked, instant(AFTER_GRACE), instant(AFTER_GRACE)).order.assignments).toMatchObject([
      { server: 'srv-z', capacity: 7 },
    ]);
  });

  test('and another one back, a server that still believes in what was kept can raise what it has of others', () => {
    const two = given(delivered([CONSOLE, { ...CONSOLE, endsOn: '2029-11-30' }]), unlocked(), heard(1));
    const [first] = two.state.lines;
    const kept = { ...two.state, assignments: [{ line: first!.id, server: 'srv-a', capacity: 5 }] };
    const back = after(
      after(kept, transfer(), AFTER_GRACE),
      transfer('acme-hotels', { reference: 'T-2' }),
      AFTER_GRACE,
    );
    const asked = ofCustomer(take(2, { 1: 5, 2: 4 }), OPENING.customerId);
    const { order: raised } = handle(back, asked, instant(AFTER_GRACE), instant(AFTER_GRACE));
    expect(raised.assignments).toEqual([{ line: '2', server: 'srv-a', capacity: 4 }]);
    givenOrder(back)
      .when(take(2, { 1: 5, 2: 4 }), AFTER_GRACE)
      .refusedWith('CUSTOMER_DIFFERS');
  });
});

test('a take repeats what is kept of a line that is over: that stays as it is, and what it raises beside is given', () => {
  const lines = [CONSOLE, { ...CONSOLE, endsOn: '2029-11-30' }];
  const { state } = given(delivered(lines), unlocked(), heard(1), {
    ...{ type: 'assigned', line: '1', application: CONSOLE.application, server: 'srv-a', capacity: 5, total: 5 },
  });
  const take2 = (shares: Record<string, number>) =>
    handle(state, ofCustomer(take(2, shares), OPENING.customerId), instant(AFTER_GRACE), instant(AFTER_GRACE)).order;
  expect(take2({ 1: 5, 2: 3 }).assignments).toMatchObject([
    { line: '1', capacity: 5 },
    { line: '2', capacity: 3 },
  ]);
  expect(take2({ 1: 9, 2: 3 }).assignments).toMatchObject([
    { line: '1', capacity: 5 },
    { line: '2', capacity: 3 },
  ]);
  expect(take2({ 2: 3 }).assignments).toMatchObject([{ line: '2', capacity: 3 }]);
});
