import type { OrderRecord } from '../../db/queries/orders/orders.ts';
import type { JournalItem } from '../../db/queries/read-journal.ts';
import { sellerIdOf } from '../../domain/order/arriving/parties.ts';
import type { Caller } from '../../domain/people/permissions.ts';
import { presentEvent } from '../event-view.ts';
import { becomesParty } from '../permissions/changed-parties.ts';
import { eventInSight, hiddenFrom, inSightOf } from '../permissions/in-sight.ts';
import { presentNewlySeen } from './view.ts';

/** An event of an order as a caller who may see that sees it. One by which it sees the order, or what was locked of it, carries it whole. */
export function presentInOrder(caller: Caller, record: OrderRecord, item: JournalItem, nowMs: number) {
  return {
    ...presentEvent(eventInSight(caller, item, hiddenFrom(caller, record))),
    ...(isNewTo(caller, record, item) && { order: presentNewlySeen(inSightOf(caller, record), nowMs) }),
  };
}

/** Whether a caller sees an order, or what was locked of it, by an event: older ones may lie behind the cursor that it goes on from. */
function isNewTo({ account }: Caller, { order }: OrderRecord, item: JournalItem): boolean {
  const isUnlockedFor = item.type === 'unlocked' && order !== null && sellerIdOf(order) !== order.customerId;
  return becomesParty(account.id, item) || (isUnlockedFor && order.customerId === account.id);
}
