import type { EntityManager } from '@mikro-orm/postgresql';
import type { Sight } from '../../../domain/people/permissions.ts';
import type { ServerState } from '../../../domain/server/server.ts';
import { serversInSight } from '../servers/in-sight.ts';
import { few, hasWords, LOOKED_AT, matchOf, type Found } from './words.ts';

/** A server that was found; `exact` where its name, its id, its machine's name or the group of a token is what was searched for. */
export type FoundServer = {
  id: string;
  name: string;
  customer: { id: string; name: string };
  state: ServerState;
  hostname: string | null;
  exact: boolean;
};

/**
 * Servers in sight by words of name, id and machine, and by the first group of an Activation Token where `firstGroup` says
 * one; the best match first, those that are retired last, then by name. `nowMs` is in epoch milliseconds.
 */
export async function searchServers(
  em: EntityManager,
  sight: Sight,
  {
    phrase,
    words,
    firstGroup,
    nowMs,
    limit,
  }: { phrase: string; words: readonly string[]; firstGroup: string | null; nowMs: number; limit: number },
): Promise<Found<FoundServer>> {
  const seen = serversInSight(sight, nowMs, 'v');
  const has = hasWords('v.searched', words);
  const match = matchOf('v.searched', phrase);
  const is = (condition: string) =>
    `(select v.id, 0 as rank from servers v where ${condition} and ${seen.sql} limit ${LOOKED_AT})`;
  const rows = await em.execute<FoundServer[]>(
    `with few as materialized (
       ${is('as_found(v.name) = as_found(?)')} union all ${is('v.id = any(array[?, lower(?)])')}
       union all (select c.server, case when as_found(c.host) = as_found(?) then 0 else 2 end from contacts c
         join servers v on v.id = c.server
         where c.host is not null and as_found(c.host) like substr(found_pattern(?), 2) and ${seen.sql} limit ${LOOKED_AT})
       union all ${is('as_found(v.hostname) = as_found(?) and v.searched like found_pattern(?)')}
       ${firstGroup === null ? '' : `union all ${is('v.id in (select t.server from activation_tokens t where t.first_group = ?)')}`}
       union all (select v.id, ${match.sql} from servers v where ${has.sql} and ${seen.sql} limit ${LOOKED_AT})),
     found as (select id, min(rank) as rank from few group by id)
     select v.id, v.name, jsonb_build_object('id', a.id, 'name', a.name) as customer, v.state,
       coalesce(c.host, v.hostname) as hostname, found.rank = 0 as exact
     from found join servers v using (id) join accounts a on a.id = v.customer_id left join contacts c on c.server = v.id
     order by found.rank, v.state = 'retired', lower(v.name), v.id limit ?`,
    [
      ...[phrase, ...seen.values, phrase, phrase, ...seen.values, phrase, phrase, ...seen.values],
      ...[phrase, phrase, ...seen.values, ...(firstGroup === null ? [] : [firstGroup, ...seen.values])],
      ...[...match.values, ...has.values, ...seen.values, limit + 1],
    ],
  );
  return few(rows, limit);
}
