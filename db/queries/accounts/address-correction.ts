import type { EntityManager } from '@mikro-orm/postgresql';
import type { By, Role } from '../../../domain/permissions.ts';
import { sellerOf } from '../seller-of.ts';
import type { Cause } from './events.ts';
import { addMembers, membersOf, normalEmail, removeMember, setRole } from './people.ts';

type Correction = { wrong: string; right: string; isAccounts: boolean };

/**
 * Puts who has the right address in the place of who has the wrong one, in one transaction: an administrator where that is the
 * address of the account, else what the other was. Who is a member already stays what they are at least. The other belongs to the account no
 * more, and their sessions there end. Answers whether the wrong address, or the right one, was known before.
 */
export async function correctMember(
  em: EntityManager,
  account: string,
  { wrong, right, isAccounts }: Correction,
  { by, cause, at }: Cause & { by: By },
): Promise<boolean> {
  return em.transactional(async (tx) => {
    const members = await membersOf(tx, account);
    const [former, known] = [wrong, right].map((email) => members.find((one) => one.email === normalEmail(email)));
    if (!isAccounts && !former) return known !== undefined;
    const role: Role = isAccounts ? 'administrator' : former!.role;
    const [added] = await addMembers(tx, [
      { account, email: right, role, by, createdAt: at, confirmed: true, cause: `${cause}/right` },
    ]);
    if (!added && known && role === 'administrator')
      await setRole(tx, account, known.id, role, { by, at, cause: `${cause}/role` });
    if (former) await removeMember(tx, account, former.id, { by, at, cause: `${cause}/wrong` });
    return true;
  });
}

/** Deliveries that wait for an account to unlock them, of orders that live. */
export function lockedDeliveriesOf(em: EntityManager, account: string): Promise<{ order: string; delivery: string }[]> {
  return em.execute(
    `select o.number as order, d.id as delivery from orders o join deliveries d on d.order_number = o.number
     where ${sellerOf('o')} = ? and o.status in ('open', 'suspended') and d.unlocked_at is null
     order by o.number, d.id::int`,
    [account],
  );
}
