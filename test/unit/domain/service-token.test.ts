import { describe, expect, test } from '@jest/globals';
import type { LicensedShare } from '../../../domain/catalogue/entitlements.ts';
import { serviceRightsOf } from '../../../domain/service-token.ts';
import { CATALOGUE } from '../../support/domain/catalogue.ts';

const NOW = Date.parse('2026-12-01T12:00:00Z');
const MINUTE = 60_000;
const DAY = 86_400_000;

/** Five digital faxes, perpetual, with care that ends in a year; `terms` replace its boundaries. */
function share({ terms = {}, ...changes }: Partial<Omit<LicensedShare, 'terms'>> & { terms?: object } = {}) {
  const far = NOW + 365 * DAY;
  const own = { from: NOW - DAY, expiringFrom: null, until: null, graceUntil: null, reinstatableUntil: null };
  return {
    ...{ order: 'SO-1', line: '1', orderStatus: 'open', application: 'digital-fax', license: 'perpetual' },
    ...{ capacity: 5, startsOn: '2026-11-30', endsOn: null, care: { level: 'gold', endsOn: '2027-11-30' } },
    ...{ canceledAt: null, leaseDays: 90, ...changes },
    terms: { ...own, careExpiringFrom: far - 90 * DAY, careUntil: far, ...terms },
  } as LicensedShare;
}

const rights = (shares: LicensedShare[], issuedAt: number | null = NOW - DAY) =>
  serviceRightsOf(shares, NOW, CATALOGUE, issuedAt);

describe('a token ends at the earliest of', () => {
  test.each([
    ['ten minutes', {}, NOW - DAY, 10 * MINUTE],
    ['the end of care', { terms: { careUntil: NOW + 3 * MINUTE } }, NOW - DAY, 3 * MINUTE],
    ['the end of the term', { terms: { until: NOW, graceUntil: NOW + 4 * MINUTE } }, NOW - DAY, 4 * MINUTE],
    ['the lease', { leaseDays: 30 }, NOW - 30 * DAY + 5 * MINUTE, 5 * MINUTE],
  ])('%s', (_what, changes, issuedAt, lasts) => {
    expect(rights([share(changes)], issuedAt)?.endsAt).toBe(NOW + lasts);
  });
});

describe('nothing entitles', () => {
  test.each([
    ['without a share', []],
    ['without care', [share({ care: null, terms: { careUntil: null, careExpiringFrom: null } })]],
    ['when care is over', [share({ terms: { careUntil: NOW } })]],
    ['less than a second before it is', [share({ terms: { careUntil: NOW + 999 } })]],
    ['before the first day', [share({ terms: { from: NOW + 1 } })]],
    ['while its order is suspended', [share({ orderStatus: 'suspended' })]],
  ])('%s', (_when, shares) => expect(rights(shares)).toBeNull());

  test('without a document, or when its lease is over', () => {
    expect([rights([share()], null), rights([share()], NOW - 90 * DAY)]).toEqual([null, null]);
  });
});

test('units without care do not count beside those that have it', () => {
  const uncared = share({ line: '2', capacity: 7, care: null, terms: { careUntil: null, careExpiringFrom: null } });
  expect(rights([share(), uncared])?.applications).toEqual([{ application: 'digital-fax', capacity: 5 }]);
});
