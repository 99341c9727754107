import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { stageOf } from '../../domain/order/capacity.ts';
import type { Order, RecordedOrderEvent } from '../../domain/order/order.ts';
import { AssignmentEntity } from '../entities/assignment.ts';
import { DeliveryEntity } from '../entities/delivery.ts';
import { HeardServerEntity } from '../entities/heard-server.ts';
import { LineEntity } from '../entities/line.ts';
import { OrderEntity } from '../entities/order.ts';
import { appendToJournal } from './journal.ts';
import { noteUnrecoverable } from './unrecoverable.ts';

/** Brings the rows of an order to its state and its journal up to date, in one transaction; what is older than the rows changes nothing. */
export async function publishOrder(em: EntityManager, order: Order, events: RecordedOrderEvent[]): Promise<void> {
  await em.transactional(async (tx) => {
    const known = await tx.findOne(OrderEntity, order.number, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!known || known.seq < order.seq) {
      await tx.upsert(OrderEntity, orderRow(order));
      await replaceChildren(tx, order, known !== null);
    }
    await appendToJournal(tx, `order/${order.number}`, events);
    if (order.status === 'canceled') await noteUnrecoverable(tx, { order: order.number }, order.lastAt);
  });
}

async function replaceChildren(tx: EntityManager, order: Order, exists: boolean): Promise<void> {
  const orderNumber = order.number;
  if (exists) {
    await tx.nativeDelete(DeliveryEntity, { orderNumber });
    await tx.nativeDelete(LineEntity, { orderNumber });
    await tx.nativeDelete(AssignmentEntity, { orderNumber });
    await tx.nativeDelete(HeardServerEntity, { orderNumber });
  }
  await tx.insertMany(
    DeliveryEntity,
    order.deliveries.map(({ id, reference, deliveredAt, unlockedAt }) => ({
      orderNumber,
      id,
      reference,
      deliveredAt: new Date(deliveredAt),
      unlockedAt: instant(unlockedAt),
    })),
  );
  await tx.insertMany(
    LineEntity,
    order.lines.map(({ marks: _marks, ...line }) => ({ orderNumber, ...line })),
  );
  await tx.insertMany(
    AssignmentEntity,
    order.assignments.map((assignment) => ({ orderNumber, ...assignment })),
  );
  await tx.insertMany(
    HeardServerEntity,
    order.servers.map(({ server, number, activatedAt }) => ({
      orderNumber,
      server,
      number,
      activatedAt: instant(activatedAt),
    })),
  );
}

function orderRow(order: Order) {
  const { number, seq, customerId, resellerId, distributorId, timeZone, status, placedAt, acceptedAt } = order;
  return {
    ...{ number, seq, customerId, resellerId, distributorId, timeZone, status },
    stage: stageOf(order),
    placedAt: new Date(placedAt),
    acceptedAt: new Date(acceptedAt),
  };
}

function instant(epochMs: number | null): Date | null {
  return epochMs === null ? null : new Date(epochMs);
}
