import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applicationAt } from '../../../agent/enforcement/application.ts';
import { asStandby } from '../../../agent/enforcement/standby.ts';
import type { LicenseClaims } from '../../../agent/license.ts';
import { grantEmergency } from '../../../domain/emergency.ts';
import type { LicensedShare } from '../../../domain/catalogue/entitlements.ts';
import { licenseOf, standbyLicenseOf, takenOverLicenseOf } from '../../../domain/catalogue/license.ts';
import {
  hearServed,
  hearStandby,
  running,
  STANDBY_DAYS,
  standbyLeft,
  type Takeover,
  type TakeoverChange,
} from '../../../domain/server/takeover.ts';
import { shareOf } from '../../support/domain/any-shares.ts';
import { CATALOGUE } from '../../support/domain/catalogue.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOW = Date.parse('2026-12-01T00:00:00Z');
const SOLD = 20;
const APPLICATION = 'digital-fax';

/** A machine with the document that it holds; a standby knows whether it has taken over, since when, and what the cloud knows. */
type Machine = {
  claims: LicenseClaims | null;
  takenOverAt: number | null;
  isTold: boolean;
  heardAt: number | null;
  ranMs: number;
};

/** A server with its machine, its present standby's and those of standbys that were retired while they may run. */
type Pair = {
  capacity: number;
  served: Machine;
  standby: Machine & { name: string };
  retired: (Machine & { name: string })[];
  takeovers: (Takeover & { toldAt: number | null; releasedAt: number | null })[];
};

const aMachine = (): Machine => ({ claims: null, takenOverAt: null, isTold: false, heardAt: null, ranMs: 0 });
let standbys = 0;
const aStandby = () => ({ ...aMachine(), name: `standby-${(standbys += 1)}` });

/** One license for good, as the strictest case: nothing but the document bounds it. */
const sold = (capacity: number): LicensedShare[] =>
  capacity === 0
    ? []
    : [
        shareOf(
          {
            ...{ order: 'SO-1', orderStatus: 'open', application: APPLICATION, license: 'perpetual', capacity },
            ...{ startsOn: '2026-01-01', endsOn: null, care: null },
          },
          'UTC',
        ),
      ];

const travelled = (claims: object) => JSON.parse(JSON.stringify(claims)) as LicenseClaims;
const about = { jti: 'd', issuer: 'https://licensing.example', id: 'srv', customer: 'acme' };

/** How many units a machine lets run, by what it holds and the clock alone. */
function runs({ claims, takenOverAt }: Machine, atMs: number): number {
  if (!claims) return 0;
  const held = asStandby(claims, takenOverAt !== null);
  return held.applications.reduce((sum, claim) => sum + applicationAt(held, claim, atMs).capacity, 0);
}

function evolve(pair: Pair, standby: string, change: TakeoverChange | null, atMs: number): void {
  if (!change) return;
  if (change.type === 'started') {
    const takeover = { standby, startedAt: change.startedAt, endedAt: null, toldAt: null, releasedAt: null };
    pair.takeovers.push(takeover);
    return;
  }
  pair.takeovers = pair.takeovers.map((one) =>
    one.endedAt === null
      ? { ...one, endedAt: change.endedAt, ...(change.because === 'released' && { releasedAt: atMs }) }
      : one,
  );
}

/** Hears of a server's takeovers what time and the retirement of standbys have done. */
function release(pair: Pair, atMs: number): void {
  const present = running(pair.takeovers);
  const isReleased = present !== null && present.standby !== pair.standby.name;
  const machine = pair.retired.find(({ name }) => name === present?.standby) ?? pair.standby;
  const until = machine.claims?.standbyUntil ? Date.parse(machine.claims.standbyUntil) : atMs;
  const runsUntil = Math.min(until, atMs + standbyLeft(pair.takeovers, atMs));
  evolve(pair, '', hearServed(pair.takeovers, { isReleased, runsUntil }, atMs), atMs);
}

function servedChecksIn(pair: Pair, atMs: number): void {
  release(pair, atMs);
  const now = running(pair.takeovers);
  if (now) now.toldAt ??= atMs;
  const { claims } = now
    ? takenOverLicenseOf(about, now.standby, atMs, CATALOGUE)
    : licenseOf(about, sold(pair.capacity), atMs, CATALOGUE);
  pair.served = { ...pair.served, claims: travelled(claims), heardAt: atMs };
}

function standbyChecksIn(pair: Pair, atMs: number): void {
  if (running(pair.takeovers)?.standby !== pair.standby.name) release(pair, atMs);
  const { standby, takeovers } = pair;
  const act = standby.takenOverAt === null ? 'standby' : 'takeover';
  const change = hearStandby(takeovers, standby.name, { act, since: standby.takenOverAt }, standby.heardAt, atMs);
  evolve(pair, standby.name, change, atMs);
  const isRunning = running(pair.takeovers)?.standby === standby.name;
  const leftMs = standbyLeft(pair.takeovers, atMs);
  const standing = { standbyFor: 'srv', leftMs, isRunning };
  const { claims } = standbyLicenseOf(about, sold(pair.capacity), standing, atMs, CATALOGUE);
  pair.standby = { ...standby, claims: travelled(claims), heardAt: atMs, isTold: act === 'takeover' };
}

/** What machines of a pair beside the served one let run, and whether that one runs too. */
function besides(pair: Pair, atMs: number) {
  const others = [pair.standby, ...pair.retired].filter((machine) => runs(machine, atMs) > 0);
  return { others, isBoth: others.length > 0 && runs(pair.served, atMs) > 0 };
}

const step = fc.record({
  afterMs: fc.oneof(fc.integer({ min: 0, max: 2 * DAY_MS }), fc.integer({ min: 0, max: 20 * DAY_MS })),
  pair: fc.constantFrom(0, 1),
  happens: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('served', 'standby') },
    { weight: 4, arbitrary: fc.constantFrom('take over', 'stand by') },
    { weight: 2, arbitrary: fc.constantFrom('retire', 'move', 'emergency') },
  ),
  units: fc.integer({ min: 1, max: SOLD - 1 }),
});

test('what runs is never more than what was sold and granted, but for takeovers of which the other server has not heard, or that were released', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 60, maxLength: 120 }), (steps) => {
      let now = NOW;
      const pairs: Pair[] = [12, 8].map((capacity) => ({
        ...{ capacity, served: aMachine(), standby: aStandby(), retired: [], takeovers: [] },
      }));
      for (const pair of pairs) {
        servedChecksIn(pair, now);
        standbyChecksIn(pair, now);
      }
      const declaredAt: number[] = [];
      for (const { afterMs, pair: which, happens, units } of steps) {
        for (const pair of pairs) countRuns(pair, now, now + afterMs);
        now += afterMs;
        const pair = pairs[which]!;
        switch (happens) {
          case 'served':
            servedChecksIn(pair, now);
            break;
          case 'standby':
            standbyChecksIn(pair, now);
            break;
          case 'take over':
            if (pair.standby.claims) pair.standby.takenOverAt ??= now;
            // Told or not: who never tells can't be counted, and is not retired here before it has told.
            if (units % 2 === 0) standbyChecksIn(pair, now);
            break;
          case 'stand by':
            standbyChecksIn(pair, now);
            pair.standby.takenOverAt = null;
            standbyChecksIn(pair, now);
            break;
          case 'retire':
            if (pair.standby.takenOverAt !== null) standbyChecksIn(pair, now);
            pair.retired.push(pair.standby);
            pair.standby = aStandby();
            break;
          case 'move': {
            // Whoever loses capacity hears of it, as do both standbys: what a document of before says is no takeover's matter.
            pairs[0]!.capacity = units;
            pairs[1]!.capacity = SOLD - units;
            for (const one of pairs) {
              servedChecksIn(one, now);
              standbyChecksIn(one, now);
              one.retired = one.retired.filter((machine) => runs(machine, now) === 0);
            }
            break;
          }
          case 'emergency':
            try {
              const grounds = { declaredAt, sold: sold(SOLD) };
              grantEmergency(grounds, units + 1, now);
              declaredAt.push(now);
            } catch {
              expect(declaredAt.filter((at) => at > now - 365 * DAY_MS)).toHaveLength(2);
            }
        }
        for (const one of pairs) {
          const { others, isBoth } = besides(one, now);
          // Each machine lets run what its server has, and beside one of them another does in a declared overlap alone.
          for (const machine of [one.served, ...others]) expect(runs(machine, now)).toBeLessThanOrEqual(one.capacity);
          if (isBoth || others.length > 1) expect(isDeclared(one, now)).toBe(true);
        }
        expect(pairs[0]!.capacity + pairs[1]!.capacity).toBe(SOLD);
      }
    }),
    { numRuns: 100, endOnFailure: true },
  );
});

/** Whether a takeover is not told to the cloud or by it yet, or its standby was released and may run on. */
function isDeclared({ standby, retired, takeovers }: Pair, atMs: number): boolean {
  const present = running(takeovers);
  const isUntold = standby.takenOverAt !== null && !standby.isTold;
  const isReleased = takeovers.some(
    ({ standby: ran, endedAt, releasedAt }) =>
      releasedAt !== null && endedAt! > atMs && retired.some(({ name }) => name === ran),
  );
  return isUntold || present?.toldAt === null || isReleased;
}

/** Adds how long standbys ran meanwhile, and expects that none ran longer than it may in a year. */
function countRuns(pair: Pair, fromMs: number, toMs: number): void {
  for (const machine of [pair.standby, ...pair.retired]) {
    if (runs(machine, fromMs) === 0) continue;
    const until = Math.min(toMs, Date.parse(machine.claims!.standbyUntil!));
    machine.ranMs += until - fromMs;
    // It never runs for longer in one piece than it may in all: a year of these steps has room for a few of them.
    expect(until - fromMs).toBeLessThanOrEqual(STANDBY_DAYS * DAY_MS);
  }
}
