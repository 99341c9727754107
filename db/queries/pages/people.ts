import type { EntityManager } from '@mikro-orm/postgresql';

const DOERS = `select done.by, coalesce(
    (select case when m.account_id = asking.account then coalesce(p.name, p.email) else a.name end
     from people p join memberships m on m.person_id = p.id join accounts a on a.id = m.account_id
     where 'person/' || p.id = done.by order by m.account_id = asking.account desc, m.created_at limit 1),
    (select a.name from api_keys k join accounts a on a.id = coalesce(k.account_id, 'vendor')
     where 'key/' || k.id = done.by)) as name
  from (select distinct jsonb_array_elements_text(?::jsonb) as by) done, (values (?::text)) asking (account)`;

/**
 * What to call those who did something, as `person/<id>` or `key/<id>`: a person of the reader's own account by name or
 * address, everybody else by the account. Who is not known is missing, as a server that did it by itself.
 */
export async function namesOfDoers(
  em: EntityManager,
  by: readonly string[],
  account: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await em.execute<{ by: string; name: string | null }[]>(DOERS, [JSON.stringify(by), account]);
  return new Map(rows.flatMap(({ by: doer, name }) => (name === null ? [] : [[doer, name] as const])));
}
