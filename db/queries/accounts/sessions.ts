import type { EntityManager } from '@mikro-orm/postgresql';
import type { Account } from '../../entities/people/account.ts';
import type { Membership } from '../../entities/people/membership.ts';
import type { Person } from '../../entities/people/person.ts';
import type { SessionRow } from '../../entities/people/session.ts';
import { isAdmitted } from '../identity/admission.ts';
import { inMs, type Read } from '../instants.ts';
import { unlessUnwritable } from '../unless-unwritable.ts';
import { RETENTION_DAYS } from '../../../domain/retention.ts';

/** A session that lasts, with whose it is and as what. */
export type KnownSession = Read<Pick<SessionRow, 'lastSeenAt'>> & {
  /**
   * When its person last proved that it is them, by a code, a link or a passkey; epoch milliseconds. 0 for who signed in by a
   * provider and never did: what that remembers of a browser proves nothing of who sits there.
   */
  provedAt: number;
  session: SessionRow['id'];
  person: Read<Pick<Person, 'id' | 'email' | 'name' | 'timeZone'>>;
  account: Pick<Account, 'id' | 'kind' | 'name' | 'timeZone' | 'locale'>;
  role: Membership['role'];
  /** By whose provider it began, and until when that one's word counts (epoch milliseconds); null where it began otherwise. */
  word: { provider: string; until: number } | null;
};

/** Sessions end this long after they began, and this long after they were last used. */
const LONGEST = `interval '${RETENTION_DAYS.sessions} days'`;
const UNUSED = `interval '${RETENTION_DAYS.unusedSessions} days'`;

/** In SQL, when whoever has a session proved it last; null for who came by a provider, and did not since. */
const PROVED_AT = `coalesce(s.proved_at, case when s.provider is null then s.created_at end)`;

/**
 * A session by the hash of its cookie; null when it has ended, its person no longer belongs to the account, or
 * that does not let it in; see `isAdmitted`.
 */
export async function findSession(em: EntityManager, hash: string, now: Date): Promise<KnownSession | null> {
  const [row] = await em.execute<KnownSession[]>(
    `select s.id as session, ${inMs('s.last_seen_at')} as "lastSeenAt", m.role,
       coalesce(${inMs(PROVED_AT)}, 0) as "provedAt",
       case when s.provider is not null then
         jsonb_build_object('provider', s.provider, 'until', ${inMs('s.provider_until')}) end as word,
       jsonb_build_object('id', p.id, 'email', p.email, 'name', p.name, 'timeZone', p.time_zone) as person,
       jsonb_build_object('id', a.id, 'kind', a.kind, 'name', a.name, 'timeZone', a.time_zone, 'locale', a.locale) as account
     from sessions s
     join people p on p.id = s.person_id
     join memberships m on m.person_id = s.person_id and m.account_id = s.account_id and m.confirmed_at is not null
     join accounts a on a.id = s.account_id
     where s.hash = ? and s.created_at > ?::timestamptz - ${LONGEST} and s.last_seen_at > ?::timestamptz - ${UNUSED}
       and ${isAdmitted('s.account_id')}`,
    [hash, now, now],
  );
  return row ?? null;
}

/** In SQL, the membership of a person in an account, kept from whoever would end it until the transaction ends. */
const MEMBER_HELD = `select person_id, account_id from memberships
  where person_id = ? and account_id = ? and confirmed_at is not null for share`;

/**
 * Begins a session in a browser, and ends the one that its cookie held before. False when its person does not belong to the
 * account any more: the membership is held, so that who is removed at this moment has no session afterwards.
 */
export async function beginSession(
  em: EntityManager,
  session: { id: string; hash: string; person: string; account: string; userAgent: string; at: Date },
  formerHash: string | null,
): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `with former as (delete from sessions where hash = ?), member as (${MEMBER_HELD})
     insert into sessions (id, hash, person_id, account_id, user_agent, created_at, last_seen_at)
     select ?::uuid, ?, person_id, account_id, ?, ?::timestamptz, ?::timestamptz from member returning 1`,
    [
      ...[formerHash, session.person, session.account, session.id, session.hash],
      ...[session.userAgent, session.at, session.at],
    ],
  );
  return rows.length === 1;
}

/** Notes that a session is in use. */
export async function touchSession(em: EntityManager, session: string, at: Date): Promise<void> {
  await unlessUnwritable(em.execute('update sessions set last_seen_at = ? where id = ?', [at, session]));
}

/** Notes that the person of a session has proved that it is them. */
export async function proveSession(em: EntityManager, session: string, at: Date): Promise<void> {
  await em.execute('update sessions set proved_at = ? where id = ?', [at, session]);
}

/** Keeps in which time zone a person reads instants; null for that of the browser. */
export async function chooseTimeZone(em: EntityManager, person: string, timeZone: string | null): Promise<void> {
  await em.execute('update people set time_zone = ? where id = ?', [timeZone, person]);
}

/** Has a session go on in another account of its person; false when the person does not belong to it. */
export async function switchAccount(
  em: EntityManager,
  { session, person, account }: { session: string; person: string; account: string },
): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `with member as (${MEMBER_HELD})
     update sessions s set account_id = m.account_id from member m where s.id = ? and s.person_id = m.person_id returning 1`,
    [person, account, session],
  );
  return rows.length === 1;
}

/** A session as its owner sees it. */
export type OwnSession = Read<Pick<SessionRow, 'id' | 'userAgent' | 'createdAt' | 'lastSeenAt'>> & { account: string };

/** Where a person is signed in, last used first. */
export function sessionsOf(em: EntityManager, person: string, now: Date): Promise<OwnSession[]> {
  return em.execute<OwnSession[]>(
    `select s.id, a.name as account, s.user_agent as "userAgent",
       ${inMs('s.created_at')} as "createdAt", ${inMs('s.last_seen_at')} as "lastSeenAt"
     from sessions s join accounts a on a.id = s.account_id
     where s.person_id = ? and s.created_at > ?::timestamptz - ${LONGEST} and s.last_seen_at > ?::timestamptz - ${UNUSED}
     order by s.last_seen_at desc, s.id`,
    [person, now, now],
  );
}

/** Ends sessions of a person: the one of that id, or all but it. */
export async function endSessions(
  em: EntityManager,
  person: string,
  which: { session: string } | { allBut: string },
): Promise<void> {
  const [condition, id] = 'session' in which ? ['id = ?', which.session] : ['id <> ?', which.allBut];
  await em.execute(`delete from sessions where person_id = ? and ${condition}`, [person, id]);
}

/** Ends the session of a cookie, by its hash. */
export async function endByHash(em: EntityManager, hash: string): Promise<void> {
  await em.execute('delete from sessions where hash = ?', [hash]);
}
