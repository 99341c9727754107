import type { EntityManager } from '@mikro-orm/postgresql';
import type { Sight } from '../../../domain/permissions.ts';
import type { Account } from '../../entities/account.ts';
import { ordersThatList } from './permissions.ts';

/** A caller's own account and the customers that are in its lists, by id, after one; all but the vendor's who sees everything. */
export function listAccounts(
  em: EntityManager,
  own: string,
  sight: Sight,
  limit: number,
  after: string | null,
): Promise<Omit<Account, 'createdAt'>[]> {
  const orders = ordersThatList(sight, 'o');
  const isSeen =
    'everything' in sight
      ? { sql: `a.kind <> 'vendor'`, values: [] }
      : {
          sql: `(a.id = ? or exists (select from orders o where o.customer_id = a.id and ${orders.sql}))`,
          values: [own, ...orders.values],
        };
  return em.execute<Omit<Account, 'createdAt'>[]>(
    `select a.id, a.kind, a.name, a.email, a.time_zone as "timeZone", a.locale, a.notices from accounts a
     where ${isSeen.sql} and a.id > ? order by a.id limit ?`,
    [...isSeen.values, after ?? '', limit],
  );
}
