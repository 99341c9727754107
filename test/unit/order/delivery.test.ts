import { describe, expect, test } from '@jest/globals';
import { stageOf } from '../../../domain/order/line/capacity.ts';
import {
  ACCEPTED,
  assigned,
  CONSOLE,
  delivered,
  FAX,
  given,
  givenFact,
  givenOrder,
  heard,
  lapsed,
  released,
  unlocked,
} from '../../support/domain/order-language.ts';
import { AFTER_END, AFTER_GRACE, CANCELED, LATER, LIFE } from '../../support/domain/order-lives.ts';

const { locked, unlocked: open, assigned: inUse, activated: running, expired, ended } = LIFE;
const OPEN = { locked, unlocked: open, assigned: inUse, activated: running };
const NOT_LOCKED = { unlocked: open, assigned: inUse, activated: running, expired };

const deliver = { type: 'deliver' as const, reference: 'reference-2', lines: [FAX] };

describe('delivering', () => {
  test('the lines of an order are numbered from 1 in the first delivery', () => {
    given()
      .when({ type: 'deliver', reference: 'reference-1', lines: [CONSOLE, FAX] }, ACCEPTED)
      .then(delivered([CONSOLE, FAX]));
  });

  test.each(Object.entries(OPEN))(
    'an order that is %s takes another delivery, whose lines continue the numbers',
    (_, before) => {
      given(...before)
        .when(deliver, LATER)
        .then(delivered([FAX], '2', 2));
    },
  );

  test('a second delivery is locked by itself, while the first stays unlocked', () => {
    const { deliveries } = given(...open, delivered([FAX], '2', 2)).state;
    expect(deliveries.map(({ unlockedAt }) => unlockedAt === null)).toEqual([false, true]);
  });

  test('an order whose lines have expired takes another delivery until it ends', () => {
    given(...expired)
      .when(deliver, AFTER_GRACE)
      .then(delivered([FAX], '2', 2), lapsed('care-expired', AFTER_GRACE, FAX, '2'));
  });

  test('an order that has ended or was canceled takes no delivery', () => {
    given(...ended)
      .when(deliver, AFTER_END)
      .refusedWith('ORDER_ENDED');
    givenOrder(CANCELED).when(deliver, LATER).refusedWith('ORDER_CANCELED');
  });
});

describe('unlocking', () => {
  test('a locked order is unlocked', () => {
    given(...locked)
      .when({ type: 'unlock' }, LATER)
      .then(unlocked());
  });

  test('without a name, everything that is still locked is unlocked', () => {
    given(...open, delivered([FAX], '2', 2), delivered([FAX], '3', 3))
      .when({ type: 'unlock' }, LATER)
      .then(unlocked('2'), unlocked('3'));
  });

  test('with a name, that delivery alone is unlocked', () => {
    given(delivered(), delivered([FAX], '2', 2))
      .when({ type: 'unlock', delivery: '2' }, LATER)
      .then(unlocked('2'));
  });

  test.each(Object.entries(NOT_LOCKED))('an order that is %s is not unlocked a second time', (_, before) => {
    given(...before)
      .when({ type: 'unlock' }, LATER)
      .then();
    given(...before)
      .when({ type: 'unlock', delivery: '1' }, LATER)
      .then();
  });

  test('a delivery that the order does not have is refused', () => {
    given(...locked)
      .when({ type: 'unlock', delivery: '7' }, LATER)
      .refusedWith('DELIVERY_UNKNOWN', { delivery: '7' });
  });

  test('an order that has ended or was canceled is not unlocked', () => {
    given(...ended)
      .when({ type: 'unlock' }, AFTER_END)
      .refusedWith('ORDER_ENDED');
    givenOrder(CANCELED).when({ type: 'unlock' }, LATER).refusedWith('ORDER_CANCELED');
  });

  test('told as a fact, an unlock that can not be done is written down instead of refused', () => {
    givenFact(...locked)
      .when({ type: 'unlock', delivery: '7' }, LATER)
      .then({ type: 'unlock-refused', code: 'DELIVERY_UNKNOWN', delivery: '7' });
    givenFact(...ended)
      .when({ type: 'unlock' }, AFTER_END)
      .then({ type: 'unlock-refused', code: 'ORDER_ENDED', delivery: undefined });
  });

  test('an unlock that was refused leaves the order locked', () => {
    expect(stageOf(given(...locked, { type: 'unlock-refused', code: 'DELIVERY_UNKNOWN' }).state)).toBe('locked');
  });
});

describe('the stage of an order', () => {
  const lockedAgain = [...open, delivered([FAX], '2', 2)];
  const givenBack = [...running, heard(3), released(5, 0)];

  test.each([
    ['locked while nothing is unlocked', locked, 'locked'],
    ['unlocked while nothing is assigned', open, 'unlocked'],
    ['unlocked also when an expansion waits for its unlock', lockedAgain, 'unlocked'],
    ['assigned while no server with a share is activated', inUse, 'assigned'],
    ['activated as soon as a server with a share is', running, 'activated'],
    [
      'activated also when a second server still waits',
      [...running, heard(1, 'srv-b'), assigned(1, 1, { server: 'srv-b' })],
      'activated',
    ],
    [
      'assigned again when its only activated server leaves',
      [...running, heard(3), { type: 'deactivated', server: 'srv-a' }],
      'assigned',
    ],
    ['unlocked again when everything was given back', givenBack, 'unlocked'],
    [
      'assigned when the activated server gave everything back and another holds',
      [...givenBack, assigned(1, 1, { server: 'srv-b' })],
      'assigned',
    ],
    ['what it was when its lines have expired', expired, 'activated'],
    ['what it was when the order has ended', ended, 'activated'],
  ] as const)('is %s', (_, happened, stage) => {
    expect(stageOf(given(...happened).state)).toBe(stage);
  });

  test('is what it was when the order was canceled', () => {
    expect(stageOf(CANCELED)).toBe('activated');
  });
});
