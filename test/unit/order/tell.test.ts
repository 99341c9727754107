import { describe, expect, test } from '@jest/globals';
import { activated, given, givenOrder, heard, released, take, tell } from '../../support/domain/order-language.ts';
import { AFTER_END, AFTER_GRACE, CANCELED, LATER, LIFE } from '../../support/domain/order-lives.ts';

const { locked, unlocked: open, assigned: inUse, activated: running, expired, ended } = LIFE;

describe('hearing from a server', () => {
  test.each([
    ['assigned', inUse, LATER, null],
    ['activated', running, LATER, LATER],
    ['expired', expired, AFTER_GRACE, LATER],
    ['ended', ended, AFTER_END, LATER],
  ] as const)('what it gives back is accepted by an order that is %s', (_, before, at, activatedAt) => {
    given(...before)
      .when(tell(3, { 1: 2 }, { activatedAt }), at)
      .then(heard(3), released(3, 2));
    given(...before)
      .when(tell(3, {}, { activatedAt }), at)
      .then(heard(3), released(5, 0));
  });

  test('a canceled order accepts what is given back, and that the server has left', () => {
    givenOrder(CANCELED)
      .when(tell(3, {}), LATER)
      .then(heard(3), released(5, 0), { type: 'deactivated', server: 'srv-a' });
  });

  test('no message but an ask raises what a server holds', () => {
    given(...inUse)
      .when(tell(2, { 1: 20 }), LATER)
      .then(heard(2));
    given(...locked)
      .when(tell(1, { 1: 20 }), LATER)
      .then(heard(1));
    given(...open)
      .when(tell(1, { 1: 20, 9: 1 }), LATER)
      .then(heard(1));
  });

  test('an activation is noted once, with its instant, in an order of any stage', () => {
    given(...locked)
      .when(tell(1, {}, { activatedAt: LATER }), LATER)
      .then(heard(1), activated(LATER));
    given(...inUse)
      .when(tell(2, { 1: 5 }, { activatedAt: LATER }), LATER)
      .then(heard(2), activated(LATER));
    given(...running)
      .when(tell(3, { 1: 5 }, { activatedAt: LATER }), LATER)
      .then(heard(3));
  });

  test('an activation on another machine is noted with its new instant', () => {
    const moved = '2027-01-05T08:00:00Z';
    given(...running)
      .when(tell(3, { 1: 5 }, { activatedAt: moved }), moved)
      .then(heard(3), activated(moved));
  });

  test('a server that leaves keeps its capacity', () => {
    const left = given(...running)
      .when(tell(3, { 1: 5 }), LATER)
      .then(heard(3), { type: 'deactivated', server: 'srv-a' });
    expect(left.assignments).toEqual([{ line: '1', server: 'srv-a', capacity: 5 }]);
  });

  test('what comes late, or a second time, changes nothing', () => {
    given(...running)
      .when(tell(2, {}), LATER)
      .then();
    given(...running)
      .when(tell(1, {}), LATER)
      .then();
  });

  test('an ask that arrives after its give-back takes nothing', () => {
    given(...open, heard(2))
      .when(take(1, { 1: 5 }), LATER)
      .then();
  });
});
