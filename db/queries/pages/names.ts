import type { EntityManager } from '@mikro-orm/postgresql';
import { VENDOR, type Sight } from '../../../domain/people/permissions.ts';
import { namedInSight } from '../accounts/permissions.ts';
import { serversInSight } from '../servers/in-sight.ts';

/** Who reads names, and when, in epoch milliseconds. */
type Reading = { account: string; sight: Sight; nowMs: number };

/** What is to be called by name: ids of accounts, of servers, and of people, and deliveries as `<order>/<id>`. */
export type Nameless = Record<'accounts' | 'servers' | 'people' | 'deliveries', readonly string[]>;
export type NamesById = Record<keyof Nameless, ReadonlyMap<string, string>>;

/**
 * What things are called, by their ids: accounts that are the reader's own or have a part in an order in its sight, servers in
 * its sight, and people of its own account; to the vendor all of them; and deliveries of which it reads. What is not known, or
 * not for the reader, is missing.
 */
export async function namesById(
  em: EntityManager,
  { account, sight, nowMs }: Reading,
  ids: Nameless,
): Promise<NamesById> {
  const seen = serversInSight(sight, nowMs, 'v');
  const known = namedInSight(account, sight, 'a');
  const listed = `select jsonb_array_elements_text(?::jsonb)`;
  const [row] = await em.execute<[Record<keyof Nameless, Record<string, string>>]>(
    `select
       (select coalesce(jsonb_object_agg(a.id, a.name), '{}') from accounts a
        where a.id in (${listed}) and ${known.sql}) as accounts,
       (select coalesce(jsonb_object_agg(v.id, v.name), '{}') from servers v where v.id in (${listed}) and ${seen.sql}) as servers,
       (select coalesce(jsonb_object_agg(p.id, coalesce(p.name, p.email)), '{}') from people p
        where p.id::text in (${listed}) and (? = '${VENDOR}' or exists (
          select from memberships m where m.person_id = p.id and m.account_id = ?))) as people,
       (select coalesce(jsonb_object_agg(d.order_number || '/' || d.id, d.reference), '{}')
        from (select split_part(one, '/', 1) as "order", split_part(one, '/', 2) as id from jsonb_array_elements_text(?::jsonb) one) named
          join deliveries d on d.order_number = named.order and d.id = named.id) as deliveries`,
    [
      ...[JSON.stringify(ids.accounts), ...known.values, JSON.stringify(ids.servers), ...seen.values],
      ...[JSON.stringify(ids.people), account, account, JSON.stringify(ids.deliveries)],
    ],
  );
  const map = (names: Record<string, string>) => new Map(Object.entries(names));
  const { accounts, servers, people, deliveries } = row;
  return { accounts: map(accounts), servers: map(servers), people: map(people), deliveries: map(deliveries) };
}
