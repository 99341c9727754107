import type { EntityManager } from '@mikro-orm/postgresql';
import type { OrderStage, OrderStatus } from '../../../domain/order/order.ts';

/** How many orders there are of each status and stage. */
export function ordersByStage(em: EntityManager): Promise<{ status: OrderStatus; stage: OrderStage; count: number }[]> {
  return em.execute(`select status, stage, count(*)::int as count from orders group by status, stage`);
}

/** Orders that are kept and not started: how many, and how long the oldest has waited, in milliseconds; 0 where none does. */
export async function unstartedOrders(em: EntityManager, at: Date): Promise<{ count: number; oldestMs: number }> {
  const [found] = await em.execute<[{ count: number; oldestMs: number }]>(
    `select count(*)::int as count, ${ageInMs('min(received_at)')} as "oldestMs" from intakes where started_at is null`,
    [at],
  );
  return found;
}

/** In SQL, how long ago an instant was at the one that is bound to it, in milliseconds; 0 where there is none. */
export const ageInMs = (instant: string) =>
  `greatest(0, coalesce(extract(epoch from ?::timestamptz - ${instant}) * 1000, 0))::float8`;
