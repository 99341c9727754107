import { expect, test } from '@jest/globals';
import { handle } from '../../../domain/order/handle.ts';
import type { OrderFact } from '../../../domain/order/commands.ts';
import { offersOf, ORDER_CHANGES, type OrderChange } from '../../../domain/order/offers.ts';
import type { Order } from '../../../domain/order/order.ts';
import { delivered, given, renew, CONSOLE, FAX, OPENING } from '../../support/domain/order-language.ts';
import { instant } from '../../support/domain/given.ts';
import { LATER, LIFE } from '../../support/domain/order-lives.ts';

const at = instant(LATER);
const NOTHING = 'NOTHING_TO_CHANGE';
const NOTHING_PLANNED = { withdraw: NOTHING, 'withdraw-plan': NOTHING, resume: NOTHING };

const after = (order: Order, fact: OrderFact): Order => handle(order, fact, at, at).order;
const ofEach = (order: Order) => Object.fromEntries(offersOf(order, at).map(({ change, of }) => [change, of]));

/** Why each change is not offered that is not. */
function refused(order: Order): Partial<Record<OrderChange, string>> {
  const all = offersOf(order, at);
  expect(all.map(({ change }) => change)).toEqual(ORDER_CHANGES);
  return Object.fromEntries(all.flatMap(({ change, whyNot }) => (whyNot === null ? [] : [[change, whyNot]])));
}

test('what was only delivered can be corrected, and has nothing to lock or withdraw', () => {
  expect(refused(given(...LIFE.locked).state)).toEqual({ ...NOTHING_PLANNED, lock: NOTHING });
});

test('what is unlocked is locked again rather than corrected, and what servers hold stays with its customer', () => {
  expect(refused(given(...LIFE.unlocked).state)).toEqual({ ...NOTHING_PLANNED, amend: 'ALREADY_UNLOCKED' });
  const held = { amend: 'ALREADY_UNLOCKED', lock: 'STILL_ASSIGNED', transfer: 'STILL_ASSIGNED' };
  expect(refused(given(...LIFE.assigned).state)).toEqual({ ...NOTHING_PLANNED, ...held });
});

test('each line says for itself whether it can be renewed or become something else', () => {
  const { renew: renewals, convert } = ofEach(given(delivered([CONSOLE, FAX, { ...FAX, care: null }])).state);
  expect(renewals!.map(({ whyNot }) => whyNot)).toEqual([null, null, 'NOTHING_TO_RENEW']);
  expect(convert!.map(({ whyNot }) => whyNot)).toEqual([null, 'CONVERSION_NOT_POSSIBLE', 'CONVERSION_NOT_POSSIBLE']);
});

test('a renewal that reduces can be withdrawn by its reference, whatever that is, and what it plans by its own id', () => {
  const reduced = { reference: 'R/1', lines: [{ line: '1', capacity: 2 }], inZone: OPENING.timeZone };
  const offered = ofEach(after(given(...LIFE.unlocked).state, renew('2028-11-30', reduced)));
  expect([offered.withdraw, offered['withdraw-plan']]).toEqual([
    [{ id: 'renewal/R/1', whyNot: null }],
    [{ id: '1', whyNot: null }],
  ]);
});

test('a suspended order can be resumed, and a canceled one takes the withdrawal of that alone', () => {
  const suspended = after(given(...LIFE.unlocked).state, { type: 'suspend', reason: 'Unpaid' });
  expect(refused(suspended)).not.toHaveProperty('resume');
  const known = { reference: 'C-1', contentHash: 'content', inZone: OPENING.timeZone };
  const canceled = after(suspended, { type: 'cancel', reason: 'Unpaid', ...known });
  const others = ORDER_CHANGES.filter((change) => change !== 'withdraw');
  expect(refused(canceled)).toEqual(Object.fromEntries(others.map((change) => [change, 'ORDER_CANCELED'])));
});
