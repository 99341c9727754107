import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Compile } from 'typebox/schema';
import { applicationAt, servicesAt } from '../../../agent/enforcement/application.ts';
import { nextBoundary } from '../../../agent/enforcement/boundaries.ts';
import { runs } from '../../../agent/enforcement/entitlement.ts';
import type { LicenseClaims } from '../../../agent/license.ts';
import schema from '../../../docs/license-document.schema.json' with { type: 'json' };
import type { LicensedShare } from '../../../domain/catalogue/entitlements.ts';
import { licenseOf, offlineLicenseOf } from '../../../domain/catalogue/license.ts';
import { anyShares } from '../../support/domain/any-shares.ts';
import { CATALOGUE } from '../../support/domain/catalogue.ts';

const SERVER = { jti: 'document-1', issuer: 'https://licensing.example', id: 'server-1', customer: 'acme-hotels' };
const START = Date.parse('2026-12-02T00:00:00Z');
const DAY_MS = 86_400_000;

const documentAt = (shares: LicensedShare[], atMs: number): LicenseClaims =>
  JSON.parse(JSON.stringify(licenseOf(SERVER, shares, atMs, CATALOGUE).claims)) as LicenseClaims;

/** As a server in contact with the cloud has it: without a lease that could be over. */
function unleased(claims: LicenseClaims): LicenseClaims {
  const applications = claims.applications.map((claim) => ({
    ...claim,
    entitlements: claim.entitlements.map((entitlement) => ({ ...entitlement, leaseUntil: null })),
  }));
  return { ...claims, applications };
}

/** What the cloud says runs, in the AppSuite's words; services that were not in the document before do not begin by themselves. */
function saidBy(document: LicenseClaims, before: LicenseClaims) {
  const applications = document.applications.map(({ application, state, capacity }) => ({
    application,
    state: state === 'expiring' ? 'active' : state,
    capacity: state === 'missing-requirement' ? 0 : capacity,
  }));
  return { applications, services: document.services.filter((service) => before.services.includes(service)) };
}

/** What the AppSuite makes of a document at an instant, without what has expired. */
function enforced(document: LicenseClaims, atMs: number) {
  const applications = document.applications
    .map((claim) => ({ application: claim.application, ...applicationAt(document, claim, atMs) }))
    .filter(({ state }) => state !== 'expired');
  return { applications, services: servicesAt(document, atMs) };
}

const anyLater = fc.nat(600 * DAY_MS).map((ms) => START + ms);

test('alone with an old document, the AppSuite says at every instant what the cloud would say then', () => {
  fc.assert(
    fc.property(anyShares, anyLater, (shares, laterMs) => {
      const document = documentAt(shares, START);
      const fresh = saidBy(documentAt(shares, laterMs), document);
      expect(enforced(unleased(document), laterMs)).toEqual(fresh);
    }),
    { numRuns: 500 },
  );
});

test('that is so at every boundary, and one millisecond before it', () => {
  fc.assert(
    fc.property(anyShares, (shares) => {
      const document = unleased(documentAt(shares, START));
      for (let now = nextBoundary(document, null, START); now !== null; now = nextBoundary(document, null, now))
        for (const instant of [now - 1, now])
          expect(enforced(document, instant)).toEqual(saidBy(documentAt(shares, instant), document));
    }),
  );
});

test('between two boundaries nothing changes', () => {
  fc.assert(
    fc.property(anyShares, anyLater, fc.double({ min: 0, max: 1, noNaN: true }), (shares, laterMs, part) => {
      const document = documentAt(shares, START);
      const next = nextBoundary(document, null, laterMs) ?? laterMs + 1_000 * DAY_MS;
      const between = laterMs + Math.floor((next - 1 - laterMs) * part);
      expect(enforced(document, between)).toEqual(enforced(document, laterMs));
    }),
  );
});

test('without the cloud nothing more runs than with it, and of perpetual licenses nothing less', () => {
  fc.assert(
    fc.property(anyShares, anyLater, (shares, laterMs) => {
      const document = documentAt(shares, START);
      const [alone, connected] = [document, unleased(document)].map((one) => enforced(one, laterMs).applications);
      for (const { application, capacity } of alone!)
        expect(capacity).toBeLessThanOrEqual(connected!.find((one) => one.application === application)!.capacity);
      const perpetual = documentAt(
        shares.filter(({ license }) => license === 'perpetual'),
        START,
      );
      const running = (one: LicenseClaims) =>
        enforced(one, laterMs)
          .applications.filter(({ state }) => runs(state))
          .map(({ application }) => application);
      expect(running(perpetual)).toEqual(running(unleased(perpetual)));
    }),
  );
});

test('every document is as the published schema says, and what is not is refused by it', () => {
  const validator = Compile(schema);
  fc.assert(
    fc.property(anyShares, anyLater, (shares, atMs) => {
      const online = documentAt(shares, atMs);
      const offline = offlineLicenseOf({ ...SERVER, fingerprint: 'machine-1' }, shares, atMs, CATALOGUE);
      expect(validator.Errors(online)[1]).toEqual([]);
      expect(validator.Errors(JSON.parse(JSON.stringify(offline)))[1]).toEqual([]);
      const { sub: _sub, ...withoutServer } = online;
      const endless = { ...online, exp: undefined };
      for (const wrong of [withoutServer, JSON.parse(JSON.stringify(endless)), { ...online, mode: 'offline' }])
        expect(validator.Check(wrong)).toBe(false);
    }),
  );
});
