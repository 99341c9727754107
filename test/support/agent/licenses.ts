import type { ApplicationClaim, Entitlement, LicenseClaims } from '../../../agent/license.ts';

/** When the documents of these tests were made. */
export const ISSUED = '2026-12-02T00:00:00.000Z';

/** A year's subscription of 20 units in Rome, with a lease of 30 days. */
export const SUBSCRIPTION: Entitlement = {
  order: 'SO-1',
  license: 'subscription',
  capacity: 20,
  startsOn: '2026-12-01',
  endsOn: '2027-11-30',
  from: '2026-11-30T23:00:00.000Z',
  until: '2027-11-30T23:00:00.000Z',
  graceUntil: '2027-12-15T23:00:00.000Z',
  leaseUntil: '2027-01-01T00:00:00.000Z',
  suspended: false,
  care: { level: 'gold', endsOn: '2027-11-30', until: '2027-11-30T23:00:00.000Z' },
};

/** A perpetual license of 8 units with a year's care and a lease of 90 days. */
export const PERPETUAL: Entitlement = {
  ...SUBSCRIPTION,
  order: 'SO-2',
  license: 'perpetual',
  capacity: 8,
  endsOn: null,
  until: null,
  graceUntil: null,
  leaseUntil: '2027-03-02T00:00:00.000Z',
};

/** A perpetual license of as many units as an application has here, without care: for whoever reads it by the real clock. */
export const LASTING: Entitlement = {
  ...PERPETUAL,
  capacity: 28,
  from: '2020-01-01T00:00:00.000Z',
  leaseUntil: null,
  care: null,
};

export function application(over: Partial<ApplicationClaim> = {}): ApplicationClaim {
  return {
    application: 'digital-fax',
    name: 'Digital Fax',
    unit: 'channels',
    capacity: 28,
    state: 'active',
    requires: [],
    capacityFrom: null,
    entitlements: [SUBSCRIPTION, PERPETUAL],
    ...over,
  };
}

export function claimsWith(applications: ApplicationClaim[], over: Partial<LicenseClaims> = {}): LicenseClaims {
  const iat = Date.parse(ISSUED) / 1000;
  return {
    iss: 'https://licensing.example',
    jti: 'document-1',
    sub: 'server-1',
    customer: 'acme-hotels',
    mode: 'online',
    iat,
    exp: iat + 90 * 86_400,
    applications,
    services: ['enhancedSupport', 'proactiveSupport', 'cloudServices'],
    checkInAfterSeconds: 86_400,
    ...over,
  };
}
