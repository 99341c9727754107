import type { EntityManager } from '@mikro-orm/postgresql';
import type { Ledger } from '../../../domain/order/line/capacity.ts';
import { AssignmentEntity } from '../../entities/servers/assignment.ts';
import { DeliveryEntity } from '../../entities/telling/delivery.ts';
import { LineEntity } from '../../entities/orders/line.ts';
import { OrderEntity } from '../../entities/orders/order.ts';

/** Lines, deliveries and assignments of all orders of a customer that are not over, by the projection; four queries. */
export async function customerLedgers(em: EntityManager, customerId: string): Promise<Ledger[]> {
  const orders = await em.find(OrderEntity, { customerId, status: { $in: ['open', 'suspended'] } });
  const ofThese = { orderNumber: { $in: orders.map((order) => order.number) } };
  const [lines, deliveries, assignments] = await Promise.all([
    em.find(LineEntity, ofThese),
    em.find(DeliveryEntity, ofThese),
    em.find(AssignmentEntity, ofThese),
  ]);
  return orders.map(({ number, status }) => ({
    number,
    status,
    lines: lines
      .filter((line) => line.orderNumber === number)
      .map(({ canceledAt, ...line }) => ({ ...line, canceledAt: canceledAt?.getTime() ?? null })),
    assignments: assignments.filter((assignment) => assignment.orderNumber === number),
    deliveries: deliveries
      .filter((delivery) => delivery.orderNumber === number)
      .map(({ id, unlockedAt }) => ({ id, unlockedAt: unlockedAt?.getTime() ?? null })),
  }));
}

/** Whether any order of a customer, over or not, has a line of an application. */
export async function isSoldTo(em: EntityManager, customerId: string, application: string): Promise<boolean> {
  const [sold] = await em.execute(
    'select from orders o join lines l on l.order_number = o.number where o.customer_id = ? and l.application = ? limit 1',
    [customerId, application],
  );
  return sold !== undefined;
}
