import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  acceptOrder,
  agreedNow,
  beginningOf,
  checkOrder,
  daysInLines,
  firstDeadline,
  type PostedLine,
  type PostedOrder,
} from '../../../domain/order/arriving/accept.ts';
import { addDays, dayAt } from '../../../domain/days.ts';
import { handle } from '../../../domain/order/handle.ts';
import { openOrder } from '../../../domain/order/order.ts';
import { POLICY } from '../../../domain/policy.ts';
import { careState, instantsOf } from '../../../domain/catalogue/terms.ts';
import { instant } from '../../support/domain/given.ts';
import { CATALOGUE } from '../../support/domain/catalogue.ts';

const SUBSCRIPTION: PostedLine = {
  application: 'attendant-console',
  capacity: 20,
  license: 'subscription',
  startsOn: '2026-12-01',
  endsOn: '2027-11-30',
};
const PERPETUAL: PostedLine = { application: 'digital-fax', capacity: 8, license: 'perpetual' };
const RESELLER = { id: 'northwind-voice', name: 'Northwind Voice', email: 'orders@northwind-voice.example' };
const CUSTOMER = { id: 'acme-hotels', name: 'Acme Hotels', email: 'it@acme-hotels.example' };

/** Half past midnight on November 3 in Rome, still November 2 in Greenwich. */
const ACCEPTED_MS = instant('2026-11-02T23:30:00Z');

function order(line: Partial<PostedLine>, about: Partial<PostedOrder> = {}): PostedOrder {
  const lines = [{ ...SUBSCRIPTION, ...line }];
  return { number: 'SO-1', customer: CUSTOMER, reseller: RESELLER, lines, ...about };
}

const acceptedLine = (line: PostedLine, timeZone?: string) =>
  acceptOrder(order({}, { lines: [line], customer: { ...CUSTOMER, timeZone } }), 'key/1', ACCEPTED_MS).lines[0]!;

describe('what an order leaves open', () => {
  test('the first day is the day of acceptance, at the customer', () => {
    const line = { ...SUBSCRIPTION, startsOn: undefined };
    expect(acceptedLine(line, 'Europe/Rome').startsOn).toBe('2026-11-03');
    expect(acceptedLine(line).startsOn).toBe('2026-11-02');
    expect(acceptedLine(PERPETUAL, 'Europe/Rome').startsOn).toBe('2026-11-03');
  });

  test('the care of a subscription is gold unless another is named, and ends with it', () => {
    expect(acceptedLine(SUBSCRIPTION).care).toEqual({ level: 'gold', endsOn: '2027-11-30' });
    const platinum = { ...SUBSCRIPTION, care: { level: 'platinum' as const } };
    expect(acceptedLine(platinum).care).toEqual({ level: 'platinum', endsOn: '2027-11-30' });
  });

  test('a perpetual license has no last day, and only the care that was agreed', () => {
    expect(acceptedLine(PERPETUAL)).toMatchObject({ endsOn: null, care: null });
    const cared = { ...PERPETUAL, care: { endsOn: '2027-11-30' } };
    expect(acceptedLine(cared).care).toEqual({ level: 'gold', endsOn: '2027-11-30' });
  });

  test('an order was placed when it was accepted, unless it says when', () => {
    expect(acceptOrder(order({}), 'key/1', ACCEPTED_MS).placedAt).toBe('2026-11-02T23:30:00.000Z');
    const placed = acceptOrder(order({}, { placedAt: '2026-10-30T09:00:00+01:00' }), 'key/1', ACCEPTED_MS);
    expect(placed).toMatchObject({ placedAt: '2026-10-30T08:00:00.000Z', acceptedAt: '2026-11-02T23:30:00.000Z' });
  });

  test('the time zone is the one posted, else that of the account, else UTC; the language is English', () => {
    const inAuckland = order({}, { customer: { ...CUSTOMER, timeZone: 'Pacific/Auckland' } });
    expect(acceptOrder(inAuckland, 'key/1', ACCEPTED_MS, 'Europe/Rome').customer.timeZone).toBe('Pacific/Auckland');
    expect(acceptOrder(order({}), 'key/1', ACCEPTED_MS, 'Europe/Rome').customer.timeZone).toBe('Europe/Rome');
    expect(acceptOrder(order({}), 'key/1', ACCEPTED_MS).customer).toMatchObject({ timeZone: 'UTC', locale: 'en' });
  });
});

test('an order begins with its parties by their ids, the customer’s time zone, the policy of the day and the instants that follow', () => {
  const accepted = acceptOrder(order({}), 'key/1', ACCEPTED_MS, 'Europe/Rome');
  expect(beginningOf(accepted)).toEqual({
    opening: {
      number: 'SO-1',
      customerId: 'acme-hotels',
      resellerId: 'northwind-voice',
      distributorId: null,
      timeZone: 'Europe/Rome',
      policy: POLICY,
      placedAt: ACCEPTED_MS,
      acceptedAt: ACCEPTED_MS,
    },
    by: 'key/1',
    reference: 'SO-1',
    lines: accepted.lines,
    instants: [instantsOf(accepted.lines[0]!, 'Europe/Rome', POLICY)],
  });
});

describe('an order is accepted', () => {
  test.each([
    ['when a distributor is named and no reseller', order({}, { reseller: undefined, distributor: RESELLER })],
    ['when neither reseller nor distributor is named', order({}, { reseller: undefined })],
    ['when its line is over already', order({ startsOn: '2020-01-01', endsOn: '2020-12-31' })],
    ['when its line lasts one day, a leap day', order({ startsOn: '2028-02-29', endsOn: '2028-02-29' })],
  ])('%s', (_, posted) => {
    expect(checkOrder(posted, CATALOGUE)).toEqual([]);
    expect(wrongDays(posted)).toEqual([]);
  });
});

describe('an order is refused, with a pointer to what is wrong', () => {
  test.each([
    ['an application that the catalogue does not have', order({ application: 'time-machine' }), '/lines/0/application'],
    ['a first day that does not exist', order({ startsOn: '2027-02-29' }), '/lines/0/startsOn'],
    ['a last day that does not exist', order({ endsOn: '2027-11-31' }), '/lines/0/endsOn'],
    ['a subscription without a last day', order({ endsOn: undefined }), '/lines/0/endsOn'],
    ['a last day of care for a subscription', order({ care: { endsOn: '2027-11-30' } }), '/lines/0/care/endsOn'],
    ['a last day for a perpetual license', order({ ...PERPETUAL, endsOn: '2027-11-30' }), '/lines/0/endsOn'],
    [
      'care of a perpetual license without a last day',
      order({ ...PERPETUAL, endsOn: undefined, care: {} }),
      '/lines/0/care/endsOn',
    ],
    [
      'care that ends on a day that does not exist',
      order({ ...PERPETUAL, endsOn: undefined, care: { endsOn: '2027-13-01' } }),
      '/lines/0/care/endsOn',
    ],
    ['a time zone that is none', order({}, { customer: { ...CUSTOMER, timeZone: '+01:00' } }), '/customer/timeZone'],
    ['an instant that does not exist', order({}, { placedAt: '2026-02-30T09:00:00Z' }), '/placedAt'],
  ])('%s', (_, posted, pointer) => {
    expect(checkOrder(posted, CATALOGUE).map((error) => error.pointer)).toEqual([pointer]);
  });

  test('everything that is wrong is said at once', () => {
    const posted = order({ application: 'time-machine', endsOn: undefined }, { placedAt: '2026-02-30T09:00:00Z' });
    expect(checkOrder(posted, CATALOGUE)).toHaveLength(3);
  });

  test('care that is still to end, and does before the license begins', () => {
    const line = { ...PERPETUAL, startsOn: '2026-12-01', endsOn: undefined, care: { endsOn: '2026-11-30' } };
    expect(wrongDays(order(line))).toEqual(['/lines/0/care/endsOn']);
  });

  test('a last day before the first that was posted with it', () => {
    expect(wrongDays(order({ startsOn: '2026-12-01', endsOn: '2026-10-30' }))).toEqual(['/lines/0/endsOn']);
  });
});

describe('what is over already', () => {
  test('begins on its last day where a subscription names no first one', () => {
    expect(acceptedLine({ ...SUBSCRIPTION, startsOn: undefined, endsOn: '2026-11-01' }).startsOn).toBe('2026-11-01');
    expect(acceptedLine({ ...SUBSCRIPTION, startsOn: undefined, endsOn: '2026-11-02' }).startsOn).toBe('2026-11-02');
  });

  test.each([undefined, '2019-05-01', '2026-11-02', '2026-12-01'])(
    'is no reason to refuse the care of a perpetual license that begins on %s',
    (startsOn) => {
      const line = { ...PERPETUAL, startsOn, endsOn: undefined, care: { endsOn: '2020-10-30' } };
      expect(wrongDays(order(line))).toEqual([]);
      const { terms } = delivered(order(line));
      expect(careState(terms, ACCEPTED_MS)).toBe('expired');
    },
  );

  test('or not, no order with sensible days is refused for the day on which it comes, and each line begins before it ends', () => {
    fc.assert(
      fc.property(fc.array(anySensibleLine, { minLength: 1, maxLength: 4 }), anyInstant, (lines, atMs) => {
        const posted = order({}, { lines });
        const accepted = acceptOrder(posted, 'key/1', atMs);
        expect(checkOrder(posted, CATALOGUE)).toEqual([]);
        expect(daysInLines(accepted.lines, dayAt(atMs, 'UTC'))).toEqual([]);
        for (const { startsOn, endsOn } of accepted.lines) expect(endsOn === null || startsOn <= endsOn).toBe(true);
        expect(() => firstDeadline(beginningOf(accepted))).not.toThrow();
      }),
    );
  });
});

const anyInstant = fc.integer({ min: instant('2000-01-01T00:00:00Z'), max: instant('2100-01-01T00:00:00Z') });
const anyDay = fc.integer({ min: -10_000, max: 10_000 }).map((days) => addDays('2026-11-02', days));

/** A line whose first day, where it is named, is not after the last. */
const anySensibleLine: fc.Arbitrary<PostedLine> = fc
  .record({
    days: fc.tuple(anyDay, anyDay).map((days) => days.sort()),
    isDated: fc.boolean(),
    license: fc.constantFrom('subscription', 'perpetual'),
    hasCare: fc.boolean(),
  })
  .map(({ days: [startsOn, lastDay], isDated, license, hasCare }) => ({
    ...{ application: 'digital-fax', capacity: 8, license },
    ...(isDated && { startsOn: startsOn }),
    ...(license === 'subscription' ? { endsOn: lastDay } : hasCare && { care: { endsOn: lastDay } }),
  }));

test('an order that was kept begins by the policy and the instants that it was accepted under, whatever holds when it starts', () => {
  const accepted = acceptOrder({ number: 'SO-1', customer: CUSTOMER, lines: [SUBSCRIPTION] }, 'key/1', ACCEPTED_MS);
  const agreed = agreedNow(accepted);
  expect(beginningOf(accepted, agreed)).toEqual(beginningOf(accepted));
  const former = {
    policy: { ...POLICY, graceDays: 99 },
    instants: agreed.instants.map((line) => ({ ...line, from: 1 })),
  };
  // As the database gives it back.
  const { opening, instants } = beginningOf(accepted, JSON.parse(JSON.stringify(former)) as typeof agreed);
  expect([opening.policy.graceDays, instants]).toEqual([99, former.instants]);
});

function wrongDays(posted: PostedOrder): string[] {
  const errors = daysInLines(acceptOrder(posted, 'key/1', ACCEPTED_MS).lines, dayAt(ACCEPTED_MS, 'UTC'));
  return errors.map(({ pointer }) => pointer);
}

function delivered(posted: PostedOrder) {
  const { opening, ...delivery } = beginningOf(acceptOrder(posted, 'key/1', ACCEPTED_MS));
  return handle(openOrder(opening), { type: 'deliver', ...delivery }, ACCEPTED_MS, ACCEPTED_MS).order.lines[0]!;
}
