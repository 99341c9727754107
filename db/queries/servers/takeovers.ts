import type { EntityManager } from '@mikro-orm/postgresql';
import { STANDBY_DAYS, WINDOW_DAYS, type Takeover, type TakeoverChange } from '../../../domain/server/takeover.ts';
import { inMs } from '../instants.ts';
import { journaled } from '../publishing/journal.ts';

/** A takeover as it is kept; instants in epoch milliseconds. */
export type KnownTakeover = Takeover & { served: string; toldAt: number | null };

/** One that counts for a server; `isElsewhere` says that its standby has another machine by now than it ran on. */
export type CountedTakeover = KnownTakeover & { isElsewhere: boolean };

const DAY_MS = 86_400_000;

const ENDED_AT = inMs('t.ended_at');

const COLUMNS = `t.served, t.standby, ${inMs('t.started_at')} as "startedAt", ${ENDED_AT} as "endedAt",
  ${inMs('t.told_at')} as "toldAt", ${inMs('t.released_at')} as "releasedAt"`;

/**
 * In SQL, whether a takeover `t` counts for a served server `v`: its own; and those of servers of its customer that are retired or hold
 * nothing any more, where the server is on the machine of such a one, or has its standby, or the standby's machine. So a
 * server that is registered anew has no more days than before.
 */
const COUNTS_FOR = `(t.served = v.id or (
    (t.served_fingerprint = v.fingerprint or t.standby = s.id or t.standby_fingerprint = s.fingerprint)
    and exists (select from servers former where former.id = t.served and former.customer_id = v.customer_id
      and (former.state = 'retired' or not exists (select from shares held where held.server = former.id)))))`;

/** In SQL, the end of a takeover of another server: whoever calls, it runs nothing any more by then. */
const ENDED_ELSEWHERE = `coalesce(${ENDED_AT}, least(?::float8, ${inMs(`(t.started_at + interval '${STANDBY_DAYS} days')`)}))`;

/**
 * All takeovers that count for a server with a standby at an instant (epoch milliseconds), oldest first. Those of another server
 * count up to now, for 30 days at most, and run nothing here.
 */
export function countedTakeovers(
  em: EntityManager,
  { served, standby }: { served: string; standby: string | null },
  nowMs: number,
): Promise<CountedTakeover[]> {
  return em.execute<CountedTakeover[]>(
    `select counted.* from (
       select ${COLUMNS.replace(ENDED_AT, `case when t.served = v.id then ${ENDED_AT} else ${ENDED_ELSEWHERE} end`)},
         coalesce(t.standby = s.id and t.standby_fingerprint <> s.fingerprint, false) as "isElsewhere"
       from servers v left join servers s on s.id = ? join takeovers t on ${COUNTS_FOR}
       where v.id = ? and (t.ended_at is null or t.ended_at > ?)) counted order by counted."startedAt"`,
    [nowMs, standby, served, new Date(nowMs - WINDOW_DAYS * DAY_MS)],
  );
}

/** Whether a server was answered after an instant (epoch milliseconds). */
export async function hasCalledSince(em: EntityManager, server: string, atMs: number): Promise<boolean> {
  const later = await em.execute('select from contacts where server = ? and last_check_in_at > ?', [
    server,
    new Date(atMs),
  ]);
  return later.length > 0;
}

/** The servers, but for one, that a standby has taken over and runs still as far as is known. */
export async function takenOverBy(em: EntityManager, standby: string, but: string | null): Promise<string[]> {
  const rows = await em.execute<{ served: string }[]>(
    'select served from takeovers where standby = ? and served is distinct from ? and ended_at is null',
    [standby, but],
  );
  return rows.map(({ served }) => served);
}

/** A standby, an instant up to which it was released, and now; epoch milliseconds. */
export type Released = { standby: string; beforeMs: number; nowMs: number };

/** In SQL, whether a standby may run on for a takeover `t`, though it was released, on the machine that it has; its values are {@link releasedValues}. */
const RUNS_ON = `t.standby = ? and t.released_at <= ? and t.ended_at > ?
  and t.standby_fingerprint is not distinct from (select s.fingerprint from servers s where s.id = t.standby)`;
const releasedValues = ({ standby, beforeMs, nowMs }: Released) => [standby, new Date(beforeMs), new Date(nowMs)];

/** The servers for which a standby may run on, though it was released from them. */
export async function releasedFrom(em: EntityManager, released: Released): Promise<string[]> {
  const rows = await em.execute<{ served: string }[]>(
    `select distinct t.served from takeovers t where ${RUNS_ON}`,
    releasedValues(released),
  );
  return rows.map(({ served }) => served);
}

/**
 * Ends now what a standby may run on for a server, as it has proved that it stopped, and answers since when it ran; null where
 * there is nothing. Belongs in the transaction that holds that server.
 */
export async function stopReleased(tx: EntityManager, served: string, released: Released): Promise<number | null> {
  const rows = await tx.execute<{ startedAt: number }[]>(
    `update takeovers t set ended_at = ? where t.served = ? and ${RUNS_ON} returning ${inMs('t.started_at')} as "startedAt"`,
    [new Date(released.nowMs), served, ...releasedValues(released)],
  );
  return rows.at(-1)?.startedAt ?? null;
}

/** The takeovers in which a server had a part, on either side, last begun first. */
export function takeoversOf(em: EntityManager, server: string, limit: number): Promise<KnownTakeover[]> {
  return em.execute<KnownTakeover[]>(
    `select ${COLUMNS} from takeovers t where t.served = ? or t.standby = ? order by t.started_at desc, t.served limit ?`,
    [server, server, limit],
  );
}

/**
 * Holds what is known of a served server's calls until the transaction ends, so that its takeovers change one after the
 * other, and a call of its own that is being answered meanwhile is answered anew.
 */
export async function holdServed(tx: EntityManager, served: string): Promise<void> {
  await tx.execute(
    `insert into contacts (server, version) values (?, 1)
     on conflict (server) do update set version = contacts.version + 1`,
    [served],
  );
}

/** A change of the takeovers of a server, with what its event says. */
export type TakeoverWritten = Exclude<TakeoverChange, { type: 'ran' }> & {
  served: string;
  standby: string;
  daysLeft: number;
  atMs: number;
};

/** Writes a change and its event, which stands in the life of the served server. Belongs in the transaction that holds that. */
export async function writeTakeover(tx: EntityManager, written: TakeoverWritten): Promise<void> {
  const { served, standby, atMs } = written;
  const at = new Date(atMs);
  const startedAt =
    written.type === 'started' ? await begin(tx, written, written.startedAt) : await end(tx, written, at);
  if (startedAt === null) return;
  await tx.execute(
    `with counted as (
       update contacts set seq = seq + 1, taken_over_by = ? where server = ? returning server, seq),
     ${journaled(`select 'contact/' || server, seq, ?, ?::timestamptz, ?::timestamptz, ?::jsonb from counted`)} select 1`,
    [
      ...[written.type === 'started' ? standby : null, served, `takeover-${written.type}`, at, at],
      JSON.stringify({
        ...{ standby, startedAt: instantOf(startedAt), daysLeft: written.daysLeft },
        ...(written.type === 'ended' && { endedAt: instantOf(written.endedAt), because: written.because }),
      }),
    ],
  );
}

/** Writes the event of a standby that has proved that it stopped, after it had been released. Belongs where {@link stopReleased} does. */
export async function writeStopped(
  tx: EntityManager,
  {
    served,
    standby,
    startedAt,
    atMs,
    daysLeft,
  }: Pick<TakeoverWritten, 'served' | 'standby' | 'atMs' | 'daysLeft'> & {
    startedAt: number;
  },
): Promise<void> {
  const at = new Date(atMs);
  const said = { standby, startedAt: instantOf(startedAt), daysLeft, endedAt: instantOf(atMs), because: 'standby' };
  await tx.execute(
    `with counted as (update contacts set seq = seq + 1 where server = ? returning server, seq),
     ${journaled(`select 'contact/' || server, seq, 'takeover-ended', ?::timestamptz, ?::timestamptz, ?::jsonb from counted`)} select 1`,
    [served, at, at, JSON.stringify(said)],
  );
}

async function begin(tx: EntityManager, { served, standby }: TakeoverWritten, startedAt: number): Promise<number> {
  await tx.execute(
    `insert into takeovers (served, number, standby, served_fingerprint, standby_fingerprint, started_at)
     select v.id, coalesce((select max(number) from takeovers where served = v.id), 0) + 1, s.id, v.fingerprint,
       s.fingerprint, ?
     from servers v, servers s where v.id = ? and s.id = ?`,
    [new Date(startedAt), served, standby],
  );
  return startedAt;
}

async function end(
  tx: EntityManager,
  { served, endedAt, because }: TakeoverWritten & { type: 'ended' },
  at: Date,
): Promise<number | null> {
  const [ended] = await tx.execute<{ startedAt: number }[]>(
    `update takeovers set ended_at = ?, released_at = ? where served = ? and ended_at is null
     returning ${inMs('started_at')} as "startedAt"`,
    [new Date(endedAt), because === 'released' ? at : null, served],
  );
  return ended?.startedAt ?? null;
}

/** Notes that a served server is about to hear that it was taken over: from then on it runs nothing. */
export async function noteTold(em: EntityManager, served: string, atMs: number): Promise<void> {
  await em.execute('update takeovers set told_at = ? where served = ? and ended_at is null and told_at is null', [
    new Date(atMs),
    served,
  ]);
}

const instantOf = (epochMs: number) => new Date(epochMs).toISOString();
