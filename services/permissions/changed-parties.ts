import type { JournalItem } from '../../db/queries/read-journal.ts';
import type { PartyIds } from '../../domain/order/facts.ts';
import type { Caller } from '../../domain/people/permissions.ts';

/** Events by which somebody becomes a party of an order, or ceases to be one. */
const CHANGES = ['parties-changed', 'amended'];

type Changed = Partial<PartyIds> & { former: PartyIds };

function idsIn({ customerId, resellerId, distributorId }: Partial<PartyIds>): (string | null | undefined)[] {
  return [customerId, resellerId, distributorId];
}

function changedIn({ type, data }: JournalItem): Changed | null {
  return CHANGES.includes(type) ? (data as Changed) : null;
}

/** Whether an account is a party of an order by this event, and was none before. */
export function becomesParty(account: string, item: JournalItem): boolean {
  const changed = changedIn(item);
  if (!changed) return false;
  return idsIn({ ...changed.former, ...changed }).includes(account) && !idsIn(changed.former).includes(account);
}

/**
 * Such an event as its parties see it: who comes by it reads nothing of who was there before, and who leaves nothing of who
 * came. Which servers were given up is the former customer's to know, and what is told anew is not the customers'. The vendor
 * sees all.
 */
export function partiesInSight({ account }: Caller, item: JournalItem): JournalItem {
  const changed = changedIn(item);
  if (!changed || account.kind === 'vendor') return item;
  const { former } = changed;
  const left = idsIn({ ...former, ...changed }).includes(account.id)
    ? []
    : ['customerId', 'resellerId', 'distributorId'];
  const unseen = [
    ...left,
    ...(becomesParty(account.id, item) ? ['former'] : []),
    ...(former.customerId === account.id ? [] : ['givenUp']),
    ...(account.kind === 'customer' ? ['editions'] : []),
  ];
  return { ...item, data: Object.fromEntries(Object.entries(item.data).filter(([field]) => !unseen.includes(field))) };
}
