import { describe, expect, test } from '@jest/globals';
import type { ApplicationClaim, Entitlement } from '../../agent/license.ts';
import {
  applicationCapacity,
  applicationState,
  careState,
  entitlementState,
  runsUntil,
  servicesAt,
} from '../../agent/terms.ts';

const subscription: Entitlement = {
  order: 'SO-1',
  license: 'subscription',
  capacity: 20,
  startsOn: '2026-12-01',
  endsOn: '2027-11-30',
  from: '2026-11-30T23:00:00.000Z',
  until: '2027-11-30T23:00:00.000Z',
  graceUntil: '2027-12-15T23:00:00.000Z',
  leaseUntil: '2028-01-01T00:00:00.000Z',
  care: { level: 'gold', endsOn: '2027-11-30', until: '2027-11-30T23:00:00.000Z' },
};

const perpetual: Entitlement = {
  ...subscription,
  order: 'SO-2',
  license: 'perpetual',
  capacity: 8,
  endsOn: null,
  until: null,
  graceUntil: null,
  leaseUntil: '2027-02-01T00:00:00.000Z',
};

const shortLease = { ...subscription, leaseUntil: '2027-01-01T00:00:00.000Z' };

describe('an entitlement passes its boundaries at their very instant', () => {
  test.each([
    ['a subscription before its first day', subscription, '2026-11-30T22:59:59.999Z', 'upcoming'],
    ['a subscription on its first day', subscription, '2026-11-30T23:00:00.000Z', 'active'],
    ['a subscription on its last day', subscription, '2027-11-30T22:59:59.999Z', 'active'],
    ['a subscription after its last day', subscription, '2027-11-30T23:00:00.000Z', 'grace'],
    ['a subscription on its last day of grace', subscription, '2027-12-15T22:59:59.999Z', 'grace'],
    ['a subscription after its grace', subscription, '2027-12-15T23:00:00.000Z', 'expired'],
    ['a subscription without grace', { ...subscription, graceUntil: null }, '2027-11-30T23:00:00.000Z', 'expired'],
    ['a subscription before its lease is over', shortLease, '2026-12-31T23:59:59.999Z', 'active'],
    ['a subscription whose lease is over', shortLease, '2027-01-01T00:00:00.000Z', 'lease-over'],
    ['a subscription whose lease and term are over', shortLease, '2028-01-01T00:00:00.000Z', 'expired'],
    ['a perpetual license', perpetual, '2027-01-31T23:59:59.999Z', 'active'],
    ['a perpetual license whose lease is over', perpetual, '2027-02-01T00:00:00.000Z', 'unconfirmed'],
    ['a perpetual license, a lifetime later', perpetual, '2077-02-01T00:00:00.000Z', 'unconfirmed'],
    ['an entitlement without a lease', { ...perpetual, leaseUntil: null }, '2077-02-01T00:00:00.000Z', 'active'],
  ])('%s', (_, entitlement, at, state) => {
    expect(entitlementState(entitlement, Date.parse(at))).toBe(state);
  });
});

test('care lapses after its last day, without grace, and the application runs on', () => {
  const unleased = { ...perpetual, leaseUntil: null };
  expect(careState(perpetual, Date.parse('2026-11-01T00:00:00Z'))).toBe('upcoming');
  expect(careState(perpetual, Date.parse('2027-11-30T22:59:59.999Z'))).toBe('active');
  expect(careState(perpetual, Date.parse('2027-11-30T23:00:00Z'))).toBe('lapsed');
  expect(careState({ ...perpetual, care: null }, Date.parse('2027-11-30T23:00:00Z'))).toBeNull();
  expect(entitlementState(unleased, Date.parse('2027-11-30T23:00:00Z'))).toBe('active');
});

test('without the cloud a subscription runs until its lease or its grace is over, a perpetual license for ever', () => {
  expect(runsUntil(shortLease)).toBe(shortLease.leaseUntil);
  expect(runsUntil(subscription)).toBe(subscription.graceUntil);
  expect(runsUntil(perpetual)).toBeNull();
});

const issuedAt = Date.parse('2026-12-02T00:00:00Z');

function application(over: Partial<ApplicationClaim> = {}): ApplicationClaim {
  const entitlements = [subscription, perpetual];
  return { application: 'digital-fax', capacity: 28, state: 'active', entitlements, ...over };
}

test('capacity is what the document says until a boundary is passed, then the sum of what still runs', () => {
  const fromAnother = application({ capacity: 30 });
  expect(applicationCapacity(fromAnother, issuedAt, Date.parse('2027-11-30T00:00:00Z'))).toBe(30);
  expect(applicationCapacity(fromAnother, issuedAt, Date.parse('2027-12-16T00:00:00Z'))).toBe(8);
});

test('an application is what its most useful entitlement is', () => {
  expect(applicationState(application(), Date.parse('2027-12-16T00:00:00Z'))).toBe('unconfirmed');
  expect(applicationState(application(), Date.parse('2026-11-01T00:00:00Z'))).toBe('upcoming');
  expect(applicationState(application({ entitlements: [] }), issuedAt)).toBe('expired');
});

test('what the cloud suspended, or misses a requirement of, does not run', () => {
  for (const state of ['suspended', 'missing-requirement']) {
    expect(applicationState(application({ state }), issuedAt)).toBe(state);
    expect(applicationCapacity(application({ state }), issuedAt, issuedAt)).toBe(0);
  }
});

test('services end with the lease of a perpetual license and with care', () => {
  const claims = {
    iss: 'https://cloud.example',
    sub: 'server-1',
    customer: 'acme',
    mode: 'online',
    iat: issuedAt / 1000,
    exp: issuedAt / 1000 + 86_400,
    services: ['cloudServices'],
    checkInAfterSeconds: 86_400,
  };
  const servicesOf = (entitlement: Entitlement, at: string) =>
    servicesAt({ ...claims, applications: [application({ entitlements: [entitlement] })] }, Date.parse(at));
  expect(servicesOf(perpetual, '2027-01-31T00:00:00Z')).toEqual(['cloudServices']);
  expect(servicesOf(perpetual, '2027-02-01T00:00:00Z')).toEqual([]);
  expect(servicesOf(subscription, '2027-11-30T22:00:00Z')).toEqual(['cloudServices']);
  expect(servicesOf(subscription, '2027-12-01T00:00:00Z')).toEqual([]);
});
