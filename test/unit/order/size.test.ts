import { toPublish } from '../../../domain/order/line/lasting.ts';
import { describe, expect, test } from '@jest/globals';
import { acceptLine } from '../../../domain/order/arriving/accept.ts';
import { handle, handleFact, passTime, type Handled } from '../../../domain/order/handle.ts';
import { MOST_EVENTS_AT_ONCE, MOST_LINES, openOrder, type Order } from '../../../domain/order/order.ts';
import type { NewLines, OrderFact } from '../../../domain/order/commands.ts';
import { POLICY } from '../../../domain/policy.ts';
import { boundariesOf, instantsOf } from '../../../domain/catalogue/terms.ts';
import { expand, givenOrder, CONSOLE, OPENING } from '../../support/domain/order-language.ts';
import { instant } from '../../support/domain/given.ts';

const DAY = '2026-11-02T13:00:00+01:00';
const AT = instant(DAY);
/** What Temporal takes at most as an input; an order keeps well away from it. */
const MOST_BYTES = 2 * 1024 * 1024;
const ENOUGH_BYTES = 0.8 * MOST_BYTES;

const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

/** As long as the API takes texts, of signs that take three bytes each. */
const wide = (length: number, mark: number) => '字'.repeat(length - 4) + String(1_000 + mark);

function newLines(count: number, first = 0): Pick<NewLines, 'lines'> & { instants: NonNullable<NewLines['instants']> } {
  const lines = Array.from({ length: count }, (_, index) =>
    acceptLine(
      {
        ...{ application: 'attendant-console', capacity: 1_000_000, license: 'subscription' },
        ...{ startsOn: '2026-12-01', endsOn: '2027-11-30', care: { level: 'platinum' } },
        reference: wide(80, first + index),
      },
      '2026-11-02',
    ),
  );
  return { lines, instants: lines.map((line) => instantsOf(line, OPENING.timeZone, POLICY)) };
}

const expansion = (lines: ReturnType<typeof newLines>, mark: number): OrderFact => ({
  ...{ type: 'expand', reference: wide(200, mark), contentHash: 'h'.repeat(64) },
  ...lines,
});

/** An order of rules 2 with as many lines as there can be, each of which a server holds. */
function largestOrder(): Order {
  const id = 'x'.repeat(80);
  const names = { number: id, customerId: id, resellerId: id, distributorId: id };
  const open = openOrder({ ...OPENING, ...names, policy: POLICY }, 2);
  let { order } = handle(open, { type: 'deliver', reference: id, ...newLines(200) }, AT, AT);
  for (const first of [200, 400, 600, 800])
    order = handleFact(order, expansion(newLines(200, first), first), AT, AT).order;
  order = handleFact(order, { type: 'unlock' }, AT, AT).order;
  const shares = order.lines.map(({ id: line }) => ({ line, capacity: 1_000_000 }));
  const message = { server: 'srv_'.padEnd(30, 'x'), number: 1, shares, activatedAt: AT };
  return handle(order, { type: 'take', ...message }, AT, AT).order;
}

/** The largest part in which something is published. */
const published = ({ order, events }: Handled) =>
  bytesOf({ order: toPublish(order), events: events.slice(0, MOST_EVENTS_AT_ONCE) });

test('the largest order, with the longest texts, stays far below what Temporal takes, whatever comes over all its lines at once', () => {
  let order = largestOrder();
  expect(order.lines).toHaveLength(MOST_LINES);
  const sizes: Record<string, number> = { posted: bytesOf(expansion(newLines(200), 0)), carried: bytesOf(order) };
  const endsOn = '2028-11-30';
  const boundaries = boundariesOf(endsOn, OPENING.timeZone, POLICY);
  const fact = { type: 'renew', reference: wide(200, 1), contentHash: 'h'.repeat(64), endsOn, boundaries } as const;
  const renewed = handleFact(order, fact, AT, AT);
  sizes.renewed = published(renewed);
  ({ order } = renewed);
  // What can be taken back is carried too.
  const again = { ...fact, reference: wide(200, 2), endsOn: '2029-11-30' };
  sizes.carriedRenewed = bytesOf(handleFact(order, again, AT, AT).order);
  // After years without a worker: each line was announced, told of four times, has expired and was taken back.
  const passed = passTime(order, instant('2028-12-20T12:00:00+01:00'));
  expect(passed.events.length).toBeGreaterThan(6_000);
  sizes.passed = published(passed);
  sizes.canceled = published(handleFact(order, { type: 'cancel', reason: wide(200, 1) }, AT, AT));
  for (const [what, size] of Object.entries(sizes)) expect([what, size < ENOUGH_BYTES]).toEqual([what, true]);
  // Published at once it would have stopped the order for good.
  expect(bytesOf(passed)).toBeGreaterThan(MOST_BYTES);
});

test('the same with a reduction and a cancellation planned for each line, by facts with the longest texts', () => {
  let order = largestOrder();
  const sizes: Record<string, number> = {};
  const contentHash = 'h'.repeat(64);
  const inZone = OPENING.timeZone;
  const tell = (what: string, fact: OrderFact) => {
    const handled = handleFact(order, fact, AT, AT);
    ({ order } = handled);
    sizes[what] = Math.max(sizes[what] ?? 0, published(handled));
    sizes[`carried ${what}`] = bytesOf(order);
  };
  const ids = order.lines.map(({ id }) => id);
  for (const first of [0, 200, 400, 600, 800]) {
    const [reference, endsOn] = [wide(200, first), '2028-11-30'];
    const boundaries = boundariesOf(endsOn, inZone, POLICY);
    const lines = ids.slice(first, first + 200).map((line) => ({ line, capacity: 900_000 }));
    tell('reduced', { type: 'renew', ...{ reference, contentHash, endsOn, inZone, boundaries, lines } });
  }
  expect(order.planned).toHaveLength(MOST_LINES);
  const reduced = passTime(order, instant('2027-12-02T12:00:00+01:00'));
  expect(reduced.events.filter(({ type }) => type === 'taken-back')).toHaveLength(MOST_LINES);
  sizes['passed reductions'] = published(reduced);
  const [reason, on] = [wide(200, 1), '2027-06-01'];
  const about = { reason, contentHash, inZone };
  tell('planned', { type: 'cancel', reference: wide(200, 2), ...about, on, dueAt: instant(`${on}T00:00:00+02:00`) });
  const passed = passTime(order, instant('2027-06-01T12:00:00+02:00'));
  expect(passed.order.status).toBe('canceled');
  sizes['passed cancellations'] = published(passed);
  tell('withdrawn', { type: 'withdraw', kind: 'cancellation', reference: wide(200, 2) });
  tell('canceled', { type: 'cancel', reference: wide(200, 3), ...about });
  tell('withdrawn', { type: 'withdraw', kind: 'cancellation', reference: wide(200, 3) });
  expect(order.withdrawn).toHaveLength(2);
  for (const [what, size] of Object.entries(sizes)) expect([what, size < ENOUGH_BYTES]).toEqual([what, true]);
});

describe('an expansion beyond the thousandth line', () => {
  const lines = (count: number) => Array.from({ length: count }, () => CONSOLE);
  const full = (count: number, rules: number) => {
    const open = openOrder(OPENING, rules);
    return handle(open, { type: 'deliver', reference: 'SO-1', lines: lines(count) }, AT, AT).order;
  };

  test.each([
    [999, 1],
    [1, 999],
  ])('is taken up to it: %i lines and %i more', (before, added) => {
    const { events } = handle(full(before, 2), expand(lines(added)), AT, AT);
    expect(events).toMatchObject([{ type: 'expanded' }]);
  });

  test.each([
    [1_000, 1],
    [999, 2],
    [801, 200],
  ])('is refused: %i lines and %i more', (before, added) => {
    givenOrder(full(before, 2))
      .when(expand(lines(added)), DAY)
      .refusedWith('TOO_MANY_LINES', { lines: before, most: 1_000 });
  });

  test('was taken by orders of rules 1, and stays so', () => {
    expect(handle(full(1_000, 1), expand(lines(1)), AT, AT).order.lines).toHaveLength(1_001);
  });

  test('that is known is known, also where it filled the order', () => {
    const { order } = handle(full(999, 2), expand(lines(1)), AT, AT);
    givenOrder(order)
      .when(expand(lines(1)), DAY)
      .then();
    givenOrder(order)
      .when(expand(lines(1), { contentHash: 'other' }), DAY)
      .refusedWith('REFERENCE_TAKEN', { reference: 'E-1' });
  });
});
