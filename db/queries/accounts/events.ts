import type { EntityManager } from '@mikro-orm/postgresql';
import type { AccountEvent } from '../../../domain/people/account.ts';
import { journaled } from '../publishing/journal.ts';

/** The stream of what becomes of an account. */
export const accountStream = (account: string) => `account/${account}`;

/** Whether the stream of an account has what was brought about so. */
export async function hasAccountEvent(em: EntityManager, account: string, cause: Cause['cause']): Promise<boolean> {
  const stream = accountStream(account);
  return (
    (await em.execute(`select 1 from journal where stream = ? and data->>'cause' = ?`, [stream, cause])).length > 0
  );
}

/** What brought an event about: named once in the stream, so that a repeat writes nothing; and when it was. */
export type Cause = { cause: string; at: Date };

/**
 * Appends to the stream of an account, which its row numbers. Belongs in the transaction of the change: the account is held
 * until that ends, and before it is asked what the journal has, so that of two with one cause only the first writes.
 */
export async function appendAccountEvent(
  em: EntityManager,
  account: string,
  { cause, at }: Cause,
  { type, ...data }: AccountEvent,
): Promise<void> {
  const stream = accountStream(account);
  await em.execute('select from accounts where id = ? for update', [account]);
  const event = `select ?::text, seq, ?::text, ?::timestamptz, ?::timestamptz, ?::jsonb from counted`;
  await em.execute(
    `with counted as (
       update accounts set seq = seq + 1 where id = ?
         and not exists (select from journal where stream = ? and data->>'cause' = ?) returning seq),
     ${journaled(event)} select 1`,
    [account, stream, cause, stream, type, at, at, JSON.stringify({ ...data, cause })],
  );
}
