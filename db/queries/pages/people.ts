import type { EntityManager } from '@mikro-orm/postgresql';

const PERSON = `select case when m.account_id = ? then coalesce(p.name, p.email) else a.name end as name
  from people p join memberships m on m.person_id = p.id join accounts a on a.id = m.account_id
  where p.id::text = ? order by m.account_id = ? desc, m.created_at limit 1`;

const KEY = `select a.name from api_keys k join accounts a on a.id = coalesce(k.account_id, 'vendor') where k.id::text = ?`;

/**
 * What to call who did something, as `person/<id>` or `key/<id>`: a person of the reader's own account by name or address,
 * everybody else by the account. Null where nobody is known, as when a server did it by itself.
 */
export async function nameOfDoer(em: EntityManager, by: string, account: string): Promise<string | null> {
  const [kind, id = ''] = by.split('/');
  const rows =
    kind === 'person'
      ? await em.execute<{ name: string }[]>(PERSON, [account, id, account])
      : await em.execute<{ name: string }[]>(KEY, [id]);
  return rows[0]?.name ?? null;
}
