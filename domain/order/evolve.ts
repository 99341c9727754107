import { evolveAmended } from './change/amending.ts';
import { evolveCanceled, evolveCancellationPlanned } from './change/canceling.ts';
import { evolveConverted } from './change/converting.ts';
import { evolveLines } from './line/evolve-lines.ts';
import { evolveShares } from './evolve-shares.ts';
import { evolveIntent } from './change/intending.ts';
import { evolveLock } from './change/locking.ts';
import type { Order } from './order.ts';
import type { RecordedOrderEvent } from './events.ts';
import { evolveParties } from './arriving/parties.ts';
import { evolvePlanWithdrawn } from './change/planning.ts';
import { evolveReduced } from './change/reducing.ts';
import { evolveRelocated } from './change/relocating.ts';
import { evolveWithdrawn } from './change/withdrawing.ts';

/** The order after an event. Replaying all events of a stream gives its state. */
export function evolve(order: Order, event: RecordedOrderEvent): Order {
  return { ...change(order, event), seq: event.seq, lastAt: event.at };
}

function change(order: Order, event: RecordedOrderEvent): Order {
  switch (event.type) {
    case 'delivered':
    case 'expanded':
    case 'renewed':
    case 'expiring':
    case 'expired':
    case 'care-expired':
    case 'notice-due':
      return evolveLines(order, event);
    case 'unlocked':
    case 'locked':
      return evolveLock(order, event);
    case 'amended':
      return evolveAmended(order, event);
    case 'canceled':
      return evolveCanceled(order, event);
    case 'cancellation-planned':
      return evolveCancellationPlanned(order, event);
    case 'reduced':
      return evolveReduced(order, event);
    case 'plan-withdrawn':
      return evolvePlanWithdrawn(order, event);
    case 'withdrawn':
      return evolveWithdrawn(order, event);
    case 'converted':
      return evolveConverted(order, event);
    case 'time-zone-changed':
      return evolveRelocated(order, event);
    case 'parties-changed':
      return evolveParties(order, event);
    case 'intent-stated':
      return evolveIntent(order, event);
    case 'correction-due':
      return { ...order, corrections: order.corrections.filter(({ delivery }) => delivery !== event.delivery) };
    case 'closed':
      return { ...order, canceledAt: null };
    case 'assigned':
    case 'released':
    case 'taken-back':
    case 'activated':
    case 'deactivated':
    case 'heard':
      return evolveShares(order, event);
    case 'suspended':
      return { ...order, isChanged: true, status: event.type, suspendedFor: event.reason };
    case 'ended':
      return { ...withoutSuspension(order), status: event.type, planned: [] };
    case 'resumed':
      return { ...withoutSuspension(order), isChanged: true, status: 'open' };
    case 'unlock-refused':
    case 'renew-refused':
    case 'expand-refused':
    case 'suspend-refused':
    case 'resume-refused':
    case 'cancel-refused':
    case 'amend-refused':
    case 'lock-refused':
    case 'withdraw-refused':
    case 'withdraw-plan-refused':
    case 'convert-refused':
    case 'change-time-zone-refused':
    case 'change-seller-refused':
    case 'transfer-refused':
    case 'state-intent-refused':
      return order;
  }
}

function withoutSuspension({ suspendedFor: _, ...order }: Order): Order {
  return order;
}
