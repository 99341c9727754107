import type { TodoRow } from '../../db/queries/todo/list.ts';
import {
  mayChangeOrders,
  mayManageServers,
  mayManageWebhooks,
  mayUnlock,
  type Caller,
} from '../../domain/people/permissions.ts';

/** Whether a caller may do what is to be done itself; else it asks who may. */
export function isTheirs(
  caller: Caller,
  { kind, customer, order }: Pick<TodoRow, 'kind' | 'customer' | 'order'>,
): boolean {
  switch (kind) {
    case 'locked':
    case 'mail-bounced':
      return order !== null && mayUnlock(caller, order);
    case 'suspended':
    case 'grace':
    case 'stopped':
    case 'ends':
    case 'care-ends':
    case 'care-ended':
      return mayChangeOrders(caller);
    case 'webhook-disabled':
      return mayManageWebhooks(caller, caller.account);
    case 'cloned':
    case 'silent':
    case 'refused':
    case 'over-assigned':
    case 'nearly-used':
    case 'restored':
    case 'advisory':
    case 'emergency':
    case 'to-activate':
      // Of others' servers nothing is listed.
      return customer !== null && mayManageServers(caller, { id: customer.id, sells: true, manages: true });
  }
}
