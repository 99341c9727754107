import { describe, test } from '@jest/globals';
import {
  activated,
  assigned,
  CONSOLE,
  delivered,
  FAX,
  given,
  givenOrder,
  heard,
  lapsed,
  released,
  take,
  unlocked,
} from '../../support/domain/order-language.ts';
import {
  AFTER_END,
  AFTER_GRACE,
  BEFORE_FIRST_DAY,
  CANCELED,
  EXPIRING,
  IN_GRACE,
  LATER,
  LIFE,
} from '../../support/domain/order-lives.ts';

const { locked, unlocked: open, assigned: inUse, activated: running, expired, ended } = LIFE;
const otherServer = [heard(1, 'srv-b'), assigned(12, 12, { server: 'srv-b' })];
const fax = { line: '2', application: FAX.application };

describe('taking capacity', () => {
  test('a server takes capacity of an unlocked line, all of it if it wants', () => {
    given(...open)
      .when(take(1, { 1: 20 }), LATER)
      .then(heard(1), assigned(20));
  });

  test('a line can be assigned before its first day and in its grace', () => {
    given(...open)
      .when(take(1, { 1: 5 }), BEFORE_FIRST_DAY)
      .then(heard(1), assigned(5));
    given(...open, lapsed('expiring', EXPIRING))
      .when(take(1, { 1: 5 }), IN_GRACE)
      .then(heard(1), assigned(5));
  });

  test('an ask names the whole of what the server shall hold: the difference is assigned', () => {
    given(...inUse)
      .when(take(2, { 1: 8 }), LATER)
      .then(heard(2), assigned(3, 8));
  });

  test('an ask can take of one line and give back of another, and what it does not name is given back', () => {
    given(delivered([CONSOLE, FAX]), unlocked(), heard(1), assigned(5))
      .when(take(2, { 2: 4 }), LATER)
      .then(heard(2), released(5, 0), assigned(4, 4, fax));
  });

  test('an ask for what the server holds already is noted and changes no capacity', () => {
    given(...inUse)
      .when(take(2, { 1: 5 }), LATER)
      .then(heard(2));
  });

  test('an ask says whether the server is activated', () => {
    given(...inUse)
      .when(take(2, { 1: 5 }, { activatedAt: LATER }), LATER)
      .then(heard(2), activated(LATER));
  });

  test('more than is free is refused, with what is free', () => {
    given(...inUse, ...otherServer)
      .when(take(2, { 1: 9 }), LATER)
      .refusedWith('INSUFFICIENT_CAPACITY', { line: '1', free: 3 });
    given(...inUse, ...otherServer)
      .when(take(2, { 1: 8 }), LATER)
      .then(heard(2), assigned(3, 8));
  });

  test('an ask of which one line is refused takes nothing of the others', () => {
    given(delivered([CONSOLE, FAX]), unlocked())
      .when(take(1, { 1: 5, 2: 9 }), LATER)
      .refusedWith('INSUFFICIENT_CAPACITY', { line: '2', free: 8 });
  });

  test('a locked line has nothing to take', () => {
    given(...locked)
      .when(take(1, { 1: 1 }), LATER)
      .refusedWith('INSUFFICIENT_CAPACITY', { line: '1', free: 0 });
    given(...open, delivered([FAX], '2', 2))
      .when(take(1, { 2: 1 }), LATER)
      .refusedWith('INSUFFICIENT_CAPACITY', { line: '2', free: 0 });
  });

  test('a line that the order does not have has nothing to take', () => {
    given(...open)
      .when(take(1, { 9: 1 }), LATER)
      .refusedWith('INSUFFICIENT_CAPACITY', { line: '9', free: 0 });
  });

  test('an expired line has nothing more to take, and keeps what was taken', () => {
    given(...expired)
      .when(take(3, { 1: 6 }), AFTER_GRACE)
      .refusedWith('INSUFFICIENT_CAPACITY', { line: '1', free: 0 });
    given(...expired)
      .when(take(3, { 1: 5 }, { activatedAt: LATER }), AFTER_GRACE)
      .then(heard(3));
  });

  test('an order that has ended or was canceled gives nothing', () => {
    given(...ended)
      .when(take(3, { 1: 5 }), AFTER_END)
      .refusedWith('ORDER_ENDED');
    givenOrder(CANCELED)
      .when(take(3, { 1: 5 }), LATER)
      .refusedWith('ORDER_CANCELED');
  });

  test.each(Object.entries({ activated: running, expired, ended }))(
    'an ask that comes late, or a second time, changes nothing in an order that is %s',
    (_, before) => {
      given(...before)
        .when(take(2, { 1: 20 }), LATER)
        .then();
      given(...before)
        .when(take(1, {}), LATER)
        .then();
    },
  );

  test('each server counts its own messages', () => {
    given(...running)
      .when(take(1, { 1: 15 }, { server: 'srv-b' }), LATER)
      .then(heard(1, 'srv-b'), assigned(15, 15, { server: 'srv-b' }));
  });
});
