import { describe, expect, test } from '@jest/globals';
import type { LicensedShare } from '../../../domain/catalogue/entitlements.ts';
import { lastingPartOf, licenseOf, offlineLicenseOf } from '../../../domain/catalogue/license.ts';
import { POLICY } from '../../../domain/policy.ts';
import { leaseDays, termsOf } from '../../../domain/catalogue/terms.ts';
import { instant } from '../../support/domain/given.ts';
import { shareOf } from '../../support/domain/any-shares.ts';
import { CATALOGUE } from '../../support/domain/catalogue.ts';

const NOW = instant('2026-12-10T12:00:00Z');
const SERVER = { jti: 'document-1', issuer: 'https://licensing.example', id: 'srv-a', customer: 'acme-hotels' };

/** A perpetual license for eight attendant consoles with care until the end of 2027, unless said otherwise. */
function share(about: Partial<LicensedShare> = {}): LicensedShare {
  const license = about.license ?? 'perpetual';
  const agreed = {
    license,
    startsOn: '2026-12-01',
    endsOn: license === 'perpetual' ? null : '2027-11-30',
    care: { level: 'gold' as const, endsOn: license === 'perpetual' ? '2027-12-31' : '2027-11-30' },
    ...about,
  };
  return {
    ...{ order: 'SO-1', line: '1', orderStatus: 'open', application: 'attendant-console', capacity: 8 },
    ...{ leaseDays: leaseDays(POLICY, license), ...agreed },
    terms: termsOf(agreed, 'UTC', POLICY),
  };
}

const subscription = (about: Partial<LicensedShare> = {}) => share({ license: 'subscription', ...about });

const evaluation = (about: Partial<LicensedShare> = {}) =>
  shareOf(
    {
      ...{ order: 'SO-2', orderStatus: 'open', application: 'attendant-console', capacity: 2, license: 'evaluation' },
      ...{ startsOn: '2026-12-01', endsOn: '2026-12-31', care: null, ...about },
    },
    'UTC',
  );

const claimsAt = (shares: LicensedShare[], at = NOW) => licenseOf(SERVER, shares, at, CATALOGUE).claims;
const applicationAt = (shares: LicensedShare[], at = NOW) => claimsAt(shares, at).applications[0]!;

describe('an application', () => {
  test('has the sum of what is in force, and says what it is called and counted in', () => {
    const upcoming = share({ startsOn: '2027-01-01', capacity: 100 });
    expect(applicationAt([share(), subscription({ capacity: 2 }), upcoming])).toMatchObject({
      ...{ application: 'attendant-console', name: 'Attendant Console', unit: 'operators' },
      ...{ capacity: 10, state: 'active', requires: [], capacityFrom: null },
    });
  });

  test.each([
    ['upcoming', share({ startsOn: '2027-01-01' }), '2026-12-31T23:59:59Z', 0],
    ['active', subscription(), '2026-12-10T00:00:00Z', 8],
    ['expiring', subscription(), '2027-09-10T00:00:00Z', 8],
    ['grace', subscription(), '2027-12-01T00:00:00Z', 8],
    ['suspended', share({ orderStatus: 'suspended' }), '2026-12-10T00:00:00Z', 0],
  ])('is %s with the capacity that then runs', (state, line, at, capacity) => {
    expect(applicationAt([line], instant(at))).toMatchObject({ state, capacity });
  });

  test('is not listed once it has expired, or when its order was canceled or has ended', () => {
    expect(claimsAt([subscription()], instant('2027-12-16T00:00:00Z')).applications).toEqual([]);
    expect(claimsAt([share({ orderStatus: 'canceled' }), share({ orderStatus: 'ended' })]).applications).toEqual([]);
  });

  test('lacks what it requires until that is in force on the same server', () => {
    const recording = (orderStatus: 'open' | 'suspended') => share({ application: 'call-recording', orderStatus });
    const screens = share({ application: 'screen-recording' });
    const stateOf = (shares: LicensedShare[]) => claimsAt(shares).applications.at(-1);
    expect(stateOf([screens])).toMatchObject({ state: 'missing-requirement', requires: ['call-recording'] });
    expect(stateOf([screens, recording('suspended')])).toMatchObject({ state: 'missing-requirement' });
    expect(stateOf([screens, recording('open')])).toMatchObject({ state: 'active' });
  });

  test('may have the capacity of another, its own license only switching it on', () => {
    const queueing = share({ application: 'advanced-queueing', capacity: 30 });
    const [, attendant] = claimsAt([queueing, share({ application: 'auto-attendant', capacity: 1 })]).applications;
    expect(attendant).toMatchObject({ capacity: 30, capacityFrom: 'advanced-queueing', state: 'active' });
  });

  test('says of every line whether the vendor has suspended it', () => {
    const { state, entitlements } = applicationAt([share(), share({ order: 'SO-2', orderStatus: 'suspended' })]);
    expect([state, ...entitlements.map(({ suspended }) => suspended)]).toEqual(['active', false, true]);
  });
});

describe('an evaluation', () => {
  test('is a subscription that says of itself what it is, without care; of others nothing is said', () => {
    const { entitlements } = applicationAt([evaluation(), subscription(), share()]);
    expect(entitlements.map(({ license, evaluation, care }) => [license, evaluation, care !== null])).toEqual([
      ['subscription', true, false],
      ['subscription', undefined, true],
      ['perpetual', undefined, true],
    ]);
    expect(Object.keys(entitlements[1]!)).not.toContain('evaluation');
  });

  test.each([
    ['upcoming', '2026-11-30T23:59:59Z', 0],
    ['active', '2026-12-24T23:59:59Z', 2],
    ['expiring', '2026-12-25T00:00:00Z', 2],
    ['expiring', '2026-12-31T23:59:59Z', 2],
  ])('is %s at its time, and counts like any other license', (state, at, capacity) => {
    expect(applicationAt([evaluation()], instant(at))).toMatchObject({ state, capacity });
  });

  test('knows no grace, gives no services and has the lease of a subscription', () => {
    const claims = claimsAt([evaluation()]);
    const [entitlement] = claims.applications[0]!.entitlements;
    expect(entitlement).toMatchObject({
      ...{ until: '2027-01-01T00:00:00.000Z', graceUntil: '2027-01-01T00:00:00.000Z' },
      leaseUntil: new Date(NOW + 30 * 86_400_000).toISOString(),
    });
    expect(claims.services).toEqual([]);
    expect(claimsAt([evaluation(), share()]).services).not.toEqual([]);
    expect(claimsAt([evaluation()], instant('2027-01-01T00:00:00Z')).applications).toEqual([]);
  });

  test('is another document once it was converted', () => {
    const converted = { ...subscription({ order: 'SO-2', capacity: 2 }), line: '1' };
    expect(lastingPartOf(claimsAt([converted]))).not.toEqual(lastingPartOf(claimsAt([evaluation()])));
  });
});

describe('leases', () => {
  test('a subscription has 30 days and a perpetual license 90; the document ends with the latest', () => {
    const { claims, endsLease } = licenseOf(SERVER, [share(), subscription()], NOW, CATALOGUE);
    const leases = claims.applications[0]!.entitlements.map(({ leaseUntil }) => leaseUntil);
    expect(leases).toEqual(['2027-03-10T12:00:00.000Z', '2027-01-09T12:00:00.000Z']);
    expect(claims.exp * 1000).toBe(instant(leases[0]!));
    expect(endsLease).toBe(instant(leases[1]!));
  });

  test('an empty document ends too, and has no lease', () => {
    const { claims, endsLease } = licenseOf(SERVER, [], NOW, CATALOGUE);
    expect([claims.exp > claims.iat, endsLease]).toEqual([true, null]);
  });
});

describe('services', () => {
  test('come with care that is in force, and go with it', () => {
    const all = ['enhancedSupport', 'proactiveSupport', 'cloudServices'];
    expect(claimsAt([share()]).services).toEqual(all);
    expect(claimsAt([share({ care: null })]).services).toEqual([]);
    expect(claimsAt([share({ orderStatus: 'suspended' })]).services).toEqual([]);
    expect(claimsAt([share()], instant('2027-12-31T23:59:59Z')).services).toEqual(all);
    expect(claimsAt([share()], instant('2028-01-01T00:00:00Z')).services).toEqual([]);
  });
});

describe('when to call again', () => {
  test('servers are spread over the last tenth of a day, and one always comes after the same time', () => {
    const after = (id: string) => licenseOf({ ...SERVER, id }, [share()], NOW, CATALOGUE).claims.checkInAfterSeconds;
    const seconds = Array.from({ length: 500 }, (_, index) => after(`srv-${index}`));
    expect(Math.min(...seconds)).toBeGreaterThan(0.9 * 86_400);
    expect(Math.max(...seconds)).toBeLessThanOrEqual(86_400);
    expect(new Set(seconds).size).toBeGreaterThan(100);
    expect(after('srv-1')).toBe(seconds[1]);
  });

  test.each([
    ['nothing is licensed', []],
    ['an order is suspended', [share({ orderStatus: 'suspended' })]],
    ['a requirement is missing', [share({ application: 'screen-recording' })]],
  ])('within the hour when %s', (_, shares) => {
    expect(claimsAt(shares).checkInAfterSeconds).toBeLessThanOrEqual(3_600);
  });
});

test('what differs each time a document is made does not count as a change, everything else does', () => {
  const lasting = (shares: LicensedShare[], at = NOW) => JSON.stringify(lastingPartOf(claimsAt(shares, at)));
  expect(lasting([share()], NOW + 3_600_000)).toBe(lasting([share()]));
  const { claims: another } = licenseOf({ ...SERVER, jti: 'document-2' }, [share()], NOW, CATALOGUE);
  expect(JSON.stringify(lastingPartOf(another))).toBe(lasting([share()]));
  expect(lasting([share({ capacity: 9 })])).not.toBe(lasting([share()]));
  expect(lasting([subscription()], instant('2027-09-10T00:00:00Z'))).not.toBe(lasting([subscription()]));
});

test('an offline document has no leases, no end, no services and no time to call, and is bound to its machine', () => {
  const { applications, ...claims } = offlineLicenseOf(
    { ...SERVER, fingerprint: 'machine-1' },
    [share()],
    NOW,
    CATALOGUE,
  );
  expect(claims).toEqual({
    ...{
      jti: SERVER.jti,
      iss: SERVER.issuer,
      sub: SERVER.id,
      customer: SERVER.customer,
      mode: 'offline',
      fingerprint: 'machine-1',
    },
    ...{ iat: NOW / 1000, services: [], checkInAfterSeconds: null },
  });
  expect(applications[0]!.entitlements).toMatchObject([{ capacity: 8, leaseUntil: null }]);
});
