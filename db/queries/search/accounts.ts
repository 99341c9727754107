import type { EntityManager } from '@mikro-orm/postgresql';
import type { AccountKind, Sight } from '../../../domain/people/permissions.ts';
import { accountsInSight } from '../accounts/permissions.ts';
import { few, hasWords, LOOKED_AT, matchOf, type Found } from './words.ts';

/** An account that was found; `exact` where its id or its name is what was searched for. */
export type FoundAccount = { id: string; name: string; kind: AccountKind; exact: boolean };

/** Accounts that a caller's lists show, by words of id and name; the best match first, then by name. */
export async function searchAccounts(
  em: EntityManager,
  own: string,
  sight: Sight,
  { phrase, words, limit }: { phrase: string; words: readonly string[]; limit: number },
): Promise<Found<FoundAccount>> {
  const seen = accountsInSight(own, sight, 'a');
  const has = hasWords('a.searched', words);
  const match = matchOf('a.searched', phrase);
  const rows = await em.execute<FoundAccount[]>(
    `with few as materialized (
       (select a.id, 0 as rank from accounts a where as_found(a.id) = as_found(?) and ${seen.sql} limit ${LOOKED_AT})
       union all (select a.id, 0 from accounts a where as_found(a.name) = as_found(?) and ${seen.sql} limit ${LOOKED_AT})
       union all (select a.id, ${match.sql} from accounts a where ${has.sql} and ${seen.sql} limit ${LOOKED_AT})),
     found as (select id, min(rank) as rank from few group by id)
     select a.id, a.name, a.kind, found.rank = 0 as exact from found join accounts a using (id)
     order by found.rank, lower(a.name), a.id limit ?`,
    [
      ...[phrase, ...seen.values, phrase, ...seen.values],
      ...[...match.values, ...has.values, ...seen.values, limit + 1],
    ],
  );
  return few(rows, limit);
}
