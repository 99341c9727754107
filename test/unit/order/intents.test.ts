import { expect, test } from '@jest/globals';
import { noticesIn } from '../../../domain/order/notices.ts';
import { passTime } from '../../../domain/order/handle.ts';
import type { OrderEvent } from '../../../domain/order/events.ts';
import { POLICY } from '../../../domain/policy.ts';
import { CONSOLE, delivered, given, OPENING, renew, renewed, unlocked } from '../../support/domain/order-language.ts';
import { instant } from '../../support/domain/given.ts';
import { openOrder } from '../../../domain/order/order.ts';
import { evolve } from '../../../domain/order/evolve.ts';

const TODAY = '2027-03-01T12:00:00+01:00';
const END = { reference: 'I-1', contentHash: 'to end', line: '1', intent: 'end', capacity: null } as const;
const stated = (intent: object = END): OrderEvent => {
  const { line, ...statement } = { ...END, ...intent };
  return { type: 'intent-stated', line, application: CONSOLE.application, ...statement };
};

test('a seller says what it means to do when a line ends', () => {
  given(delivered(), unlocked())
    .when({ type: 'state-intent', ...END }, TODAY)
    .then(stated());
});

test('the same again changes nothing, another statement replaces it', () => {
  const before = given(delivered(), unlocked(), stated());
  before.when({ type: 'state-intent', ...END, reference: 'I-2' }, TODAY).then();
  const other = { reference: 'I-2', contentHash: 'to renew', intent: 'renew', capacity: 5 } as const;
  before.when({ type: 'state-intent', ...END, ...other }, TODAY).then(stated(other));
});

test('taking back what was never said changes nothing', () => {
  const nothing = { reference: 'I-2', contentHash: 'nothing', intent: null } as const;
  given(delivered(), unlocked())
    .when({ type: 'state-intent', ...END, ...nothing }, TODAY)
    .then();
  given(delivered(), unlocked(), stated())
    .when({ type: 'state-intent', ...END, ...nothing }, TODAY)
    .then(stated(nothing));
});

test('of a line that is not there or canceled nothing can be meant', () => {
  given(delivered(), unlocked())
    .when({ type: 'state-intent', ...END, line: '2' }, TODAY)
    .refusedWith('LINE_UNKNOWN', { line: '2' });
  const canceled: OrderEvent = {
    ...{ type: 'canceled', reason: 'moved', reference: 'C-1', contentHash: 'content' },
    lines: [{ line: '1', application: CONSOLE.application }],
  };
  given(delivered([CONSOLE, CONSOLE]), unlocked(), canceled)
    .when({ type: 'state-intent', ...END }, TODAY)
    .refusedWith('LINE_CANCELED', { line: '1' });
});

/** What is meant after all that happened. */
function meant(...events: OrderEvent[]) {
  return events
    .map((event, index) => ({ ...event, seq: index + 1, at: instant(TODAY), recordedAt: instant(TODAY) }))
    .reduce(evolve, openOrder(OPENING)).intents;
}

test('it ends with a renewal of its line, and with another seller', () => {
  expect(meant(delivered(), unlocked(), stated())).toHaveLength(1);
  expect(meant(delivered(), unlocked(), stated(), renewed('2028-11-30'))).toEqual([]);
  const { customerId, resellerId, distributorId } = OPENING;
  const former = { customerId, resellerId, distributorId };
  const changed = (parties: object) =>
    ({
      ...{ type: 'parties-changed', reference: 'S-1', contentHash: 'content', says: ['reseller'], former },
      ...{ editions: [], givenUp: [], ...former, ...parties },
    }) as OrderEvent;
  expect(meant(delivered(), unlocked(), stated(), changed({ resellerId: 'other-voice' }))).toEqual([]);
  expect(meant(delivered(), unlocked(), stated(), changed({ customerId: 'other-hotels' }))).toHaveLength(1);
});

test('a renewal of another line leaves it', () => {
  given(delivered([CONSOLE, CONSOLE]), unlocked(), stated())
    .when(renew('2028-11-30', { lines: [{ line: '2' }] }), TODAY)
    .then(renewed('2028-11-30', [{ line: '2' }]));
  expect(meant(delivered([CONSOLE, CONSOLE]), stated(), renewed('2028-11-30', [{ line: '2' }]))).toHaveLength(1);
});

test.each([
  ['end', 0],
  ['renew', 1],
] as const)('notices of a line that is to %s: %d', (intent, count) => {
  const events = [delivered(), unlocked(), stated({ intent, contentHash: intent })];
  const order = events
    .map((event, index) => ({ ...event, seq: index + 1, at: OPENING.acceptedAt, recordedAt: OPENING.acceptedAt }))
    .reduce(evolve, openOrder({ ...OPENING, policy: { ...POLICY, noticeDays: [30] } }));
  expect(noticesIn(passTime(order, instant('2027-11-02T12:00:00+01:00')))).toHaveLength(count);
});
