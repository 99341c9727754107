import { isDeepStrictEqual } from 'node:util';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Metadata } from '../../../domain/order/accept.ts';
import type { By, Sight } from '../../../domain/permissions.ts';
import { AccountEntity, type Account } from '../../entities/account.ts';
import { appendAccountEvent, type Cause } from './events.ts';
import { ordersThatList } from './permissions.ts';

/** An account as lists have it. */
export type ListedAccount = Omit<Account, 'createdAt' | 'seq'>;

/** A caller's own account and the customers that are in its lists, by id, after one; all but the vendor's who sees everything. */
export function listAccounts(
  em: EntityManager,
  own: string,
  sight: Sight,
  limit: number,
  after: string | null,
): Promise<ListedAccount[]> {
  const orders = ordersThatList(sight, 'o');
  const isSeen =
    'everything' in sight
      ? { sql: `a.kind <> 'vendor'`, values: [] }
      : {
          sql: `(a.id = ? or exists (select from orders o where o.customer_id = a.id and ${orders.sql}))`,
          values: [own, ...orders.values],
        };
  return em.execute<ListedAccount[]>(
    `select a.id, a.kind, a.name, a.email, a.time_zone as "timeZone", a.locale, a.notices, a.metadata from accounts a
     where ${isSeen.sql} and a.id > ? order by a.id limit ?`,
    [...isSeen.values, after ?? '', limit],
  );
}

export type AccountChange = Pick<Account, 'name' | 'email' | 'timeZone' | 'locale'> & {
  notices?: boolean;
  metadata?: Metadata;
};

/** Changes an account, and journals `account-changed` where that changes anything; false when there is none. */
export async function changeAccount(
  em: EntityManager,
  id: string,
  change: AccountChange,
  { by, ...cause }: Cause & { by: By },
): Promise<boolean> {
  return em.transactional(async (tx) => {
    const account = await tx.findOne(AccountEntity, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!account) return false;
    const fields = (Object.keys(change) as (keyof AccountChange)[]).filter(
      (name) => !isDeepStrictEqual(account[name], change[name]),
    );
    if (fields.length === 0) return true;
    await tx.nativeUpdate(AccountEntity, { id }, change);
    await appendAccountEvent(tx, id, cause, { type: 'account-changed', fields, by });
    return true;
  });
}
