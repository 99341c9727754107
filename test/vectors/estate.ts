import type { AdvisoryClaim, LicenseClaims } from '../../agent/license.ts';
import type { LicensedShare } from '../../domain/catalogue/entitlements.ts';
import { licenseOf, offlineLicenseOf, standbyLicenseOf, takenOverLicenseOf } from '../../domain/catalogue/license.ts';
import { testShares } from '../../domain/server/test-units.ts';
import { shareOf } from '../support/domain/any-shares.ts';
import { CATALOGUE } from '../support/domain/catalogue.ts';

export const URL = 'https://licensing.example';
export const SERVER = '0b7e64a2-5d1c-4e53-9a3e-2f7f3a5f5c11';
export const FINGERPRINT = 'machine-1';
export const ISSUED = Date.parse('2026-12-02T09:30:00Z');

const gold = (endsOn: string) => ({ level: 'gold' as const, endsOn });

const sold = (agreed: Partial<LicensedShare> & Pick<LicensedShare, 'application' | 'license' | 'capacity'>) =>
  shareOf(
    { order: 'SO-2026-00117', orderStatus: 'open', startsOn: '2026-12-01', endsOn: null, care: null, ...agreed },
    'Europe/Rome',
  );

const subscribed = (application: string, capacity: number, startsOn: string, endsOn: string, about = {}) =>
  sold({ application, capacity, license: 'subscription', startsOn, endsOn, care: gold(endsOn), ...about });

const owned = (application: string, capacity: number, about = {}) =>
  sold({ application, capacity, license: 'perpetual', ...about });

const SUSPENDED = { order: 'SO-2026-00093', orderStatus: 'suspended' } as const;

/** What a server holds that has one of everything that can happen to a license. */
const EVERYTHING: LicensedShare[] = [
  subscribed('attendant-console', 20, '2026-12-01', '2027-11-30'),
  owned('digital-fax', 8, { care: gold('2027-11-30') }),
  subscribed('digital-fax', 5, '2026-06-01', '2027-05-31', SUSPENDED),
  subscribed('advanced-queueing', 30, '2026-12-01', '2026-12-20'),
  owned('auto-attendant', 1),
  owned('screen-recording', 12),
  subscribed('voicemail', 200, '2027-01-01', '2027-12-31'),
  subscribed('hotel-services', 90, '2025-11-26', '2026-11-25'),
  owned('call-analytics', 40, { care: gold('2026-12-05') }),
  subscribed('phone-lock', 15, '2026-06-01', '2027-05-31', SUSPENDED),
  owned('contact-manager', 50),
  subscribed('contact-manager', 25, '2026-12-01', '2027-11-30', { order: 'SO-2026-00140' }),
];

/** As it travels: what a JSON reader makes of it. */
const travelled = (claims: object) => JSON.parse(JSON.stringify(claims)) as LicenseClaims;

const ABOUT = { jti: '9d3f5c7e-0000-4000-8000-000000000001', issuer: URL, id: SERVER, customer: 'acme-hotels' };

export const ONLINE = travelled(licenseOf(ABOUT, EVERYTHING, ISSUED, CATALOGUE).claims);

export const OFFLINE = travelled(
  offlineLicenseOf(
    { ...ABOUT, fingerprint: FINGERPRINT },
    EVERYTHING.filter(({ license }) => license === 'perpetual').slice(0, 3),
    ISSUED,
    CATALOGUE,
  ),
);

/** The same with two applications, for documents that are many. */
export const SMALL: LicenseClaims = {
  ...ONLINE,
  applications: ONLINE.applications.filter(({ application }) =>
    ['attendant-console', 'digital-fax'].includes(application),
  ),
};

/** What a vendor advises of a version. */
export const ADVISORY: AdvisoryClaim = {
  ...{ id: 'ADV-2026-7', title: 'Calls can be overheard on the local network', severity: 'high' },
  ...{ url: 'https://vendor.example/advisories/ADV-2026-7', fixedIn: '2026.Winter.3' },
};

/** The same as {@link SMALL}, on a server whose version that concerns. */
export const ADVISED: LicenseClaims = { ...SMALL, advisories: [ADVISORY] };

/** The same server four days later, when nothing is assigned to it any more. */
export const EMPTY = travelled(licenseOf(ABOUT, [], ISSUED + 4 * 86_400_000, CATALOGUE).claims);

/** An evaluation, which stops with its last day and has no care, beside a license that lasts. */
export const EVALUATED = travelled(
  licenseOf(
    ABOUT,
    [
      sold({ application: 'voicemail', capacity: 50, license: 'evaluation', endsOn: '2026-12-31' }),
      owned('auto-attendant', 1),
    ],
    ISSUED,
    CATALOGUE,
  ).claims,
);

/** What is free for tests, beside a license that is assigned: it has no last day, and ends with its lease all the same. */
export const TESTED = travelled(
  licenseOf(
    ABOUT,
    [owned('digital-fax', 1), ...testShares([{ application: 'voicemail', since: ISSUED }], CATALOGUE)],
    ISSUED,
    CATALOGUE,
  ).claims,
);

/** As a service wrote it that can't say what is required and suspended. */
export const TERSE: LicenseClaims = {
  ...ONLINE,
  applications: ONLINE.applications.map(({ requires: _requires, capacityFrom: _from, entitlements, ...claim }) => ({
    ...claim,
    entitlements: entitlements.map(({ suspended: _suspended, ...entitlement }) => entitlement),
  })),
};

/** A standby of which some days are used up, before and after its takeover is known; and the server that it took over from. */
const standingBy = (isRunning: boolean) =>
  travelled(
    standbyLicenseOf(
      ABOUT,
      EVERYTHING.slice(0, 3),
      { standbyFor: 'srv_served', leftMs: 12.5 * 86_400_000, isRunning },
      ISSUED,
      CATALOGUE,
    ).claims,
  );
export const STANDING_BY = standingBy(false);
export const TAKING_OVER = standingBy(true);
export const TAKEN_OVER = travelled(takenOverLicenseOf(ABOUT, 'srv_standby', ISSUED, CATALOGUE).claims);
