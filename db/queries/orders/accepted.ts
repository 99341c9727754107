import type { EntityManager } from '@mikro-orm/postgresql';
import type { AcceptedOrder } from '../../../domain/order/arriving/accept.ts';
import type { Order } from '../../../domain/order/order.ts';

/**
 * In SQL, the content of an order as it is now, by the name that its row in `intakes` has in a statement: what facts brought
 * since stands in place of what came in with it. An order that is not projected is as it came in.
 */
export function acceptedOf(intake: string): string {
  return `(${intake}.content || coalesce(${intake}.brought, '{}'))`;
}

/** What facts brought of an order that is ahead of its projection, by what it says itself. */
export async function readBrought(
  em: EntityManager,
  number: string,
  said: Order['said'],
): Promise<Partial<AcceptedOrder>> {
  const [row] = await em.execute<{ brought: Partial<AcceptedOrder> }[]>(
    'select coalesce(brought_by(?, ?::jsonb), ?::jsonb) as brought',
    [number, JSON.stringify(said), '{}'],
  );
  return row!.brought;
}
