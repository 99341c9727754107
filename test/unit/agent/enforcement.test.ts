import { describe, expect, test } from '@jest/globals';
import { applicationAt, servicesAt } from '../../../agent/enforcement/application.ts';
import { nextBoundary } from '../../../agent/enforcement/boundaries.ts';
import { careState, entitlementState, runsUntil } from '../../../agent/enforcement/entitlement.ts';
import type { ApplicationClaim } from '../../../agent/license.ts';
import { application, claimsWith, ISSUED, PERPETUAL, SUBSCRIPTION } from '../../support/agent/licenses.ts';

const DAY_MS = 86_400_000;
const issuedAt = Date.parse(ISSUED);
const leased = { ...SUBSCRIPTION, leaseUntil: '2028-01-01T00:00:00.000Z' };

const at = (claims: ApplicationClaim[], key: string, atMs: number) => {
  const document = claimsWith(claims);
  return applicationAt(
    document,
    document.applications.find(({ application }) => application === key)!,
    atMs,
  );
};

describe('an entitlement passes its boundaries at their very millisecond', () => {
  test.each([
    ['a subscription before its first day', leased, '2026-11-30T22:59:59.999Z', 'upcoming'],
    ['a subscription on its first day', leased, '2026-11-30T23:00:00.000Z', 'active'],
    ['a subscription on its last day', leased, '2027-11-30T22:59:59.999Z', 'active'],
    ['a subscription after its last day', leased, '2027-11-30T23:00:00.000Z', 'grace'],
    ['a subscription on its last day of grace', leased, '2027-12-15T22:59:59.999Z', 'grace'],
    ['a subscription after its grace', leased, '2027-12-15T23:00:00.000Z', 'expired'],
    ['a subscription without grace', { ...leased, graceUntil: null }, '2027-11-30T23:00:00.000Z', 'expired'],
    ['a subscription before its lease is over', SUBSCRIPTION, '2026-12-31T23:59:59.999Z', 'active'],
    ['a subscription whose lease is over', SUBSCRIPTION, '2027-01-01T00:00:00.000Z', 'lease-over'],
    ['a subscription whose lease and term are over', SUBSCRIPTION, '2028-01-01T00:00:00.000Z', 'expired'],
    ['a subscription in grace whose lease is over', SUBSCRIPTION, '2027-12-01T00:00:00.000Z', 'lease-over'],
    ['a perpetual license', PERPETUAL, '2027-03-01T23:59:59.999Z', 'active'],
    ['a perpetual license whose lease is over', PERPETUAL, '2027-03-02T00:00:00.000Z', 'unconfirmed'],
    ['a perpetual license, a lifetime later', PERPETUAL, '2077-02-01T00:00:00.000Z', 'unconfirmed'],
    ['an entitlement without a lease', { ...PERPETUAL, leaseUntil: null }, '2077-02-01T00:00:00.000Z', 'active'],
    ['a suspended subscription', { ...SUBSCRIPTION, suspended: true }, ISSUED, 'suspended'],
    ['a suspended perpetual license', { ...PERPETUAL, suspended: true }, '2077-02-01T00:00:00.000Z', 'suspended'],
    ['a suspended subscription that is over', { ...leased, suspended: true }, '2027-12-15T23:00:00.000Z', 'expired'],
  ])('%s', (_, entitlement, instant, state) => {
    expect(entitlementState(entitlement, Date.parse(instant))).toBe(state);
  });
});

test('care lapses after its last day, without grace, and the application runs on', () => {
  const unleased = { ...PERPETUAL, leaseUntil: null };
  expect(careState(PERPETUAL, Date.parse('2026-11-01T00:00:00Z'))).toBe('upcoming');
  expect(careState(PERPETUAL, Date.parse('2027-11-30T22:59:59.999Z'))).toBe('active');
  expect(careState(PERPETUAL, Date.parse('2027-11-30T23:00:00Z'))).toBe('lapsed');
  expect(careState({ ...PERPETUAL, care: null }, Date.parse('2027-11-30T23:00:00Z'))).toBeNull();
  expect(entitlementState(unleased, Date.parse('2027-11-30T23:00:00Z'))).toBe('active');
});

test('without the cloud a subscription runs until its lease or its grace is over, a perpetual license for ever', () => {
  expect(runsUntil(SUBSCRIPTION)).toBe(SUBSCRIPTION.leaseUntil);
  expect(runsUntil(leased)).toBe(leased.graceUntil);
  expect(runsUntil(PERPETUAL)).toBeNull();
});

describe('the cloud is unreachable', () => {
  test.each([
    [1, 'active', 28, 3],
    [29, 'active', 28, 3],
    [30, 'active', 8, 3],
    [31, 'active', 8, 3],
    [89, 'active', 8, 3],
    [90, 'unconfirmed', 8, 0],
    [91, 'unconfirmed', 8, 0],
  ])('for %i days: %s, %i units, %i services', (days, state, capacity, services) => {
    const now = issuedAt + days * DAY_MS;
    expect(at([application()], 'digital-fax', now)).toEqual({ state, capacity });
    expect(servicesAt(claimsWith([application()]), now)).toHaveLength(services);
  });

  test('a subscription alone runs for 30 days to the millisecond', () => {
    const alone = [application({ entitlements: [SUBSCRIPTION] })];
    expect(at(alone, 'digital-fax', issuedAt + 30 * DAY_MS - 1)).toEqual({ state: 'active', capacity: 20 });
    expect(at(alone, 'digital-fax', issuedAt + 30 * DAY_MS)).toEqual({ state: 'lease-over', capacity: 0 });
  });
});

describe('an application that needs another', () => {
  const queueing = application({ application: 'advanced-queueing', entitlements: [SUBSCRIPTION] });
  const attendant = application({
    application: 'auto-attendant',
    requires: ['advanced-queueing'],
    capacityFrom: 'advanced-queueing',
    entitlements: [{ ...PERPETUAL, capacity: 1 }],
  });

  test('runs with the capacity of the other, whatever its own', () => {
    expect(at([queueing, attendant], 'auto-attendant', issuedAt)).toEqual({ state: 'active', capacity: 20 });
  });

  test('stops by itself at the instant at which the other does', () => {
    const stops = Date.parse(SUBSCRIPTION.leaseUntil!);
    expect(at([queueing, attendant], 'auto-attendant', stops - 1)).toEqual({ state: 'active', capacity: 20 });
    expect(at([queueing, attendant], 'auto-attendant', stops)).toEqual({ state: 'missing-requirement', capacity: 0 });
  });

  test('does not run without the other, nor while the other is suspended', () => {
    const suspended = { ...queueing, entitlements: [{ ...SUBSCRIPTION, suspended: true }] };
    for (const others of [[], [suspended]])
      expect(at([...others, attendant], 'auto-attendant', issuedAt).state).toBe('missing-requirement');
  });
});

test('suspended licenses do not count, beside others that do', () => {
  const mixed = application({ entitlements: [{ ...SUBSCRIPTION, suspended: true }, PERPETUAL] });
  expect(at([mixed], 'digital-fax', issuedAt)).toEqual({ state: 'active', capacity: 8 });
  const all = application({ entitlements: [{ ...SUBSCRIPTION, suspended: true }] });
  expect(at([all], 'digital-fax', issuedAt)).toEqual({ state: 'suspended', capacity: 0 });
});

test('a document that can’t name what is suspended or required is taken at its word', () => {
  const { suspended: _, ...entitlement } = SUBSCRIPTION;
  for (const state of ['suspended', 'missing-requirement']) {
    const { requires: _requires, ...claim } = application({ state, entitlements: [entitlement] });
    expect(at([claim], 'digital-fax', issuedAt)).toEqual({ state, capacity: 0 });
  }
});

test('of several entitlements the one that runs out is the one to know about', () => {
  expect(at([application()], 'digital-fax', Date.parse('2027-12-16T00:00:00Z')).state).toBe('unconfirmed');
  expect(at([application()], 'digital-fax', Date.parse('2026-11-01T00:00:00Z')).state).toBe('upcoming');
  const inGrace = application({ entitlements: [leased, { ...PERPETUAL, leaseUntil: null }] });
  expect(at([inGrace], 'digital-fax', Date.parse('2027-12-01T00:00:00Z'))).toEqual({ state: 'grace', capacity: 28 });
  expect(at([application({ entitlements: [] })], 'digital-fax', issuedAt)).toEqual({ state: 'expired', capacity: 0 });
});

test('services end with the lease of a perpetual license and with care', () => {
  const servicesOf = (entitlement: typeof PERPETUAL, instant: string) =>
    servicesAt(claimsWith([application({ entitlements: [entitlement] })]), Date.parse(instant)).length;
  expect(servicesOf(PERPETUAL, '2027-03-01T23:59:59.999Z')).toBe(3);
  expect(servicesOf(PERPETUAL, '2027-03-02T00:00:00Z')).toBe(0);
  expect(servicesOf(leased, '2027-11-30T22:59:59.999Z')).toBe(3);
  expect(servicesOf(leased, '2027-11-30T23:00:00Z')).toBe(0);
  expect(servicesOf({ ...PERPETUAL, care: null }, ISSUED)).toBe(0);
});

test('the next boundary is the first at which anything changes, the seventh day without contact included', () => {
  const claims = claimsWith([application()]);
  const boundaries: string[] = [];
  for (let now: number | null = Date.parse('2026-11-01T00:00:00Z'); now !== null;) {
    now = nextBoundary(claims, issuedAt, now);
    if (now !== null) boundaries.push(new Date(now).toISOString());
  }
  expect(boundaries).toEqual([
    SUBSCRIPTION.from,
    '2026-12-09T00:00:00.000Z',
    SUBSCRIPTION.leaseUntil,
    PERPETUAL.leaseUntil,
    SUBSCRIPTION.until,
    SUBSCRIPTION.graceUntil,
  ]);
  expect(nextBoundary(claims, null, issuedAt)).toBe(Date.parse(SUBSCRIPTION.leaseUntil!));
});
