import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AT_FIRST, type State } from '../../../agent/folder/state.ts';
import type { ApplicationClaim, Entitlement, LicenseClaims } from '../../../agent/license.ts';
import { FORMATS, statusIn } from '../../../agent/monitoring/formats.ts';
import { nagiosAnswer } from '../../../agent/monitoring/nagios.ts';
import { prometheusText } from '../../../agent/monitoring/prometheus.ts';
import { renderStatus, renderWithoutCloud } from '../../../agent/status/render.ts';
import { statusOf, type Status } from '../../../agent/status/status.ts';
import { licenseOf } from '../../../domain/catalogue/license.ts';
import { signDocument } from '../../../secrets/signing-keys.ts';
import { newFolder } from '../../support/agent/appsuite-folder.ts';
import { application, claimsWith, ISSUED, PERPETUAL, SUBSCRIPTION } from '../../support/agent/licenses.ts';
import { anyShares } from '../../support/domain/any-shares.ts';
import { CATALOGUE } from '../../support/domain/catalogue.ts';
import { certifiedKey } from '../../support/domain/roots.ts';

const DAY_MS = 86_400_000;
const issuedAt = Date.parse(ISSUED);
const KEY = certifiedKey('k1');

/** What an AppSuite remembers that got this document at its `iat`. */
function holding(claims: LicenseClaims, over: Partial<State> = {}): State {
  const contactMs = claims.iat * 1000;
  const activation = { server: claims.sub, etag: null, checkInNumber: '1', lastContactMs: contactMs };
  return {
    ...AT_FIRST,
    ...{ installation: 'i', privateKey: {}, publicKey: { kty: 'OKP', crv: 'Ed25519', x: '' }, fingerprint: 'rack-1' },
    url: claims.iss,
    activation: { ...activation, license: signDocument(KEY, claims) },
    ...over,
  };
}

const voicemail = (over: Partial<Entitlement> = {}, about: Partial<ApplicationClaim> = {}) =>
  application({
    ...{ application: 'voicemail', name: 'Voicemail', unit: 'users', ...about },
    entitlements: [{ ...SUBSCRIPTION, leaseUntil: null, ...over }],
  });

/** The plugin's answer for what is held, that many days after its last contact. */
function plugin(applications: ApplicationClaim[], days = 0, over: Partial<State> = {}) {
  return nagiosAnswer(statusOf(holding(claimsWith(applications), over), issuedAt + days * DAY_MS));
}

describe('a plugin of Nagios', () => {
  const perpetual = { ...PERPETUAL, care: null };
  test.each<[string, ReturnType<typeof plugin>, number, RegExp]>([
    ['all is well', plugin([voicemail()]), 0, /^APPSUITE OK - Voicemail 20 users; last contact 2026-12-02/],
    ['31 days before the last one', plugin([voicemail({ until: '2027-01-02T00:00:00.001Z' })], 1), 0, /OK/],
    ['30 days before the last one', plugin([voicemail({ until: '2027-01-01T00:00:00.000Z' })], 0), 1, /ends on/],
    ['the care ends within 30 days', plugin([voicemail({ ...PERPETUAL, leaseUntil: null })], 350), 1, /care of/],
    ['grace', plugin([voicemail()], 365), 1, /WARNING.*runs until 2027-12-15 23:00 UTC/s],
    [
      'grace, and a lease that ends before',
      plugin([voicemail({ leaseUntil: '2027-12-10T00:00:00.000Z' })], 365),
      1,
      /runs until 2027-12-15/,
    ],
    ['silent for 6 days', plugin([voicemail()], 6), 0, /OK/],
    ['silent for 7 days', plugin([voicemail()], 7), 1, /not been reached for 7 days/],
    ['not reached', plugin([voicemail()], 1, { trouble: 'Away.', refused: false }), 0, /OK/],
    ['refused', plugin([voicemail()], 1, { trouble: 'Replaced.', refused: true }), 2, /CRITICAL - Replaced\./],
    ['expired', plugin([voicemail()], 400), 2, /has stopped: ask your seller/],
    ['a subscription whose lease is over', plugin([voicemail({ leaseUntil: ISSUED })]), 2, /has stopped, as the cloud/],
    [
      'a perpetual license whose lease is over',
      plugin([voicemail({ ...perpetual, leaseUntil: ISSUED })]),
      1,
      /without services/,
    ],
    ['suspended', plugin([voicemail({ suspended: true })]), 2, /suspended by the vendor/],
    [
      'a part is suspended',
      plugin([application({ entitlements: [{ ...PERPETUAL }, { ...SUBSCRIPTION, suspended: true }] })]),
      2,
      /\(order SO-1\) is suspended/,
    ],
    [
      'what it needs is not there',
      plugin([voicemail({}, { requires: ['digital-fax'] })]),
      2,
      /Voicemail needs digital-fax/,
    ],
    ['nothing is listed any more', plugin([]), 2, /lists nothing/],
  ])('says of a server when %s', (_case, { output, exitCode }, expected, said) => {
    expect({ exitCode, output }).toEqual({ exitCode: expected, output: expect.stringMatching(said) });
    expect(output.split('\n')[0]).toMatch(/^APPSUITE (OK|WARNING|CRITICAL) - [^|]+( \| '[^|]+)?$/);
  });

  test('says that more than 90 % is used, and nothing of a capacity that is not used', () => {
    const using = (used?: number) => {
      const usage = { used: used === undefined ? null : { voicemail: used }, trouble: null };
      return statusOf(holding(claimsWith([voicemail()])), issuedAt, usage).health.level;
    };
    expect([using(), using(0), using(18), using(19), using(21)]).toEqual(['ok', 'ok', 'ok', 'warning', 'warning']);
  });

  test('is well for a standby that stands by, and says why nothing runs where one has taken over', () => {
    const claims = {
      ...claimsWith([voicemail({ suspended: true, standby: true })]),
      standby: true,
      standbyFor: 'srv-1',
    };
    const standby = { ...claims, standbyDaysLeft: 30, standbyUntil: '2027-12-01T00:00:00.000Z' };
    const healthOf = (of: LicenseClaims, over: Partial<State> = {}) => statusOf(holding(of, over), issuedAt).health;
    expect(healthOf(standby)).toEqual({ level: 'ok', because: [] });
    const takeover = { sinceMs: issuedAt, isTold: true, isOver: false };
    const usedUp = { ...standby, applications: claimsWith([voicemail({ suspended: true })]).applications };
    expect(healthOf(usedUp, { takeover })).toMatchObject({
      level: 'critical',
      because: [expect.stringMatching(/days/)],
    });
    const taken = { ...claimsWith([]), takenOverBy: 'srv-2' };
    expect(healthOf(taken)).toMatchObject({
      level: 'warning',
      because: [expect.stringMatching(/srv-2 has taken over/)],
    });
  });

  test('says the worst first, and keeps bars of names out of what is measured', () => {
    const { output } = plugin([voicemail({ suspended: true }, { name: 'Voice | mail' })], 8);
    const [first, second] = output.split('\n');
    expect(first).toMatch(
      /^APPSUITE CRITICAL - Voice \/ mail is suspended .*\(and 1 more\) \| 'voicemail'=0;;;0 'contact'=691200s;604800;;0$/,
    );
    expect(second).toMatch(/not been reached for 8 days/);
  });

  test('is unknown where nothing is activated, and where the folder can not be read', async () => {
    const { dir, remove } = await newFolder();
    expect(await statusIn('nagios', { dir })).toMatchObject({
      exitCode: 3,
      output: expect.stringMatching(/^APPSUITE UNKNOWN - .*not activated/),
    });
    await mkdir(dir, { recursive: true });
    await writeFile(join(dir, 'state.json'), 'no state');
    expect(await statusIn('nagios', { dir })).toMatchObject({
      exitCode: 3,
      output: expect.stringMatching(/^APPSUITE UNKNOWN - .*can't be read/),
    });
    await remove();
  });
});

/** A document of the cloud with some lease for each of its entitlements, which are all over later than an instant. */
const anyHeld = fc
  .record({
    shares: anyShares,
    laterMs: fc.nat(600 * DAY_MS),
    leases: fc.infiniteStream(
      fc.tuple(fc.integer({ min: 1, max: 500 * DAY_MS }), fc.integer({ min: 1, max: 500 * DAY_MS })),
    ),
  })
  .map(({ shares, laterMs, leases }) => {
    const issued = { jti: 'd', issuer: 'https://licensing.example', id: 'server-1', customer: 'acme-hotels' };
    const { claims } = licenseOf(issued, shares, issuedAt, CATALOGUE);
    const document = JSON.parse(JSON.stringify(claims)) as LicenseClaims;
    const nowMs = issuedAt + laterMs;
    const drawn = document.applications.map(({ entitlements }) =>
      entitlements.map(() => leases.next().value as [number, number]),
    );
    const leased = (which: 0 | 1): Status => {
      const applications = document.applications.map((claim, a) => ({
        ...claim,
        entitlements: claim.entitlements.map((entitlement, e) => ({
          ...entitlement,
          leaseUntil: new Date(nowMs + drawn[a]![e]![which]).toISOString(),
        })),
      }));
      return statusOf(holding({ ...document, applications }), nowMs);
    };
    return [leased(0), leased(1)] as const;
  });

/** What names a lease for what it is. */
const LEASE = /without the cloud|unless the cloud is reached before|"leaseUntil"|"runsWithoutCloudUntil"|lease_end/;

/** Everything that shows a status, a statement each. */
const shown = (status: Status): string[] =>
  [
    renderStatus(status).replace(
      /(^! .*)((?:\n {2}.*)*)/gm,
      (_, first: string, more: string) => first + more.replace(/\n +/g, ' '),
    ),
    renderWithoutCloud(status).replace(/\n(?!.* \(order )/g, ' '),
    JSON.stringify(status, null, 1).replace(/,$/gm, ''),
    prometheusText(status),
    nagiosAnswer(status).output.replace(/ \(and \d+ more\)/, ''),
  ].flatMap((text) => text.split('\n'));

describe('in every format', () => {
  test('a lease is shown as what it is alone: whatever it is, nothing else that is shown is another', () => {
    const rest = (status: Status) => shown(status).filter((statement) => !LEASE.test(statement));
    fc.assert(
      fc.property(anyHeld, ([one, other]) => expect(rest(one)).toEqual(rest(other))),
      { numRuns: 150 },
    );
  });

  test('the end of each term is shown', () => {
    fc.assert(
      fc.property(anyHeld, ([status]) => {
        const text = prometheusText(status);
        for (const { entitlements } of status.applications)
          for (const { endsOn, until } of entitlements) {
            if (endsOn === null || until === null) continue;
            expect(renderStatus(status)).toContain(endsOn);
            const ends = [...text.matchAll(/^appsuite_term_end_timestamp_seconds\{.*\} (\d+)$/gm)].map(([, at]) =>
              Number(at),
            );
            expect(Math.min(...ends)).toBeLessThanOrEqual(Date.parse(until) / 1000);
          }
      }),
    );
  });

  test('Prometheus can read it, whatever names say: each line is a comment or a sample, none stands twice', () => {
    const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(anyHeld, name, ([status], customer) => {
        const lines = prometheusText({ ...status, customer })
          .trimEnd()
          .split('\n');
        const label = String.raw`[a-z_]+="(?:[^"\\\n]|\\["\\n])*"`;
        const sample = new RegExp(String.raw`^(appsuite_[a-z_]+(?:\{${label}(?:,${label})*\})?) -?\d+(?:\.\d+)?$`);
        const series = lines
          .filter((line) => !/^# (HELP|TYPE) appsuite_[a-z_]+ /.test(line))
          .map((line) => sample.exec(line)?.[1] ?? line);
        expect(series.filter((text) => !text.startsWith('appsuite_') || text.includes('} '))).toEqual([]);
        expect(new Set(series).size).toBe(series.length);
      }),
    );
  });

  test('it can be had of a folder, and only the plugin says by its exit code how the server is', async () => {
    const { dir, remove } = await newFolder();
    await mkdir(dir, { recursive: true });
    const suspended = holding(claimsWith([voicemail({ suspended: true })]));
    await writeFile(join(dir, 'state.json'), JSON.stringify(suspended));
    const answers = await Promise.all(FORMATS.map((format) => statusIn(format, { dir, nowMs: issuedAt })));
    expect(answers.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 2]);
    const [text, json, prometheus] = answers.map(({ output }) => output) as [string, string, string];
    expect(text).toMatch(/^Server {4}server-1\n/);
    expect(JSON.parse(json)).toMatchObject({ server: 'server-1', refused: false, health: { level: 'critical' } });
    expect(prometheus).toMatch(/^appsuite_health 2$/m);
    expect(prometheus).toMatch(/^appsuite_application_state\{application="voicemail",state="suspended"\} 1$/m);
    await remove();
  });
});
