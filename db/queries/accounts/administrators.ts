import type { EntityManager } from '@mikro-orm/postgresql';

/** Who administrates an account: where they are written to, in the account's language. */
export type Administrator = { person: string; email: string; locale: string };

/** In SQL, whether a membership `m` is that of an administrator who is confirmed. */
export const IS_ADMINISTRATOR = `(m.role = 'administrator' and m.confirmed_at is not null)`;

/** The administrators of an account who are confirmed. */
export function administratorsOf(em: EntityManager, account: string): Promise<Administrator[]> {
  return em.execute<Administrator[]>(
    `select p.id as person, p.email, a.locale from memberships m
       join people p on p.id = m.person_id join accounts a on a.id = m.account_id
     where m.account_id = ? and ${IS_ADMINISTRATOR} order by p.id`,
    [account],
  );
}
