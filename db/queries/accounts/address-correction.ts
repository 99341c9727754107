import type { EntityManager } from '@mikro-orm/postgresql';
import type { By, Role } from '../../../domain/permissions.ts';
import { mailState } from '../mails/reports.ts';
import { acceptedOf } from '../orders/accepted.ts';
import { sellerOf } from '../seller-of.ts';
import { hasAccountEvent, type Cause } from './events.ts';
import { addMembers, membersOf, normalEmail, setRole, takeOutMember } from './people.ts';

type Correction = { wrong: string; right: string; isAccounts: boolean };

/**
 * Puts who has the right address in the place of who has the wrong one, in one transaction: an administrator where the wrong
 * one is the address of the account, else what the other was. Who is a member already stays what they are at least. The other
 * belongs to the account no more, and their sessions there end. Answers `invited` where this cause made somebody a member,
 * also when it is repeated; `unknown` where neither address is a member's, nor the wrong one the account's.
 */
export async function correctMember(
  em: EntityManager,
  account: string,
  { wrong, right, isAccounts }: Correction,
  { by, cause, at }: Cause & { by: By },
): Promise<'invited' | 'corrected' | 'unknown'> {
  return em.transactional(async (tx) => {
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
    }
    const known = await memberAt(right);
    if (!known) return 'unknown';
    return (await hasAccountEvent(tx, account, `${cause}/right/${known.id}`)) ? 'invited' : 'corrected';
  });
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

/** Deliveries that wait for an account to unlock them, of orders that live, with whom they are mailed to; none of an emergency, of which the vendor is told. */
export function lockedDeliveriesOf(em: EntityManager, account: string): Promise<MailedDelivery[]> {
  return em.execute<MailedDelivery[]>(
    `select o.number as order, d.id as delivery, d.edition, newest.id is null or ${mailState('newest')} = 'due' as "isDue",
       coalesce(newest.recipient, accepted.content->'reseller'->>'email', accepted.content->'distributor'->>'email', accepted.content->'customer'->>'email') as recipient,
       (select coalesce(max(m.copy), 0) + 1 from mails m where m.order_number = o.number and m.delivery = d.id) as copy
     from orders o join deliveries d on d.order_number = o.number join intakes i on i.number = o.number
       cross join lateral (select ${acceptedOf('i')} as content) accepted
       left join lateral (
         select m.* from mails m where m.order_number = o.number and m.delivery = d.id and m.edition = d.edition
         order by m.copy desc limit 1) newest on true
     where ${sellerOf('o')} = ? and o.status in ('open', 'suspended') and d.unlocked_at is null and accepted.content->'emergency' is null
     order by o.number, d.id::int`,
    [account],
  );
}
