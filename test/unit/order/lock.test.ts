import { describe, expect, test } from '@jest/globals';
import { lineCapacity, stageOf } from '../../../domain/order/line/capacity.ts';
import type { Locking } from '../../../domain/order/facts.ts';
import { handle } from '../../../domain/order/handle.ts';
import type { Order } from '../../../domain/order/order.ts';
import type { OrderCommand, OrderFact } from '../../../domain/order/commands.ts';
import type { OrderEvent } from '../../../domain/order/events.ts';
import { instant, type Dated } from '../../support/domain/given.ts';
import {
  assigned,
  CONSOLE,
  expanded,
  FAX,
  given,
  givenFact,
  givenOrder,
  heard,
  released,
  renew,
  take,
  unlocked,
} from '../../support/domain/order-language.ts';
import { AFTER_END, AFTER_GRACE, CANCELED, IN_GRACE, LATER, LIFE } from '../../support/domain/order-lives.ts';

const EARLIER = '2026-12-10T09:00:00+01:00';
const reason = 'Sold to the wrong customer';

const lock = (content: Partial<Locking> = {}): OrderFact & { type: 'lock' } => ({
  ...{ type: 'lock', reference: 'L-1', contentHash: 'content', delivery: '1', reason },
  ...content,
});

const locked = (takenAt: string, content: Partial<OrderEvent & { type: 'locked' }> = {}): OrderEvent => ({
  ...{ type: 'locked', reference: 'L-1', contentHash: 'content', delivery: '1', reason, givenUp: [] },
  takenAt: instant(takenAt),
  ...content,
});

const inUse = given(...LIFE.unlocked);
const lockedAgain = () => inUse.when(lock(), LATER).then(locked(LATER));

/** By the rules that keep when an unlock was taken. */
const byNewRules = (order: Order): Order => ({ ...order, rules: 2 });

describe('locking a delivery again', () => {
  test('takes its lines out of use until it is unlocked again', () => {
    const state = lockedAgain();
    expect(stageOf(state)).toBe('locked');
    expect(lineCapacity(state, state.lines[0]!, state.lastAt)).toMatchObject({ locked: 20, free: 0 });
    givenOrder(state)
      .when(take(1, { 1: 5 }), LATER)
      .refusedWith('INSUFFICIENT_CAPACITY', { line: '1', free: 0 });
    const open = givenOrder(state).when({ type: 'unlock' }, LATER).then(unlocked());
    givenOrder(open)
      .when(take(1, { 1: 5 }), LATER)
      .then(heard(1), assigned(5));
  });

  test('leaves other deliveries as they are', () => {
    const both = given(...LIFE.unlocked, expanded([FAX]), unlocked('2'));
    const state = both.when(lock({ delivery: '2' }), LATER).then(locked(LATER, { delivery: '2' }));
    expect(state.deliveries.map(({ unlockedAt }) => unlockedAt === null)).toEqual([false, true]);
  });

  test('of what is assigned is refused with the servers that hold it, until they have given it back', () => {
    const assignedTo = given(...LIFE.assigned, heard(1, 'srv-b'), assigned(3, 3, { server: 'srv-b' }));
    assignedTo.when(lock(), LATER).refusedWith('STILL_ASSIGNED', { servers: ['srv-a', 'srv-b'] });
    given(...LIFE.assigned, released(5, 0))
      .when(lock(), LATER)
      .then(locked(LATER));
  });

  test('gives up what is kept for a reinstatement: it does not come back', () => {
    const expired = given(...LIFE.expired);
    const givenUp = [{ line: '1', server: 'srv-a', capacity: 5 }];
    const state = expired.when(lock(), AFTER_GRACE).then(locked(AFTER_GRACE, { givenUp }));
    expect([state.assignments, state.arrivals]).toEqual([[], []]);
    const { order } = handle(state, renew('2028-11-30'), instant(AFTER_GRACE), instant(AFTER_GRACE));
    expect([order.lines[0]!.endsOn, order.assignments]).toEqual(['2028-11-30', []]);
  });

  test('leaves nothing to give back, should a fact be taken back that took it', () => {
    const at = instant(IN_GRACE);
    const told = (order: Order, command: OrderCommand) => handle(order, command, at, at).order;
    const reduced = told(given(...LIFE.assigned).state, renew('2028-11-30', { lines: [{ line: '1', capacity: 3 }] }));
    expect(reduced.withdrawables.map(({ taken }) => taken.length)).toEqual([1]);
    const withdraw = { type: 'withdraw', kind: 'renewal', reference: 'R-1' } as const;
    expect(told(reduced, withdraw).assignments).toEqual([{ line: '1', server: 'srv-a', capacity: 5 }]);
    // What the server gives back of line 1 counts for it, of what was taken nothing is said.
    const empty = { ...reduced, assignments: [], arrivals: [] };
    const order = told(told(empty, lock()), withdraw);
    expect([order.lines[0]!.capacity, order.assignments]).toEqual([20, []]);
  });

  test('the same again changes nothing, also where it was unlocked since; other content is refused', () => {
    const state = lockedAgain();
    givenOrder(state).when(lock(), LATER).then();
    const open = givenOrder(state).when({ type: 'unlock' }, LATER).then(unlocked());
    givenOrder(open).when(lock(), LATER).then();
    givenOrder(open)
      .when(lock({ contentHash: 'other' }), LATER)
      .refusedWith('REFERENCE_TAKEN', { reference: 'L-1' });
    givenOrder(open)
      .when(lock({ reference: 'L-2' }), LATER)
      .then(locked(LATER, { reference: 'L-2' }));
  });

  test('of what is locked changes nothing', () => {
    given(...LIFE.locked)
      .when(lock(), LATER)
      .then();
  });

  test('is possible while the order is suspended', () => {
    given(...LIFE.unlocked, { type: 'suspended', reason })
      .when(lock(), LATER)
      .then(locked(LATER));
  });

  test('is refused for what is not there or over, and that is written down', () => {
    inUse.when(lock({ delivery: '9' }), LATER).refusedWith('DELIVERY_UNKNOWN', { delivery: '9' });
    given(...LIFE.ended)
      .when(lock(), AFTER_END)
      .refusedWith('ORDER_ENDED');
    givenOrder(CANCELED).when(lock(), LATER).refusedWith('ORDER_CANCELED');
    givenFact(...LIFE.assigned)
      .when(lock(), LATER)
      .then({ type: 'lock-refused', code: 'STILL_ASSIGNED', reference: 'L-1' });
  });
});

describe('locks and unlocks count by when they were taken', () => {
  test('an unlock that was taken before the last lock changes nothing, though it comes after it', () => {
    const state = lockedAgain();
    givenOrder(state).when({ type: 'unlock' }, EARLIER, AFTER_GRACE).then();
    givenOrder(state).when({ type: 'unlock', delivery: '1' }, EARLIER, LATER).then();
    givenOrder(state).when({ type: 'unlock' }, '2026-12-10T10:00:01+01:00').then(unlocked());
  });

  test('a lock that was taken before the last unlock changes nothing', () => {
    const open = givenOrder(byNewRules(lockedAgain()))
      .when({ type: 'unlock' }, '2026-12-10T11:00:00+01:00')
      .then(unlocked());
    givenOrder(open)
      .when(lock({ reference: 'L-2' }), '2026-12-10T10:30:00+01:00', LATER)
      .then();
  });

  test('a lock counts from when it was taken, where the unlock before it took effect only later', () => {
    const order = given(...LIFE.locked, { type: 'suspended', reason, on: LATER });
    const open = givenOrder(byNewRules(order.state))
      .when({ type: 'unlock' }, '2026-12-10T08:00:00+01:00', LATER)
      .then({ ...unlocked(), takenAt: instant('2026-12-10T08:00:00+01:00'), on: LATER } as Dated<OrderEvent>);
    const state = givenOrder(open)
      .when(lock(), EARLIER, LATER)
      .then({ ...locked(EARLIER), on: LATER });
    givenOrder(state).when({ type: 'unlock' }, '2026-12-10T08:30:00+01:00', LATER).then();
  });
});

describe('an unlock by a page names the edition that stood there', () => {
  const told = { ...given(...LIFE.locked).state };
  const anew = { ...told, deliveries: told.deliveries.map((delivery) => ({ ...delivery, edition: 3 })) };

  test('another one is refused, and that is written down', () => {
    for (const edition of [1, 2])
      givenOrder(anew).when({ type: 'unlock', delivery: '1', edition }, LATER).refusedWith('LINK_REPLACED');
    givenOrder(anew).when({ type: 'unlock', delivery: '1', edition: 3 }, LATER).then(unlocked());
    givenOrder(told).when({ type: 'unlock', delivery: '1', edition: 1 }, LATER).then(unlocked());
    givenFact(...LIFE.locked)
      .when({ type: 'unlock', delivery: '1', edition: 2 }, LATER)
      .then({ type: 'unlock-refused', code: 'LINK_REPLACED', delivery: '1' });
  });

  test('an old one of what is unlocked already changes nothing', () => {
    const open = givenOrder(anew).when({ type: 'unlock' }, LATER).then(unlocked());
    givenOrder(open).when({ type: 'unlock', delivery: '1', edition: 1 }, LATER).then();
  });

  test('after a lock it is the same edition still', () => {
    const state = givenOrder(givenOrder(anew).when({ type: 'unlock' }, LATER).then(unlocked()))
      .when(lock(), LATER)
      .then(locked(LATER));
    givenOrder(state).when({ type: 'unlock', delivery: '1', edition: 3 }, LATER).then(unlocked());
  });
});

test('a sold line stays what it was through lock and unlock', () => {
  const { lines } = lockedAgain();
  expect(lines).toEqual(inUse.state.lines);
  expect(lines[0]).toMatchObject({ application: CONSOLE.application, capacity: 20 });
});
