import { amend } from './change/amending.ts';
import { cancel } from './change/canceling.ts';
import { refuseWhenOver } from './line/capacity.ts';
import { convert } from './change/converting.ts';
import { deliver } from './change/delivering.ts';
import { stateIntent } from './change/intending.ts';
import { lock, unlock } from './change/locking.ts';
import type { Order } from './order.ts';
import type { OrderCommand } from './commands.ts';
import type { OrderEvent } from './events.ts';
import { changeSeller, transfer } from './arriving/parties.ts';
import { withdrawPlan } from './change/planning.ts';
import { relocate } from './change/relocating.ts';
import { renew } from './change/renewing.ts';
import { take, tell } from './change/sharing.ts';
import { withdraw } from './change/withdrawing.ts';

/**
 * What a command changes at an instant; `takenAtMs` is when it was taken, which may be earlier, as no command takes effect
 * before what came before it. Facts that change nothing any more answer with no event.
 * Refusals: ORDER_CANCELED, ORDER_ENDED, and those of the single commands.
 */
export function decide(order: Order, command: OrderCommand, atMs: number, takenAtMs = atMs): OrderEvent[] {
  switch (command.type) {
    case 'deliver':
      return deliver(order, 'delivered', command, atMs);
    case 'expand':
      return deliver(order, 'expanded', command, atMs);
    case 'unlock':
      return unlock(order, command, atMs, takenAtMs);
    case 'take':
      return take(order, command, atMs);
    case 'tell':
      return tell(order, command);
    case 'renew':
      return renew(order, command, atMs);
    case 'suspend':
      return suspend(order, command.reason);
    case 'resume':
      refuseWhenOver(order);
      return order.status === 'suspended' ? [{ type: 'resumed' }] : [];
    case 'cancel':
      return cancel(order, command, atMs);
    case 'amend':
      return amend(order, command);
    case 'lock':
      return lock(order, command, atMs, takenAtMs);
    case 'withdraw':
      return withdraw(order, command, atMs);
    case 'withdraw-plan':
      return withdrawPlan(order, command.id);
    case 'convert':
      return convert(order, command, atMs);
    case 'change-time-zone':
      return relocate(order, command, atMs);
    case 'change-seller':
      return changeSeller(order, command);
    case 'transfer':
      return transfer(order, command, atMs);
    case 'state-intent':
      return stateIntent(order, command);
  }
}

/** Another reason is news, and replaces the one before; the same again is none. */
function suspend(order: Order, reason: string): OrderEvent[] {
  refuseWhenOver(order);
  const isKnown = order.status === 'suspended' && order.suspendedFor === reason;
  return isKnown ? [] : [{ type: 'suspended', reason }];
}
