import type { EntityManager } from '@mikro-orm/postgresql';
import type { By, Role } from '../../../domain/people/permissions.ts';
import { mailState } from '../mails/reports.ts';
import { acceptedOf } from '../orders/accepted.ts';
import { sellerOf } from '../seller-of.ts';
import { accountStream, type Cause } from './events.ts';
import { addMembers, membersOf, normalEmail, setRole, takeOutMember } from './people.ts';

type Correction = { wrong: string; right: string; isAccounts: boolean };

/**
 * Puts who has the right address in the place of who has the wrong one, in one transaction: an administrator where the wrong
 * one is the address of the account, else what the other was. Who is a member already stays what they are at least. The other
 * belongs to the account no more, and their sessions there end. Answers `unknown` where neither address is a member's, nor
 * the wrong one the account's; else by which correction who has the right one was let in, where one did and they were not
 * here since: whoever asks again, their invitation is still to be sent.
 */
export async function correctMember(
  em: EntityManager,
  account: string,
  { wrong, right, isAccounts }: Correction,
  { by, cause, at }: Cause & { by: By },
): Promise<{ invitation: string | null } | 'unknown'> {
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
    return { invitation: await letInBy(tx, account, known.id) };
  });
}

/** The cause by which a correction let somebody in who was not here since; null where that is not so. */
async function letInBy(tx: EntityManager, account: string, person: string): Promise<string | null> {
  const [letIn] = await tx.execute<{ cause: string }[]>(
    `select newest.cause from (select j.data->>'cause' as cause from journal j
         where j.stream = ? and j.type in ('person-invited', 'person-joined') and j.data->>'person' = ?
         order by j.seq desc limit 1) newest
       where newest.cause like '%/right/' || ?::text
         and not exists (select from sessions s where s.account_id = ? and s.person_id = ?::uuid)`,
    [accountStream(account), person, person, account, person],
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
