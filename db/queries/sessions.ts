import type { EntityManager } from '@mikro-orm/postgresql';
import type { AccountKind, Role } from '../../domain/permissions.ts';

/** A session that lasts, with whose it is and as what. */
export type KnownSession = {
  session: string;
  lastSeenAt: Date;
  person: { id: string; email: string; name: string | null };
  account: { id: string; kind: AccountKind; name: string; timeZone: string; locale: string };
  role: Role;
};

/** Sessions end this long after they began, and this long after they were last used. */
const LONGEST = `interval '30 days'`;
const UNUSED = `interval '7 days'`;

/** A session by the hash of its cookie; null when it has ended or its person no longer belongs to the account. */
export async function findSession(em: EntityManager, hash: string, now: Date): Promise<KnownSession | null> {
  const [row] = await em.execute<(Omit<KnownSession, 'lastSeenAt'> & { lastSeenAt: string })[]>(
    `select s.id as session, s.last_seen_at as "lastSeenAt", m.role,
       jsonb_build_object('id', p.id, 'email', p.email, 'name', p.name) as person,
       jsonb_build_object('id', a.id, 'kind', a.kind, 'name', a.name, 'timeZone', a.time_zone, 'locale', a.locale) as account
     from sessions s
     join people p on p.id = s.person_id
     join memberships m on m.person_id = s.person_id and m.account_id = s.account_id and m.confirmed_at is not null
     join accounts a on a.id = s.account_id
     where s.hash = ? and s.created_at > ?::timestamptz - ${LONGEST} and s.last_seen_at > ?::timestamptz - ${UNUSED}`,
    [hash, now, now],
  );
  return row ? { ...row, lastSeenAt: new Date(row.lastSeenAt) } : null;
}
