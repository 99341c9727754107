import type { Catalogue } from '../catalogue/catalogue.ts';
import type { LicensedShare } from '../catalogue/entitlements.ts';
import { POLICY } from '../policy.ts';

/** What a server has of what is free for tests: of an application all of it, since an instant (epoch milliseconds). */
export type ClaimedTestUnits = { application: string; since: number };

/** What stands in the place of an order's number: AppSuites that know no test units want one. */
const NO_ORDER = 'TEST-UNITS';

/**
 * What a server may use of what is free for tests, beyond what is assigned to it: as many units as the catalogue says now, and
 * none of an application of which it says none. It is a subscription without a last day and without care: it ends when it is
 * given back, or with its lease.
 */
export function testShares(claimed: readonly ClaimedTestUnits[], catalogue: Catalogue): LicensedShare[] {
  return claimed.flatMap(({ application, since }) => {
    const capacity = catalogue.get(application)?.testUnits;
    return capacity === undefined ? [] : [testShare(application, capacity, since)];
  });
}

function testShare(application: string, capacity: number, since: number): LicensedShare {
  return {
    ...{ order: NO_ORDER, line: '', orderStatus: 'open', application, license: 'subscription', capacity },
    startsOn: new Date(since).toISOString().slice(0, 10),
    ...{ endsOn: null, care: null },
    terms: {
      ...{ from: since, expiringFrom: null, until: null, graceUntil: null, reinstatableUntil: null },
      ...{ careExpiringFrom: null, careUntil: null },
    },
    leaseDays: POLICY.subscriptionLeaseDays,
    isForTests: true,
  };
}

/** The applications of which units are free for tests, in the catalogue's sequence. */
export function testable(catalogue: Catalogue): string[] {
  return [...catalogue.values()].flatMap(({ key, testUnits }) => (testUnits === undefined ? [] : [key]));
}
