import type { EntityManager } from '@mikro-orm/postgresql';
import { readServer, type ServerRecord } from '../../db/queries/servers/servers.ts';
import { standbyOf } from '../../db/queries/servers/standbys.ts';
import {
  countedTakeovers,
  holdServed,
  noteTold,
  writeTakeover,
  type KnownTakeover,
} from '../../db/queries/servers/takeovers.ts';
import type { LicensedShare } from '../../domain/entitlements.ts';
import type { Standing } from '../../domain/license.ts';
import {
  hearServed,
  hearStandby,
  running,
  standbyDaysLeft,
  standbyLeft,
  WINDOW_DAYS,
  type StandbyAct,
  type TakeoverChange,
} from '../../domain/server/takeover.ts';
import type { Deps } from '../deps.ts';

/** What a standby says of itself when it calls: `since` in epoch milliseconds, where it could not tell sooner. */
export type SaidByStandby = { act: StandbyAct | null; since: number | null };

type Pair = { served: string; standby: string };

const WINDOW_MS = WINDOW_DAYS * 86_400_000;

/** Keeps who runs what a server is licensed for, it or its standby, by what both say when they call. */
export function createTakeovers({ orm }: Pick<Deps, 'orm'>) {
  const em = () => orm.em.fork();

  const read = (on: EntityManager, { served, standby }: Pair, now: number) =>
    countedTakeovers(on, { served, standby }, now - WINDOW_MS);

  /** Decides on what is known, and once more, before anything is written, on what is known while nobody else can write. */
  async function settle(
    pair: Pair,
    now: number,
    decide: (takeovers: readonly KnownTakeover[]) => TakeoverChange | null,
  ): Promise<KnownTakeover[]> {
    const takeovers = await read(em(), pair, now);
    if (!decide(takeovers)) return takeovers;
    return em().transactional(async (tx) => {
      await holdServed(tx, pair.served);
      const held = await read(tx, pair, now);
      const change = decide(held);
      if (!change) return held;
      const standby = running(held)?.standby ?? pair.standby;
      await writeTakeover(tx, { ...change, ...pair, standby, daysLeft: daysAfter(held, change, now), atMs: now });
      return read(tx, pair, now);
    });
  }

  /** Ends the takeover of a standby that the server has no more; it counts until its last document stops. */
  async function release(pair: Pair, now: number): Promise<void> {
    const other = running(await read(em(), pair, now))?.standby;
    if (other === undefined || other === pair.standby) return;
    const record = await readServer(em(), other);
    await settle({ ...pair, standby: other }, now, (known) => {
      const runsUntil = stopsAt(record, known, now);
      return running(known)?.standby === other ? hearServed(known, { isReleased: true, runsUntil }, now) : null;
    });
  }

  return {
    /**
     * Hears what a standby says of itself, and answers what it may list of the other server, and whether it may run that. Of
     * one that stands by for nobody who can be served there is nothing.
     */
    async hear(
      standby: ServerRecord,
      said: SaidByStandby,
      now: number,
    ): Promise<Standing & { shares: LicensedShare[] }> {
      const standbyFor = standby.standbyFor!;
      const [served, itsStandby] = await Promise.all([readServer(em(), standbyFor), standbyOf(em(), standbyFor)]);
      const isServed = served !== null && served.customerId === standby.customerId && served.state !== 'retired';
      if (!isServed || itsStandby !== standby.id || served.mode === 'offline')
        return { standbyFor, shares: [], leftMs: 0, isRunning: false };
      const pair = { served: standbyFor, standby: standby.id };
      await release(pair, now);
      const heardAt = standby.lastCheckInAt;
      const takeovers = await settle(pair, now, (known) => hearStandby(known, standby.id, said, heardAt, now));
      const isRunning = running(takeovers)?.standby === standby.id;
      return { standbyFor, shares: served.shares, leftMs: standbyLeft(takeovers, now), isRunning };
    },

    /** The standby that runs what a server was to run, which hears it now; null where none does any more. */
    async takenOverBy(server: ServerRecord, now: number): Promise<string | null> {
      const standby = server.takenOverBy;
      if (standby === null) return null;
      const [itsStandby, record] = await Promise.all([standbyOf(em(), server.id), readServer(em(), standby)]);
      const isReleased = itsStandby !== standby || record?.state === 'retired' || record?.standbyFor !== server.id;
      const pair = { served: server.id, standby };
      const takeovers = await settle(pair, now, (known) => {
        return hearServed(known, { isReleased, runsUntil: stopsAt(record, known, now) }, now);
      });
      if (!running(takeovers)) return null;
      await noteTold(em(), server.id, now);
      return standby;
    },
  };
}

/** When the last document of a standby stops at the latest. */
function stopsAt(standby: ServerRecord | null, takeovers: readonly KnownTakeover[], now: number): number {
  return Math.min(standby?.documentLeaseUntil ?? now, now + standbyLeft(takeovers, now));
}

/** How many days are left after a change. */
function daysAfter(takeovers: readonly KnownTakeover[], change: TakeoverChange, now: number): number {
  const ended = takeovers.map((one) =>
    change.type === 'ended' && one.endedAt === null ? { ...one, endedAt: change.endedAt } : one,
  );
  const begun = change.type === 'started' ? [{ standby: '', startedAt: change.startedAt, endedAt: null }] : [];
  return standbyDaysLeft([...ended, ...begun], now);
}
