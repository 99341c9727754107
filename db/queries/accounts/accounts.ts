import { isDeepStrictEqual } from 'node:util';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { AccountKind, By, Sight } from '../../../domain/people/permissions.ts';
import { AccountEntity, type Account } from '../../entities/people/account.ts';
import { allOf, contains, where } from '../conditions.ts';
import { inMs, type Read } from '../instants.ts';
import { accountStream, appendAccountEvent, type Cause } from './events.ts';
import { accountsInSight } from './permissions.ts';

/** An account as it is answered; `version` counts its changes. */
export type ListedAccount = Read<Omit<Account, 'createdAt' | 'seq'>>;

/** What accounts are found by: their kind, and parts of an id or a name in one of these forms; neither case nor accents count. */
export type AccountFilter = { kind?: AccountKind | undefined; q?: readonly string[] | undefined };

const LISTED = `select a.id, a.kind, a.name, a.email, a.time_zone as "timeZone", a.locale, a.notices, a.notice_days as "noticeDays", a.metadata, a.version from accounts a`;

/** A caller's own account and the customers that are in its lists, by id, after one; all but the vendor's who sees everything. */
export function listAccounts(
  em: EntityManager,
  own: string,
  sight: Sight,
  { kind, q }: AccountFilter,
  limit: number,
  after: string | null,
): Promise<ListedAccount[]> {
  const { sql, values } = allOf([
    accountsInSight(own, sight, 'a'),
    ...where(kind, 'a.kind = ?'),
    ...contains('a.searched', q),
    ...where(after ?? '', 'a.id > ?'),
  ]);
  return em.execute<ListedAccount[]>(`${LISTED} where ${sql} order by a.id limit ?`, [...values, limit]);
}

/** One account; null where there is none. */
export async function findAccount(em: EntityManager, id: string): Promise<ListedAccount | null> {
  const [account] = await em.execute<ListedAccount[]>(`${LISTED} where a.id = ?`, [id]);
  return account ?? null;
}

/** What an account is to be; what is absent stays. */
export type AccountChange = {
  [Field in 'name' | 'email' | 'timeZone' | 'locale' | 'notices' | 'noticeDays' | 'metadata']?:
    ListedAccount[Field] | undefined;
};

/**
 * Changes an account, and journals `account-changed` where that changes anything. `expected` are the versions that it is
 * wanted for; of another one nothing is changed, as where there is no account.
 */
export async function changeAccount(
  em: EntityManager,
  id: string,
  change: AccountChange,
  { by, expected, ...cause }: Cause & { by: By; expected?: number[] | undefined },
): Promise<'done' | 'changed-meanwhile' | 'unknown'> {
  return em.transactional(async (tx) => {
    const account = await tx.findOne(AccountEntity, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!account) return 'unknown';
    if (expected && !expected.includes(account.version)) return 'changed-meanwhile';
    const fields = (Object.keys(change) as (keyof AccountChange)[]).filter(
      (name) => change[name] !== undefined && !isDeepStrictEqual(account[name], change[name]),
    );
    if (fields.length === 0) return 'done';
    const changed = Object.fromEntries(fields.map((name) => [name, change[name]]));
    await tx.nativeUpdate(AccountEntity, { id }, { ...changed, version: account.version + 1 });
    await appendAccountEvent(tx, id, cause, { type: 'account-changed', fields, by });
    return 'done';
  });
}

/** Who changed an account last, and when in epoch milliseconds; null where nobody did. */
export async function lastChange(em: EntityManager, id: string): Promise<{ by: By; at: number } | null> {
  const [change] = await em.execute<{ by: By; at: number }[]>(
    `select data->>'by' as by, ${inMs('at')} as at from journal
     where stream = ? and type = 'account-changed' order by seq desc limit 1`,
    [accountStream(id)],
  );
  return change ?? null;
}
