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
  WINDOW_DAYS,
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
type Machine = { claims: LicenseClaims | null; takenOverAt: number | null; isTold: boolean; heardAt: number | null };

/** A machine of a standby, of which `server` is the name. */
type StandbyMachine = Machine & { server: string; machine: number };

/**
 * A server with its machine, its present standby's and former ones that may run: of standbys that were retired, or moved to
 * another machine. `ran` are the times in which a machine of a standby ran.
 */
type Pair = {
  capacity: number;
  served: Machine;
  standby: StandbyMachine;
  former: StandbyMachine[];
  takeovers: (Takeover & { toldAt: number | null; machine: number })[];
  ran: { from: number; to: number }[];
};

const aMachine = (): Machine => ({ claims: null, takenOverAt: null, isTold: false, heardAt: null });
let machines = 0;
const aStandby = (server?: string): StandbyMachine => {
  const machine = (machines += 1);
  return { ...aMachine(), machine, server: server ?? `standby-${machine}` };
};

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

function evolve(pair: Pair, change: TakeoverChange | null, atMs: number): void {
  if (!change) return;
  if (change.type === 'started') {
    const { server: standby, machine } = pair.standby;
    pair.takeovers.push({
      ...{ standby, machine, startedAt: change.startedAt },
      ...{ endedAt: null, toldAt: null, releasedAt: null },
    });
    return;
  }
  if (change.type === 'ran') throw new Error('No folder is restored here.');
  const releasedAt = change.because === 'released' ? atMs : null;
  pair.takeovers = pair.takeovers.map((one) =>
    one.endedAt === null ? { ...one, endedAt: change.endedAt, releasedAt } : one,
  );
}

/** Hears of a server's takeovers what time, the retirement of standbys and their moves have done. */
function release(pair: Pair, atMs: number): void {
  const isFormer = running(pair.takeovers)?.machine !== pair.standby.machine;
  evolve(pair, hearServed(pair.takeovers, isFormer ? 'released' : 'standby', atMs), atMs);
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
  if (running(pair.takeovers)?.machine !== pair.standby.machine) release(pair, atMs);
  const { standby } = pair;
  const act = standby.takenOverAt === null ? 'standby' : 'takeover';
  const said = { act, since: standby.takenOverAt, hasLast: true } as const;
  evolve(pair, hearStandby(pair.takeovers, standby.server, said, standby.heardAt, atMs), atMs);
  const isRunning = running(pair.takeovers)?.machine === standby.machine;
  const leftMs = standbyLeft(pair.takeovers, atMs);
  const standing = { standbyFor: 'srv', leftMs, isRunning };
  const { claims } = standbyLicenseOf(about, sold(pair.capacity), standing, atMs, CATALOGUE);
  const takenOverAt = claims.standbyDaysLeft === 0 ? null : standby.takenOverAt;
  pair.standby = { ...standby, claims: travelled(claims), takenOverAt, heardAt: atMs, isTold: act === 'takeover' };
}

/** Puts another machine in the place of the standby's, which may run on; it has told what it does before. */
function replace(pair: Pair, by: StandbyMachine, atMs: number): void {
  if (pair.standby.takenOverAt !== null) standbyChecksIn(pair, atMs);
  pair.former.push(pair.standby);
  pair.standby = by;
}

/** What machines of a pair beside the served one let run, and whether that one runs too. */
function besides(pair: Pair, atMs: number) {
  const others = [pair.standby, ...pair.former].filter((machine) => runs(machine, atMs) > 0);
  return { others, isBoth: others.length > 0 && runs(pair.served, atMs) > 0 };
}

const step = fc.record({
  afterMs: fc.oneof(fc.integer({ min: 0, max: 2 * DAY_MS }), fc.integer({ min: 0, max: 20 * DAY_MS })),
  pair: fc.constantFrom(0, 1),
  happens: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('served', 'standby') },
    { weight: 4, arbitrary: fc.constantFrom('take over', 'stand by') },
    { weight: 2, arbitrary: fc.constantFrom('retire', 'replace machine', 'capacity', 'emergency') },
  ),
  units: fc.integer({ min: 1, max: SOLD - 1 }),
});

test('what runs is never more than what was sold and granted, but for takeovers of which the other server has not heard, or that were released', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 60, maxLength: 120 }), (steps) => {
      let now = NOW;
      const pairs: Pair[] = [12, 8].map((capacity) => ({
        ...{ capacity, served: aMachine(), standby: aStandby(), former: [], takeovers: [], ran: [] },
      }));
      for (const pair of pairs) {
        servedChecksIn(pair, now);
        standbyChecksIn(pair, now);
      }
      const declaredAt: number[] = [];
      for (const { afterMs, pair: which, happens, units } of steps) {
        for (const pair of pairs) noteRuns(pair, now, now + afterMs);
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
            replace(pair, aStandby(), now);
            break;
          case 'replace machine':
            replace(pair, aStandby(pair.standby.server), now);
            standbyChecksIn(pair, now);
            break;
          case 'capacity': {
            // Whoever loses capacity hears of it, as do both standbys: what a document of before says is no takeover's matter.
            pairs[0]!.capacity = units;
            pairs[1]!.capacity = SOLD - units;
            for (const one of pairs) {
              servedChecksIn(one, now);
              standbyChecksIn(one, now);
              one.former = one.former.filter((machine) => runs(machine, now) === 0);
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
          expect(ranInAYear(one, now)).toBeLessThanOrEqual(STANDBY_DAYS * DAY_MS);
        }
        expect(pairs[0]!.capacity + pairs[1]!.capacity).toBe(SOLD);
      }
    }),
    { numRuns: 100, endOnFailure: true },
  );
});

/** Whether a takeover is not told to the cloud or by it yet, or its standby was released and may run on. */
function isDeclared({ standby, former, takeovers }: Pair, atMs: number): boolean {
  const present = running(takeovers);
  const isUntold = standby.takenOverAt !== null && !standby.isTold;
  const isReleased = takeovers.some(
    ({ machine: ran, endedAt, releasedAt }) =>
      releasedAt !== null && endedAt! > atMs && former.some(({ machine }) => machine === ran),
  );
  return isUntold || present?.toldAt === null || isReleased;
}

/** Notes when machines of standbys run meanwhile. */
function noteRuns(pair: Pair, fromMs: number, toMs: number): void {
  for (const machine of [pair.standby, ...pair.former])
    if (runs(machine, fromMs) > 0)
      pair.ran.push({ from: fromMs, to: Math.min(toMs, Date.parse(machine.claims!.standbyUntil!)) });
}

/** For how long machines of standbys ran within the year before an instant, in milliseconds; one beside another counts once. */
function ranInAYear({ ran }: Pair, atMs: number): number {
  let [sum, until] = [0, atMs - WINDOW_DAYS * DAY_MS];
  for (const { from, to } of ran.toSorted((one, other) => one.from - other.from)) {
    sum += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return sum;
}
