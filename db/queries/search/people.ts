import type { EntityManager } from '@mikro-orm/postgresql';
import { few, hasWords, LOOKED_AT, matchOf, type Found } from './words.ts';

/** Somebody who was found, with the accounts that they are of; `exact` where their address is what was searched for. */
export type FoundPerson = {
  id: string;
  email: string;
  name: string | null;
  accounts: { id: string; name: string }[];
  exact: boolean;
};

/** As the index has it. */
const SEARCHED = `(' ' || as_found(p.email || ' ' || coalesce(p.name, '')))`;

/** People of any account by words of address and name; the best match first, then by address. */
export async function searchPeople(
  em: EntityManager,
  { phrase, words, limit }: { phrase: string; words: readonly string[]; limit: number },
): Promise<Found<FoundPerson>> {
  const has = hasWords(SEARCHED, words);
  const match = matchOf(SEARCHED, phrase);
  const rows = await em.execute<FoundPerson[]>(
    `with few as materialized (
       (select p.id, 0 as rank from people p where p.email = lower(?))
       union all (select p.id, ${match.sql} from people p where ${has.sql} limit ${LOOKED_AT})),
     found as (select id, min(rank) as rank from few group by id)
     select p.id, p.email, p.name, found.rank = 0 as exact,
       coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by a.name, a.id)
         from memberships m join accounts a on a.id = m.account_id where m.person_id = p.id), '[]') as accounts
     from found join people p using (id) order by found.rank, p.email limit ?`,
    [phrase, ...match.values, ...has.values, limit + 1],
  );
  return few(rows, limit);
}
