import type { EntityManager } from '@mikro-orm/postgresql';
import type { OrderStage, OrderStatus } from '../../../domain/order/order.ts';

/** How many orders there are of each status and stage. */
export function ordersByStage(em: EntityManager): Promise<{ status: OrderStatus; stage: OrderStage; count: number }[]> {
  return em.execute(`select status, stage, count(*)::int as count from orders group by status, stage`);
}

/** In SQL, how long ago an instant was at the one that is bound to it, in milliseconds; 0 where there is none. */
export const ageInMs = (instant: string) =>
  `greatest(0, coalesce(extract(epoch from ?::timestamptz - ${instant}) * 1000, 0))::float8`;
