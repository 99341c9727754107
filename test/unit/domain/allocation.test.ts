import { describe, expect, test } from '@jest/globals';
import { plan, type Candidate } from '../../../domain/server/allocation.ts';
import { candidatesOf } from '../../../domain/server/candidates.ts';
import { instant } from '../../support/domain/given.ts';
import { assigned, CONSOLE, delivered, FAX, given, heard, unlocked } from '../../support/domain/order-language.ts';
import { AFTER_GRACE, BEFORE_FIRST_DAY, CANCELED, IN_GRACE, LATER, LIFE } from '../../support/domain/order-lives.ts';

const SPRING = instant('2027-04-01T00:00Z');
const SUMMER = instant('2027-07-01T00:00Z');

function candidate(order: string, about: Partial<Candidate>): Candidate {
  const line = { line: '1', application: CONSOLE.application, license: 'subscription' as const };
  return { order, ...line, until: SPRING, upcoming: false, held: 0, free: 0, ...about };
}

/** The plan as capacities by order, so that a table can be read. */
function planned(candidates: Candidate[], capacity: number): Record<string, number> | null {
  const { shares } = plan(candidates, capacity);
  return shares && Object.fromEntries(shares.map((share) => [share.order, share.capacity]));
}

describe('more capacity for a server is taken from', () => {
  const spring = candidate('spring', { free: 10 });
  const summer = candidate('summer', { until: SUMMER, free: 10 });
  const perpetual = candidate('perpetual', { license: 'perpetual', until: null, free: 10 });

  test.each([
    ['what ends last', [spring, summer], 5, { summer: 5 }],
    ['what is perpetual before what is subscribed', [summer, perpetual], 5, { perpetual: 5 }],
    ['what is in force before what is upcoming', [spring, { ...summer, upcoming: true }], 5, { spring: 5 }],
    [
      'a subscription in force before an upcoming perpetual license',
      [spring, { ...perpetual, upcoming: true }],
      5,
      { spring: 5 },
    ],
    ['one line that suffices before several that end later', [spring, { ...summer, free: 4 }], 5, { spring: 5 }],
    [
      'a perpetual license that does not suffice, and the rest from a subscription',
      [summer, { ...perpetual, free: 4 }],
      5,
      { perpetual: 4, summer: 1 },
    ],
    ['several lines where none suffices, what ends last first', [spring, summer], 15, { summer: 10, spring: 5 }],
    ['everything that is free, if need be', [spring, summer, perpetual], 30, { perpetual: 10, summer: 10, spring: 10 }],
    [
      'lines beside those it holds already, which stay',
      [{ ...spring, held: 3, free: 1 }, summer],
      8,
      { summer: 5, spring: 3 },
    ],
    ['the line it holds already where that is the better one', [spring, { ...summer, held: 3 }], 8, { summer: 8 }],
  ] as const)('%s', (_, candidates, capacity, shares) => {
    expect(planned([...candidates], capacity)).toEqual(shares);
  });

  test('nothing where the free units do not suffice, and the answer says how many are free', () => {
    expect(plan([spring, { ...summer, held: 3 }], 24)).toEqual({ shares: null, free: 20 });
    expect(plan([], 1)).toEqual({ shares: null, free: 0 });
  });
});

describe('less capacity for a server gives back', () => {
  const spring = candidate('spring', { held: 4 });
  const summer = candidate('summer', { until: SUMMER, held: 4 });
  const perpetual = candidate('perpetual', { license: 'perpetual', until: null, held: 4 });

  test.each([
    ['what ends first', [perpetual, summer, spring], 9, { spring: 1, summer: 4, perpetual: 4 }],
    ['what is perpetual last', [perpetual, summer, spring], 3, { perpetual: 3 }],
    ['everything, for no capacity', [perpetual, summer, spring], 0, {}],
    ['nothing, for what it holds already', [perpetual, summer, spring], 12, { spring: 4, summer: 4, perpetual: 4 }],
  ] as const)('%s', (_, candidates, capacity, shares) => {
    expect(planned([...candidates], capacity)).toEqual(shares);
  });
});

test('a share names the order, the line and the application', () => {
  expect(plan([candidate('SO-1', { free: 5 })], 5).shares).toEqual([
    { order: 'SO-1', line: '1', application: 'attendant-console', capacity: 5 },
  ]);
});

describe('the lines of an order that a server can hold', () => {
  const offered = (happened: Parameters<typeof given>, at: string, server = 'srv-a') =>
    candidatesOf(given(...happened).state, server, instant(at));

  test('are its unlocked lines, with what this server holds and what is free', () => {
    const happened = [delivered([CONSOLE, FAX]), unlocked(), heard(1), assigned(5), delivered([CONSOLE], '2', 3)];
    const console = { order: 'SO-1', line: '1', application: 'attendant-console', license: 'subscription' };
    const fax = { order: 'SO-1', line: '2', application: 'digital-fax', license: 'perpetual', until: null };
    expect(offered(happened, LATER)).toEqual([
      { ...console, until: instant('2027-12-01T00:00+01:00'), upcoming: false, held: 5, free: 15 },
      { ...fax, upcoming: false, held: 0, free: 8 },
    ]);
    expect(offered(happened, LATER, 'srv-b')[0]).toMatchObject({ held: 0, free: 15 });
  });

  test('are those to come and in grace as well', () => {
    expect(offered(LIFE.unlocked, BEFORE_FIRST_DAY)).toMatchObject([{ upcoming: true, free: 20 }]);
    expect(offered(LIFE.unlocked, IN_GRACE)).toMatchObject([{ upcoming: false, free: 20 }]);
  });

  test('are none of what is locked, expired, ended or canceled', () => {
    expect(offered(LIFE.locked, LATER)).toEqual([]);
    expect(offered(LIFE.assigned, AFTER_GRACE)).toEqual([]);
    expect(offered(LIFE.ended, LATER)).toEqual([]);
    expect(candidatesOf(CANCELED, 'srv-a', instant(LATER))).toEqual([]);
  });
});
