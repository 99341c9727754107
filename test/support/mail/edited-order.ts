import type { MikroORM } from '@mikro-orm/postgresql';
import type { By } from '../../../domain/people/permissions.ts';
import { keepFact } from '../../../db/queries/orders/fact-contents.ts';
import { publishOrder } from '../../../db/queries/publishing/publish-order.ts';
import {
  acceptOrder,
  beginningOf,
  toParty,
  type PostedOrder,
  type PostedParty,
} from '../../../domain/order/arriving/accept.ts';
import { handle } from '../../../domain/order/handle.ts';
import { openOrder, type Order } from '../../../domain/order/order.ts';
import type { OrderCommand } from '../../../domain/order/commands.ts';
import { deliverOrder, postedOrder } from '../api/delivered-order.ts';

const BY: By = 'key/1';

/** An order as API and workflow leave it in the database, to which facts can be told there and then. */
export async function anEditedOrder(orm: MikroORM, number: string, atMs: number, changes: Partial<PostedOrder> = {}) {
  const em = () => orm.em.fork();
  const posted = postedOrder(number, changes);
  await deliverOrder(em(), posted, atMs);
  const { opening, reference, lines } = beginningOf(acceptOrder(posted, BY, atMs));
  let order: Order = handle(openOrder(opening), { type: 'deliver', reference, lines }, atMs, atMs).order;
  let facts = 0;

  async function tell(command: OrderCommand, at: number): Promise<void> {
    const handled = handle(order, command, at, at);
    order = handled.order;
    await publishOrder(em(), order, handled.events);
  }

  return {
    number,
    /** Names another customer; answers the edition that the delivery has then. */
    amend: async (customer: string, at: number): Promise<number> => {
      const [reference, contentHash] = [`A-${(facts += 1)}`, customer];
      const content = { customer: toParty({ ...posted.customer, name: customer }) };
      await keepFact(em(), { order: number, kind: 'amend', reference, contentHash, content, by: BY, at });
      await tell({ type: 'amend', reference, contentHash, inZone: order.timeZone, says: ['customer'] }, at);
      return order.deliveries[0]!.edition!;
    },
    /** The same with another reseller. */
    sellBy: async (reseller: PostedParty, at: number): Promise<number> => {
      const [reference, contentHash] = [`S-${(facts += 1)}`, reseller.id];
      const content = { reseller: toParty(reseller) };
      await keepFact(em(), { order: number, kind: 'change-seller', reference, contentHash, content, by: BY, at });
      await tell({ type: 'change-seller', reference, contentHash, resellerId: reseller.id }, at);
      return order.deliveries[0]!.edition!;
    },
  };
}
