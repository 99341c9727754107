import type { EntityManager } from '@mikro-orm/postgresql';
import { readServer, type ServerRecord } from '../../db/queries/servers/servers.ts';
import { standbyOf } from '../../db/queries/servers/standbys.ts';
import {
  countedTakeovers,
  hasCalledSince,
  holdServed,
  noteTold,
  releasedFrom,
  stopReleased,
  takenOverBy,
  writeStopped,
  writeTakeover,
  type CountedTakeover,
} from '../../db/queries/servers/takeovers.ts';
import type { LicensedShare } from '../../domain/catalogue/entitlements.ts';
import type { Standing } from '../../domain/catalogue/license.ts';
import {
  hearServed,
  hearStandby,
  isOfFormer,
  running,
  STANDBY_ACTS,
  standbyDaysLeft,
  standbyLeft,
  type ItsStandby,
  type SaidOfTakeover,
  type TakeoverChange,
} from '../../domain/server/takeover.ts';
import type { Deps } from '../deps.ts';

/**
 * What a standby says of itself when it calls: `since` in epoch milliseconds, where it could not tell sooner, and for which
 * server, where it says that.
 */
export type SaidByStandby = Omit<SaidOfTakeover, 'hasLast'> & { for: string | null };

/** The same as it is heard; `isAnew` where the same call was heard before, and is answered anew. */
type HeardOfStandby = SaidByStandby & { hasLast: boolean; isAnew: boolean };

/** Where it says nothing of takeovers. */
export const SAYS_NOTHING = { act: null, since: null, for: null, hasLast: false, isAnew: false };

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
    decide: (takeovers: readonly CountedTakeover[]) => TakeoverChange | null,
    isLate: (tx: EntityManager) => Promise<boolean> = async () => false,
  ): Promise<CountedTakeover[]> {
    const takeovers = await read(em(), pair, now);
    if (!decide(takeovers)) return takeovers;
    return em().transactional(async (tx) => {
      await holdServed(tx, pair.served);
      if (await isLate(tx)) return read(tx, pair, now);
      const held = await read(tx, pair, now);
      const change = decide(held);
      if (!change) return held;
      const standby = running(held)?.standby ?? pair.standby;
      const about = { ...pair, standby, daysLeft: daysAfter(held, change, now), atMs: now };
      for (const step of stepsOf(change)) await writeTakeover(tx, { ...step, ...about });
      return read(tx, pair, now);
    });
  }

  /**
   * Ends the takeover of a standby that the server has no more, or on a machine that it has no more, when the server's standby of
   * now calls; it counts until its last document stops.
   */
  async function release(standby: ServerRecord, served: string, now: number): Promise<void> {
    const pair = { served, standby: standby.id };
    const other = running(await read(em(), pair, now));
    if (!other || !isAnother(other, standby.id)) return;
    const record = other.standby === standby.id ? standby : await readServer(em(), other.standby);
    await settle(pair, now, (known) => {
      const present = running(known);
      if (present?.standby !== other.standby || !isAnother(present, standby.id)) return null;
      return hearServed(known, nowOf(record, true), now);
    });
  }

  /** Ends what a standby itself runs for a server, whether that ever calls again or not. */
  const endOwn = (served: string, standby: string, as: 'released' | 'stopped', now: number) =>
    settle({ served, standby }, now, (known) => {
      const present = running(known);
      if (present?.standby !== standby) return null;
      return hearServed(known, present.isElsewhere ? 'released' : as, now);
    });

  /** Ends what a standby had taken over of servers that it stands by for no more, whether these ever call again or not; whether there was any. */
  async function releaseFormer(standby: ServerRecord, now: number): Promise<boolean> {
    const former = await takenOverBy(em(), standby.id, standby.standbyFor);
    for (const served of former) await endOwn(served, standby.id, 'released', now);
    return former.length > 0;
  }

  /** Ends what a standby was released from up to an instant, as it has proved that it stopped. */
  async function stopFormer(standby: string, beforeMs: number, now: number): Promise<void> {
    const released = { standby, beforeMs, nowMs: now };
    for (const served of await releasedFrom(em(), released))
      await em().transactional(async (tx) => {
        await holdServed(tx, served);
        const startedAt = await stopReleased(tx, served, released);
        if (startedAt === null) return;
        const daysLeft = standbyDaysLeft(await read(tx, { served, standby }, now), now);
        await writeStopped(tx, { served, standby, startedAt, atMs: now, daysLeft });
      });
  }

  /** Whom a standby serves with which shares; null where it stands by for nobody who can be served. */
  async function served(standby: ServerRecord): Promise<ServerRecord | null> {
    const id = standby.standbyFor!;
    const [record, itsStandby] = await Promise.all([readServer(em(), id), standbyOf(em(), id)]);
    const isServed = record !== null && record.customerId === standby.customerId && record.state !== 'retired';
    return isServed && itsStandby === standby.id && record.mode !== 'offline' ? record : null;
  }

  /** What a standby runs by, as far as it says of itself what is so. */
  async function standOf(
    standby: ServerRecord,
    said: SaidOfTakeover,
    known: (pair: Pair, isServed: boolean) => Promise<readonly CountedTakeover[]>,
    now: number,
  ): Promise<Stand> {
    const standbyFor = standby.standbyFor!;
    const record = await served(standby);
    const takeovers = await known({ served: standbyFor, standby: standby.id }, record !== null);
    if (!record) return { kind: 'standby', standbyFor, shares: [], leftMs: 0, isRunning: false };
    const isRunning = running(takeovers)?.standby === standby.id;
    // Its AppSuite takes a takeover for over where no days are left.
    const leftMs = isOfFormer(takeovers, standby.id, said, now) ? 0 : standbyLeft(takeovers, now);
    return { kind: 'standby', standbyFor, shares: record.shares, leftMs, isRunning };
  }

  /** How a server that its standby took over goes on, when it hears of it: what changes of the takeovers, if anything. */
  async function goingOn(server: ServerRecord, standby: string, now: number) {
    const [itsStandby, record] = await Promise.all([standbyOf(em(), server.id), readServer(em(), standby)]);
    const isReleased = record?.state === 'retired' || itsStandby !== standby || record?.standbyFor !== server.id;
    return (known: readonly CountedTakeover[]) =>
      hearServed(known, nowOf(record, isReleased || running(known)?.isElsewhere === true), now);
  }

  return {
    /**
     * Hears a server that calls, with what it says of itself as a standby, and answers what it runs by. Of a standby of
     * nobody who can be served that is nothing.
     */
    async hear(server: ServerRecord, said: HeardOfStandby, now: number): Promise<Stand> {
      const isOfAnother = server.hasTakenOver && (await releaseFormer(server, now));
      // Whoever has the last answer holds what was said since it was released.
      if (server.hasTakenOver && said.hasLast) await stopFormer(server.id, server.lastCheckInAt ?? 0, now);
      if (server.standbyFor !== null) {
        const isSaidOfAnother = isOfAnother || (said.for !== null && said.for !== server.standbyFor);
        const heard = isSaidOfAnother ? { ...said, act: null } : said;
        const news = said.isAnew ? { ...said, act: null } : heard;
        return standOf(
          server,
          heard,
          async (pair, isServed) => {
            if (!isServed) return endOwn(pair.served, server.id, 'released', now);
            await release(server, pair.served, now);
            // A call that was held up says what was so before a later one.
            return settle(
              pair,
              now,
              (known) => hearStandby(known, server.id, news, server.lastCheckInAt, now),
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

    /** Hears that a server leaves, and so runs nothing any more, before it is none. */
    async leave(server: ServerRecord, now: number): Promise<void> {
      if (!server.hasTakenOver) return;
      for (const served of await takenOverBy(em(), server.id, null)) await endOwn(served, server.id, 'stopped', now);
      await stopFormer(server.id, now, now);
    },

    /** What a server would hear that it runs by, if it called and said nothing new; writes nothing. */
    async look(server: ServerRecord, now: number): Promise<Stand> {
      if (server.standbyFor !== null) return standOf(server, SAYS_NOTHING, (pair) => read(em(), pair, now), now);
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

/** Whether a takeover is of another standby than the one of now, or of another machine of it. */
function isAnother({ standby, isElsewhere }: CountedTakeover, present: string): boolean {
  return standby !== present || isElsewhere;
}

/** What a standby is to the server that it took over, where it was released or not; one that has left has no key. */
function nowOf(standby: ServerRecord | null, isReleased: boolean): ItsStandby {
  if (standby?.publicKey === null) return 'stopped';
  return isReleased ? 'released' : 'standby';
}

/** A change as it is written: what ran began, and has stopped. */
function stepsOf(change: TakeoverChange) {
  if (change.type !== 'ran') return [change];
  const { startedAt, endedAt } = change;
  return [{ type: 'started', startedAt } as const, { type: 'ended', because: 'standby', endedAt } as const];
}

/** How many days are left after a change. */
function daysAfter(takeovers: readonly CountedTakeover[], change: TakeoverChange, now: number): number {
  const ended = takeovers.map((one) =>
    change.type === 'ended' && one.endedAt === null ? { ...one, endedAt: change.endedAt } : one,
  );
  const begun = { standby: '', endedAt: null, releasedAt: null };
  return standbyDaysLeft(change.type === 'ended' ? ended : [...takeovers, { ...begun, ...change }], now);
}
