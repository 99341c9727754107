import type { EntityManager } from '@mikro-orm/postgresql';
import { stageOf } from '../../../domain/order/line/capacity.ts';
import type { Order } from '../../../domain/order/order.ts';
import type { RecordedOrderEvent } from '../../../domain/order/events.ts';
import { linesOf } from '../../../domain/order/line/lasting.ts';
import { leaseDays } from '../../../domain/catalogue/terms.ts';
import { instant } from '../instants.ts';
import { publish } from './publish.ts';
import type { StreamRows } from './streams.ts';
import { noteUnrecoverable } from './unrecoverable.ts';

/** Brings the rows of an order to its state and its journal up to date, in one transaction; what is older than the rows changes nothing. */
export async function publishOrder(em: EntityManager, order: Order, events: RecordedOrderEvent[]): Promise<void> {
  await em.transactional(async (tx) => {
    await publish(tx, 'order', orderRows(order), events);
    if (isAnyCanceled(order)) await noteUnrecoverable(tx, { order: order.number }, order);
  });
}

/** Whether any of an order is canceled: what of that cannot be taken back is journaled of its servers. */
export function isAnyCanceled({ status, lines }: Order): boolean {
  return status === 'canceled' || lines.some(({ canceledAt }) => canceledAt !== undefined);
}

/** What an order says of itself, as rows. */
export function orderRows(order: Order): StreamRows<'order'> {
  const { number: orderNumber, seq, customerId, resellerId, distributorId, timeZone, status, said } = order;
  const openFor = status === 'open' || status === 'suspended' ? customerId : null;
  return {
    parent: {
      ...{ number: orderNumber, seq, customerId, resellerId, distributorId, timeZone, status, said },
      stage: stageOf(order),
      placedAt: instant(order.placedAt),
      acceptedAt: instant(order.acceptedAt),
    },
    children: {
      deliveries: order.deliveries.map(({ id, reference, deliveredAt, unlockedAt, edition = 1 }) => ({
        ...{ orderNumber, id, reference, openFor, edition },
        deliveredAt: instant(deliveredAt),
        unlockedAt: instant(unlockedAt),
      })),
      lines: linesOf(order).map(({ reference, evaluation, canceledAt, ...line }) => ({
        ...{ orderNumber, openFor, ...line },
        reference: reference ?? null,
        evaluation: evaluation ?? null,
        canceledAt: instant(canceledAt ?? null),
        leaseDays: leaseDays(order.policy, line.license),
      })),
      assignments: order.assignments.map(({ line, server, capacity }) => ({ orderNumber, line, server, capacity })),
      heardServers: order.servers.map(({ server, number, activatedAt }) => ({
        ...{ orderNumber, server, number },
        activatedAt: instant(activatedAt),
      })),
    },
  };
}
