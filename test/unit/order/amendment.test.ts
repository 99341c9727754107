import { describe, expect, test } from '@jest/globals';
import { lineCapacity } from '../../../domain/order/line/capacity.ts';
import type { Amendment } from '../../../domain/order/facts.ts';
import type { OrderFact } from '../../../domain/order/commands.ts';
import type { OrderEvent } from '../../../domain/order/events.ts';
import { POLICY } from '../../../domain/policy.ts';
import { instantsOf } from '../../../domain/catalogue/terms.ts';
import { instant, type Dated } from '../../support/domain/given.ts';
import {
  ACCEPTED,
  CONSOLE,
  delivered,
  expand,
  expanded,
  FAX,
  given,
  givenFact,
  givenOrder,
  OPENING,
  renewed,
  time,
  unlocked,
} from '../../support/domain/order-language.ts';
import { BEFORE_FIRST_DAY, CANCELED, EXPIRING, LATER, LIFE } from '../../support/domain/order-lives.ts';

const PARTIES = { customerId: 'acme-hotels', resellerId: 'northwind-voice', distributorId: null };
const MINUTE_MS = 60_000;

/** An amendment by its reference; its content is told by the reference unless another is named. */
const amend = (content: Partial<Amendment> = {}): OrderFact & { type: 'amend' } => ({
  ...{ type: 'amend', reference: 'A-1', contentHash: 'content', inZone: 'Europe/Rome', says: [] },
  ...content,
});

/** The same as the journal has it. */
const amended = (
  content: Partial<OrderEvent & { type: 'amended' }> = {},
  former: Partial<(OrderEvent & { type: 'amended' })['former']> = {},
): OrderEvent & { type: 'amended' } => ({
  ...{ type: 'amended', reference: 'A-1', contentHash: 'content', says: [], delivery: '1', edition: 2 },
  ...content,
  former: { ...PARTIES, timeZone: 'Europe/Rome', ...former },
});

const locked = given(...LIFE.locked);
const sold = (line: typeof CONSOLE, id: string) => ({ ...line, id });
const atMinute = (minutes: number, from = BEFORE_FIRST_DAY) =>
  new Date(instant(from) + minutes * MINUTE_MS).toISOString();

describe('an amendment of an order that nothing has become of', () => {
  test('replaces the lines, which get new ids, and says what stood there', () => {
    const state = locked
      .when(amend({ lines: [FAX, CONSOLE] }), BEFORE_FIRST_DAY)
      .then(amended({ lines: [sold(FAX, '2'), sold(CONSOLE, '3')] }, { lines: [sold(CONSOLE, '1')] }));
    expect(state.lines.map(({ id, delivery }) => [id, delivery])).toEqual([
      ['2', '1'],
      ['3', '1'],
    ]);
    for (const line of state.lines)
      expect(lineCapacity(state, line, state.lastAt)).toMatchObject({ owned: line.capacity, locked: line.capacity });
    const again = amend({ reference: 'A-2', lines: [CONSOLE] });
    const former = { lines: [sold(FAX, '2'), sold(CONSOLE, '3')] };
    givenOrder(state)
      .when(again, atMinute(5))
      .then(amended({ reference: 'A-2', edition: 3, lines: [sold(CONSOLE, '4')] }, former));
  });

  test('replaces each party, and removes what an order can be without; what says so stands under its reference', () => {
    const changes = { customerId: 'other', resellerId: null, distributorId: 'eurodistri' };
    const says = ['customer', 'reseller', 'distributor', 'purchaseOrder'] as const;
    const state = locked
      .when(amend({ ...changes, says: [...says], timeZone: 'Europe/Rome' }), BEFORE_FIRST_DAY)
      .then(amended({ ...changes, says: [...says] }));
    expect(state).toMatchObject({ ...changes, timeZone: 'Europe/Rome' });
    expect(state.said).toEqual(Object.fromEntries(says.map((said) => [said, 'amend/A-1'])));
    const next = givenOrder(state)
      .when(amend({ reference: 'A-2', says: ['purchaseOrder'] }), atMinute(1))
      .then(amended({ reference: 'A-2', edition: 3, says: ['purchaseOrder'] }, changes));
    expect(next.said).toMatchObject({ purchaseOrder: 'amend/A-2', customer: 'amend/A-1' });
  });

  test('tells the delivery anew ten minutes after the last of several', () => {
    const once = locked.when(amend(), BEFORE_FIRST_DAY).then(amended());
    givenOrder(once).when(time, atMinute(9)).then();
    const twice = givenOrder(once)
      .when(amend({ reference: 'A-2' }), atMinute(9))
      .then(amended({ reference: 'A-2', edition: 3 }));
    givenOrder(twice).when(time, atMinute(18)).then();
    const due: Dated<OrderEvent> = { type: 'correction-due', delivery: '1', edition: 3, on: atMinute(19) };
    const told = givenOrder(twice).when(time, atMinute(60)).then(due);
    givenOrder(told).when(time, atMinute(600)).then();
  });

  test('the same again changes nothing, even once the order is over or unlocked; other content under its reference is refused', () => {
    const state = locked.when(amend(), BEFORE_FIRST_DAY).then(amended());
    for (const later of [state, { ...state, status: 'canceled' as const }])
      givenOrder(later).when(amend(), atMinute(1)).then();
    givenOrder(state)
      .when(amend({ contentHash: 'other' }), atMinute(1))
      .refusedWith('REFERENCE_TAKEN', { reference: 'A-1' });
  });

  test('makes the zone of another customer the order’s: what is to come moves, what has passed does not come again', () => {
    const timeZone = 'America/Phoenix';
    const instants = [instantsOf(CONSOLE, timeZone, { ...POLICY, noticeDays: [] })];
    const news = { customerId: 'other', says: ['customer' as const], timeZone, instants };
    const state = locked
      .when(amend(news), BEFORE_FIRST_DAY)
      .then(amended({ customerId: 'other', says: ['customer'], timeZone, instants }));
    expect(state.timeZone).toBe(timeZone);
    expect(state.lines[0]).toMatchObject({ id: '1', terms: { until: instant('2027-12-01T00:00:00-07:00') } });

    const expiring = given(delivered(), { ...lapsedAt(EXPIRING) });
    const moved = expiring.when(amend(news), EXPIRING).then(amended({ ...news }));
    expect(moved.lines[0]!.marks).toEqual(['expiring']);
    expect(moved.lines[0]!.terms.expiringFrom).toBe(instant(EXPIRING));
    givenOrder(moved)
      .when(time, '2027-10-01T00:00:00Z')
      .then({ type: 'correction-due', delivery: '1', edition: 2, on: atMinute(10, EXPIRING) });
  });

  test('is computed anew where the order lives in another zone', () => {
    locked
      .when(amend({ inZone: 'UTC' }), BEFORE_FIRST_DAY)
      .refusedWith('TIME_ZONE_CHANGED', { timeZone: 'Europe/Rome' });
  });

  test('has no room for more lines than an order has in its life', () => {
    givenOrder({ ...locked.state, rules: 2 })
      .when(amend({ lines: Array.from({ length: 1_000 }, () => CONSOLE) }), BEFORE_FIRST_DAY)
      .refusedWith('TOO_MANY_LINES', { lines: 1, most: 1_000 });
  });
});

describe('an amendment is refused', () => {
  const lock = {
    type: 'locked',
    ...{ delivery: '1', reference: 'L-1', contentHash: 'content' },
    reason: 'wrong',
  } as const;
  const lockedAgain: OrderEvent[] = [unlocked(), { ...lock, takenAt: OPENING.acceptedAt, givenUp: [] }];

  test.each([
    ['unlocked', [delivered(), unlocked()], 'ALREADY_UNLOCKED'],
    ['locked again since', [delivered(), ...lockedAgain], 'ALREADY_UNLOCKED'],
    ['expanded', [delivered(), expanded([FAX])], 'ALREADY_EXPANDED'],
    ['renewed', [delivered(), renewed('2028-11-30')], 'ALREADY_CHANGED'],
    ['suspended', [delivered(), { type: 'suspended', reason: 'r' }], 'ALREADY_CHANGED'],
    [
      'suspended and resumed',
      [delivered(), { type: 'suspended', reason: 'r' }, { type: 'resumed' }],
      'ALREADY_CHANGED',
    ],
    ['ended', LIFE.ended, 'ORDER_ENDED'],
  ] as [string, Dated<OrderEvent>[], 'ALREADY_UNLOCKED'][])('of an order that is %s', (_, events, code) => {
    given(...events)
      .when(amend(), LATER)
      .refusedWith(code);
  });

  test('of an order that is canceled', () => {
    givenOrder(CANCELED).when(amend(), LATER).refusedWith('ORDER_CANCELED');
  });

  test('and is written down, as facts are', () => {
    givenFact(...LIFE.unlocked)
      .when(amend(), LATER)
      .then({ type: 'amend-refused', code: 'ALREADY_UNLOCKED', reference: 'A-1' });
  });
});

test('after an amendment an order goes on as any other', () => {
  const state = locked
    .when(amend({ lines: [FAX] }), ACCEPTED)
    .then(amended({ lines: [sold(FAX, '2')] }, { lines: [sold(CONSOLE, '1')] }));
  const told: Dated<OrderEvent> = { type: 'correction-due', delivery: '1', edition: 2, on: atMinute(10, ACCEPTED) };
  const more = givenOrder(state)
    .when(expand([CONSOLE]), BEFORE_FIRST_DAY)
    .then(told, expanded([CONSOLE], 3));
  givenOrder(more).when({ type: 'unlock' }, LATER).then(unlocked('1'), unlocked('2'));
});

/** The line of the order's life, when it begins to expire. */
function lapsedAt(on: string): Dated<OrderEvent> {
  return { type: 'expiring', line: '1', application: CONSOLE.application, endsOn: CONSOLE.endsOn!, on };
}
