import type { EntityManager } from '@mikro-orm/postgresql';
import type { AcceptedOrder } from '../../../domain/order/arriving/accept.ts';
import { allOf, type Condition } from '../conditions.ts';
import { inMs } from '../instants.ts';

/** An emergency as it is listed: `name` is its customer's. Instants in epoch milliseconds. */
export type ListedEmergency = {
  content: AcceptedOrder;
  customerId: string;
  name: string;
  seller: string | null;
  declaredAt: number;
};

/** Where a list of emergencies goes on. */
export type EmergencyPosition = { declaredAt: number; order: string };

/** Emergencies of a customer, else of all, last declared first, from a position on. */
export function listEmergencies(
  em: EntityManager,
  customer: string | null,
  limit: number,
  after: EmergencyPosition | null,
): Promise<ListedEmergency[]> {
  const { sql, values } = allOf([
    ...ofCustomer(customer),
    ...(after
      ? [{ sql: '(e.declared_at, e.order_number) < (?, ?)', values: [new Date(after.declaredAt), after.order] }]
      : []),
  ]);
  return em.execute<ListedEmergency[]>(
    `select i.content, e.customer_id as "customerId", a.name, e.seller_id as seller, ${inMs('e.declared_at')} as "declaredAt"
     from emergencies e join intakes i on i.number = e.order_number join accounts a on a.id = e.customer_id
     where ${sql} order by e.declared_at desc, e.order_number desc limit ?`,
    [...values, limit],
  );
}

function ofCustomer(customer: string | null): Condition[] {
  return [customer === null ? { sql: 'true', values: [] } : { sql: 'e.customer_id = ?', values: [customer] }];
}
