import type { EntityManager } from '@mikro-orm/postgresql';
import { readServer, type ServerRecord } from '../../db/queries/servers/servers.ts';
import { standbyOf } from '../../db/queries/servers/standbys.ts';
import {
  countedTakeovers,
  hasCalledSince,
  holdServed,
  noteTold,
  takenOverBy,
  writeTakeover,
  type KnownTakeover,
} from '../../db/queries/servers/takeovers.ts';
import type { LicensedShare } from '../../domain/catalogue/entitlements.ts';
import type { Standing } from '../../domain/catalogue/license.ts';
import {
  hearServed,
  hearStandby,
  running,
  STANDBY_ACTS,
  standbyDaysLeft,
  standbyLeft,
  type StandbyAct,
  type TakeoverChange,
} from '../../domain/server/takeover.ts';
import type { Deps } from '../deps.ts';

/**
 * What a standby says of itself when it calls: `since` in epoch milliseconds, where it could not tell sooner, and for which
 * server, where it says that.
 */
export type SaidByStandby = { act: StandbyAct | null; since: number | null; for: string | null };

/** The same, from what it claims; of a `since` that is no instant it says nothing. */
export function saidByStandby({ act, since, for: served }: Record<string, unknown>): SaidByStandby {
  const known = STANDBY_ACTS.find((one) => one === act) ?? null;
  const sinceMs = typeof since === 'number' && Number.isFinite(since) ? since * 1000 : null;
  return { act: known, since: sinceMs, for: typeof served === 'string' ? served : null };
}

/** What a server runs by: its own licenses, those of the server that it stands by for, or nothing while its standby runs them. */
export type Stand =
  { kind: 'own' } | ({ kind: 'standby'; shares: LicensedShare[] } & Standing) | { kind: 'taken-over'; by: string };

type Pair = { served: string; standby: string };

export type Takeovers = ReturnType<typeof createTakeovers>;

/** Keeps who runs what a server is licensed for, it or its standby, by what both say when they call. */
export function createTakeovers({ orm }: Pick<Deps, 'orm'>) {
  const em = () => orm.em.fork();

  const read = (on: EntityManager, { served, standby }: Pair, now: number) =>
    countedTakeovers(on, { served, standby }, now);

  /** Decides on what is known, and once more, before anything is written, on what is known while nobody else can write. */
  async function settle(
    pair: Pair,
    now: number,
    decide: (takeovers: readonly KnownTakeover[]) => TakeoverChange | null,
    isLate: (tx: EntityManager) => Promise<boolean> = async () => false,
  ): Promise<KnownTakeover[]> {
    const takeovers = await read(em(), pair, now);
    if (!decide(takeovers)) return takeovers;
    return em().transactional(async (tx) => {
      await holdServed(tx, pair.served);
      if (await isLate(tx)) return read(tx, pair, now);
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

  /** Ends what a standby had taken over of servers that it stands by for no more, whether these ever call again or not; whether there was any. */
  async function releaseFormer(standby: ServerRecord, now: number): Promise<boolean> {
    const former = await takenOverBy(em(), standby.id, standby.standbyFor!);
    for (const served of former)
      await settle({ served, standby: standby.id }, now, (known) => {
        return hearServed(known, { isReleased: true, runsUntil: stopsAt(standby, known, now) }, now);
      });
    return former.length > 0;
  }

  /** Whom a standby serves with which shares; null where it stands by for nobody who can be served. */
  async function served(standby: ServerRecord): Promise<ServerRecord | null> {
    const id = standby.standbyFor!;
    const [record, itsStandby] = await Promise.all([readServer(em(), id), standbyOf(em(), id)]);
    const isServed = record !== null && record.customerId === standby.customerId && record.state !== 'retired';
    return isServed && itsStandby === standby.id && record.mode !== 'offline' ? record : null;
  }

  async function standOf(
    standby: ServerRecord,
    known: (pair: Pair) => Promise<readonly KnownTakeover[]>,
    now: number,
  ): Promise<Stand> {
    const standbyFor = standby.standbyFor!;
    const record = await served(standby);
    if (!record) return { kind: 'standby', standbyFor, shares: [], leftMs: 0, isRunning: false };
    const takeovers = await known({ served: standbyFor, standby: standby.id });
    const isRunning = running(takeovers)?.standby === standby.id;
    return { kind: 'standby', standbyFor, shares: record.shares, leftMs: standbyLeft(takeovers, now), isRunning };
  }

  /** How a server that its standby took over goes on, when it hears of it: what changes of the takeovers, if anything. */
  async function goingOn(server: ServerRecord, standby: string, now: number) {
    const [itsStandby, record] = await Promise.all([standbyOf(em(), server.id), readServer(em(), standby)]);
    // One that has left has no key any more.
    const isGone = record?.state === 'retired' || record?.publicKey === null;
    const isReleased = isGone || itsStandby !== standby || record?.standbyFor !== server.id;
    return (known: readonly KnownTakeover[]) =>
      hearServed(known, { isReleased, runsUntil: stopsAt(record, known, now) }, now);
  }

  return {
    /**
     * Hears a server that calls, with what it says of itself as a standby, and answers what it runs by. Of a standby of
     * nobody who can be served that is nothing.
     */
    async hear(server: ServerRecord, said: SaidByStandby, now: number): Promise<Stand> {
      if (server.standbyFor !== null) {
        const isOfAnother = (await releaseFormer(server, now)) || (said.for !== null && said.for !== server.standbyFor);
        const heard = isOfAnother ? { ...said, act: null } : said;
        return standOf(
          server,
          async (pair) => {
            await release(pair, now);
            // A call that was held up says what was so before a later one.
            return settle(
              pair,
              now,
              (known) => hearStandby(known, server.id, heard, server.lastCheckInAt, now),
              (tx) => hasCalledSince(tx, server.id, now),
            );
          },
          now,
        );
      }
      const standby = server.takenOverBy;
      if (standby === null) return { kind: 'own' };
      const takeovers = await settle({ served: server.id, standby }, now, await goingOn(server, standby, now));
      if (!running(takeovers)) return { kind: 'own' };
      await noteTold(em(), server.id, now);
      return { kind: 'taken-over', by: standby };
    },

    /** What a server would hear that it runs by, if it called and said nothing new; writes nothing. */
    async look(server: ServerRecord, now: number): Promise<Stand> {
      if (server.standbyFor !== null) return standOf(server, (pair) => read(em(), pair, now), now);
      const standby = server.takenOverBy;
      if (standby === null) return { kind: 'own' };
      const [takeovers, change] = await Promise.all([
        read(em(), { served: server.id, standby }, now),
        goingOn(server, standby, now),
      ]);
      return running(takeovers) && !change(takeovers) ? { kind: 'taken-over', by: standby } : { kind: 'own' };
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
