import type { EntityManager } from '@mikro-orm/postgresql';
import type { By } from '../../../domain/people/permissions.ts';

/** A correction of an address of which something is still to be done; addresses in lower case. */
export type OwedCorrection = {
  account: string;
  wrong: string;
  right: string;
  by: By;
  /** Nobody is to be invited by it any more. */
  isInvited: boolean;
};

type Named = Pick<OwedCorrection, 'account' | 'wrong' | 'right'>;

/** Whoever does what a correction owes has so long before another one does, and before it is tried again. */
const CLAIMED_FOR = `now() + interval '60 seconds'`;

const FIELDS = `o.account_id as account, o.wrong, o.correct as "right", o.by, o.invited_at is not null as "isInvited"`;

const NAMED = 'account_id = ? and wrong = ? and correct = ?';

/**
 * Keeps that a correction is to be carried out, with what it changes, for whoever made it: should they die, others come to it
 * in a minute. What went to an address that was wrong before goes on to the new one where the one between was wrong as well.
 */
export async function keepOwed(
  em: EntityManager,
  { account, wrong, right, by }: Named & { by: By },
  at: Date,
): Promise<void> {
  await em.execute(
    `with further as (
       delete from address_corrections where account_id = ? and correct = ? returning wrong)
     insert into address_corrections (account_id, wrong, correct, by, kept_at, claimed_until)
     select ?, wrong, ?, ?, ?, ${CLAIMED_FOR} from (select wrong from further union select ?) f where wrong <> ?
     on conflict (account_id, wrong, correct) do update set claimed_until = excluded.claimed_until`,
    [account, wrong, account, right, by, at, wrong, right],
  );
}

/** What is owed to the right address of an account. */
export function owedTo(em: EntityManager, account: string, right: string): Promise<OwedCorrection[]> {
  return em.execute<OwedCorrection[]>(
    `select ${FIELDS} from address_corrections o where account_id = ? and correct = ? order by kept_at, wrong`,
    [account, right],
  );
}

/** Takes up to so many that nobody is at, the oldest first: they are the caller's for a minute, and then to be tried again. */
export function claimOwed(em: EntityManager, most: number): Promise<OwedCorrection[]> {
  return em.execute<OwedCorrection[]>(
    `update address_corrections o set claimed_until = ${CLAIMED_FOR} from (
       select account_id, wrong, correct from address_corrections where claimed_until <= now()
       order by kept_at limit ? for update skip locked) due
     where (o.account_id, o.wrong, o.correct) = (due.account_id, due.wrong, due.correct) returning ${FIELDS}`,
    [most],
  );
}

/** Notes that its invitation is with the provider, so that it is not sent once more while an e-mail is waited for. */
export async function noteInvited(em: EntityManager, { account, wrong, right }: Named, at: Date): Promise<void> {
  await em.execute(`update address_corrections set invited_at = ? where ${NAMED}`, [at, account, wrong, right]);
}

/** Nothing of it is to be done any more. */
export async function settleOwed(em: EntityManager, { account, wrong, right }: Named): Promise<void> {
  await em.execute(`delete from address_corrections where ${NAMED}`, [account, wrong, right]);
}
