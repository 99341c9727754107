import { describe, expect, test } from '@jest/globals';
import { lineCapacity, lineState } from '../../../domain/order/line/capacity.ts';
import type { Order } from '../../../domain/order/order.ts';
import { instant } from '../../support/domain/given.ts';
import { assigned, given, heard } from '../../support/domain/order-language.ts';
import {
  AFTER_END,
  AFTER_GRACE,
  BEFORE_FIRST_DAY,
  CANCELED,
  IN_GRACE,
  LATER,
  LIFE,
} from '../../support/domain/order-lives.ts';

const { locked, unlocked: open, assigned: inUse, expired, ended } = LIFE;
const otherServer = [heard(1, 'srv-b'), assigned(12, 12, { server: 'srv-b' })];

describe('how the capacity of a line is spent', () => {
  const first = (order: Order, at: string) => lineCapacity(order, order.lines[0]!, instant(at));

  test.each([
    ['locked, all of it is locked', locked, LATER, { owned: 20, locked: 20, assigned: 0, free: 0 }],
    ['unlocked, all of it is free', open, LATER, { owned: 20, locked: 0, assigned: 0, free: 20 }],
    ['assigned, what is not assigned is free', inUse, LATER, { owned: 20, locked: 0, assigned: 5, free: 15 }],
    [
      'held by several servers, their sum is assigned',
      [...inUse, ...otherServer],
      LATER,
      { owned: 20, locked: 0, assigned: 17, free: 3 },
    ],
    ['upcoming, it is owned', inUse, BEFORE_FIRST_DAY, { owned: 20, locked: 0, assigned: 5, free: 15 }],
    ['in grace, it is owned', inUse, IN_GRACE, { owned: 20, locked: 0, assigned: 5, free: 15 }],
    ['expired, it owns nothing', expired, AFTER_GRACE, { owned: 0, locked: 0, assigned: 0, free: 0 }],
    ['of an order that has ended, it owns nothing', ended, AFTER_END, { owned: 0, locked: 0, assigned: 0, free: 0 }],
  ] as const)('while it is %s', (_, happened, at, spent) => {
    expect(first(given(...happened).state, at)).toEqual(spent);
  });

  test('a line that expired while it was locked owns nothing either', () => {
    expect(first(given(...locked).state, AFTER_GRACE)).toEqual({ owned: 0, locked: 0, assigned: 0, free: 0 });
  });

  test('a canceled line owns nothing and says that it is canceled; an ended one says that it has expired', () => {
    expect(first(CANCELED, LATER)).toEqual({ owned: 0, locked: 0, assigned: 0, free: 0 });
    expect(lineState(CANCELED, CANCELED.lines[0]!, instant(LATER))).toBe('canceled');
    const over = given(...ended).state;
    expect(lineState(over, over.lines[0]!, instant(AFTER_END))).toBe('expired');
  });
});
