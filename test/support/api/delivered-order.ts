import type { EntityManager } from '@mikro-orm/postgresql';
import { IntakeEntity } from '../../../db/entities/orders/intake.ts';
import { publishOrder } from '../../../db/queries/publishing/publish-order.ts';
import { acceptOrder, beginningOf, type PostedOrder } from '../../../domain/order/arriving/accept.ts';
import { handle, type Handled } from '../../../domain/order/handle.ts';
import { openOrder } from '../../../domain/order/order.ts';

/** An order with two lines as the vendor posts it. */
export function postedOrder(number: string, changes: Partial<PostedOrder> = {}): PostedOrder {
  return {
    number,
    customer: { id: 'acme-hotels', name: 'Acme Hotels', email: 'it@acme-hotels.example' },
    reseller: { id: 'northwind-voice', name: 'Northwind Voice', email: 'orders@northwind-voice.example' },
    lines: [
      {
        application: 'attendant-console',
        capacity: 20,
        license: 'subscription',
        startsOn: '2026-12-01',
        endsOn: '2027-11-30',
      },
      { application: 'digital-fax', capacity: 8, license: 'perpetual', care: { level: 'gold', endsOn: '2027-11-30' } },
    ],
    ...changes,
  };
}

/** Writes an order's intake and projection, as the API and the order's workflow leave them after the first delivery. */
export async function deliverOrder(em: EntityManager, posted: PostedOrder, atMs: number): Promise<void> {
  const { order, events } = await takeInOrder(em, posted, atMs);
  await publishOrder(em, order, events);
}

/** Writes an order's intake, as the API leaves it; answers what the order's workflow is about to publish. */
export async function takeInOrder(em: EntityManager, posted: PostedOrder, atMs: number): Promise<Handled> {
  const content = acceptOrder(posted, 'key/1', atMs);
  const received = { contentHash: '', receivedAt: new Date(atMs) };
  await em.insert(IntakeEntity, { number: posted.number, content, ...received });
  const { opening, reference, lines } = beginningOf(content);
  return handle(openOrder(opening), { type: 'deliver', reference, lines }, atMs, atMs);
}
