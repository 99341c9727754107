import type { EntityManager } from '@mikro-orm/postgresql';
import type { By, Role } from '../../../domain/people/permissions.ts';
import { mailState } from '../mails/reports.ts';
import { acceptedOf } from '../orders/accepted.ts';
import { sellerIn, sellerOf } from '../seller-of.ts';
import { changeAccount } from './accounts.ts';
import { accountStream, type Cause } from './events.ts';
import { keepOwed } from './owed-corrections.ts';
import { addMembers, membersOf, normalEmail, setRole, takeOutMember } from './people.ts';

type Correction = {
  wrong: string;
  right: string;
  /** The account has the wrong one, as of this version. */
  isAccounts: boolean;
  version: number;
  /** The account has the right one already. */
  isRight: boolean;
};

/**
 * Puts who has the right address in the place of who has the wrong one, and the right one in the account where that has the
 * wrong one, in one transaction: an administrator where the wrong one is the account's, else what the other was. Who is a
 * member already stays what they are at least. The other belongs to the account no more, and their sessions there end. What
 * follows, and is done with others, stands beside it ({@link keepOwed}). Nothing is changed where neither address is a
 * member's, nor one the account's (`unknown`), and where somebody else changed the account (`changed-meanwhile`).
 */
export async function correctAddress(
  em: EntityManager,
  account: string,
  { wrong, right, isAccounts, isRight, version }: Correction,
  { by, cause, at }: Cause & { by: By },
): Promise<'done' | 'unknown' | 'changed-meanwhile'> {
  try {
    return await em.transactional(async (tx) => {
      const memberAt = async (email: string) =>
        (await membersOf(tx, account)).find((one) => one.email === normalEmail(email));
      const former = await memberAt(wrong);
      if (former || isAccounts) {
        const role: Role = isAccounts ? 'administrator' : former!.role;
        await addMembers(tx, [
          { account, email: right, role, by, createdAt: at, confirmed: true, cause: `${cause}/right` },
        ]);
        const { id } = (await memberAt(right))!;
        if (role === 'administrator') await setRole(tx, account, id, role, { by, at, cause: `${cause}/role/${id}` });
        if (former) await takeOutMember(tx, account, former.id, { by, at, cause: `${cause}/wrong/${former.id}` });
      } else if (!isRight && !(await memberAt(right))) return 'unknown';
      if (isAccounts) {
        const changed = await changeAccount(tx, account, { email: right }, { by, cause, at, expected: [version] });
        if (changed !== 'done') throw new ChangedMeanwhile();
      }
      await keepOwed(tx, { account, wrong: normalEmail(wrong), right: normalEmail(right), by }, at);
      return 'done';
    });
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return 'changed-meanwhile';
    throw error;
  }
}

/** Takes back what was written before the account was held: people are held first by everybody. */
class ChangedMeanwhile extends Error {}

/** The cause by which a correction let somebody in, by their address, who was not here since; null where that is not so. */
export async function letInByCorrection(em: EntityManager, account: string, email: string): Promise<string | null> {
  const [letIn] = await em.execute<{ cause: string }[]>(
    `select newest.cause from people p join memberships m on m.person_id = p.id and m.account_id = ?, lateral (
         select j.data->>'cause' as cause from journal j
         where j.stream = ? and j.type in ('person-invited', 'person-joined') and j.data->>'person' = p.id::text
         order by j.seq desc limit 1) newest
       where p.email = ? and newest.cause like '%/right/' || p.id
         and not exists (select from sessions s where s.account_id = ? and s.person_id = p.id)`,
    [account, accountStream(account), normalEmail(email), account],
  );
  return letIn?.cause ?? null;
}

/**
 * A locked delivery whose newest e-mail, of its newest edition, went or goes to a recipient; `isDue` while it has not left,
 * `copy` is the number of the next.
 */
export type MailedDelivery = {
  order: string;
  delivery: string;
  edition: number;
  copy: number;
  recipient: string;
  isDue: boolean;
};

/**
 * Deliveries that wait for an account to unlock them, of orders that live or are yet to begin, with whom they are mailed to;
 * none of an emergency, of which the vendor is told.
 */
export function lockedDeliveriesOf(em: EntityManager, account: string): Promise<MailedDelivery[]> {
  return em.execute<MailedDelivery[]>(
    `select * from (select o.number as order, d.id as delivery, d.edition, newest.id is null or ${mailState('newest')} = 'due' as "isDue",
       coalesce(newest.recipient, ${sellerIn('accepted.content', 'email')}) as recipient,
       (select coalesce(max(m.copy), 0) + 1 from mails m where m.order_number = o.number and m.delivery = d.id) as copy
     from orders o join deliveries d on d.order_number = o.number join intakes i on i.number = o.number
       cross join lateral (select ${acceptedOf('i')} as content) accepted
       left join lateral (
         select m.* from mails m where m.order_number = o.number and m.delivery = d.id and m.edition = d.edition
         order by m.copy desc limit 1) newest on true
     where ${sellerOf('o')} = ? and o.status in ('open', 'suspended') and d.unlocked_at is null and accepted.content->'emergency' is null
     union all
     select i.number, '1', 1, true, ${sellerIn('i.content', 'email')}, 2
     from unstarted_orders u join intakes i on i.number = u.number
     where ${sellerIn('i.content', 'id')} = ? and u.claimed_until is distinct from 'infinity'
       and i.content->'emergency' is null and not exists (select from orders o where o.number = u.number)) mailed
     order by mailed.order, mailed.delivery::int`,
    [account, account],
  );
}
