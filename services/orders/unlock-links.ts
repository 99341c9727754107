import { findReplacement, newestGeneration, replaceLink } from '../../db/queries/orders/unlock-links.ts';
import { refuseWhenOver } from '../../domain/order/line/capacity.ts';
import { editionOf } from '../../domain/order/editions.ts';
import { unlockCapability, type UnlockLink } from '../../secrets/unlock-link.ts';
import type { Asked } from '../asked.ts';
import type { Deps } from '../deps.ts';
import { byRule, ProblemError } from '../problems/problems.ts';
import { createKnownOrders } from './arriving/known.ts';
import { instant, type OrderView } from './view.ts';
import type { OrderService } from './orders.ts';

export type UnlockLinkService = ReturnType<typeof createUnlockLinkService>;

/** The links that unlock deliveries: what they open, and replacing one. A link is derived whenever it is asked for. */
export function createUnlockLinkService(deps: Deps, orders: OrderService) {
  const { orm, clock, secretKeys, publicUrl } = deps;
  const { read } = createKnownOrders(deps);
  const em = () => orm.em.fork();

  /** A link above the newest is one that a restored database has forgotten: it is genuine, and works. Problems: LINK_REPLACED. */
  async function refuseReplaced(link: UnlockLink): Promise<void> {
    if (link.generation < (await newestGeneration(em(), link))) throw new ProblemError('LINK_REPLACED');
  }

  /** The same for a link of a former edition of its delivery: who held it may have no part in the order any more. */
  function refuseFormer({ delivery, edition = 1 }: UnlockLink, order: OrderView): void {
    const newest = order.deliveries.find(({ id }) => id === delivery)?.edition ?? 1;
    if (edition < newest) throw new ProblemError('LINK_REPLACED');
  }

  /** The delivery whose link can be replaced. Problems: NOT_FOUND, DELIVERY_UNKNOWN, ALREADY_UNLOCKED, ORDER_CANCELED, ORDER_ENDED. */
  async function checkReplaceable(number: string, delivery: string): Promise<{ edition: number }> {
    const { order } = await read(number);
    const found = order?.deliveries.find(({ id }) => id === delivery);
    if (!order || !found) throw new ProblemError('DELIVERY_UNKNOWN');
    byRule(() => refuseWhenOver(order));
    if (found.unlockedAt !== null) throw new ProblemError('ALREADY_UNLOCKED');
    return { edition: editionOf(found) };
  }

  return {
    checkReplaceable,

    /**
     * Replaces the unlock link of a delivery: every earlier one stops working at once. A repeat of the same request gets
     * the same link, also when that was replaced since. An unlock that was signaled before stands, even where no worker
     * has carried it out yet. Problems: see {@link checkReplaceable}.
     */
    async replace(
      number: string,
      delivery: string,
      { requestId, by }: Asked,
    ): Promise<{ unlockUrl: string; replacedAt: string }> {
      const opened = { order: number, delivery };
      const repeated = await findReplacement(em(), opened, requestId);
      const asked = { requestId, by, at: new Date(clock()) };
      const { generation, edition, replacedAt } =
        repeated ?? (await replaceLink(em(), opened, { ...asked, ...(await checkReplaceable(number, delivery)) }));
      return {
        unlockUrl: `${publicUrl}/unlock/${unlockCapability(secretKeys, { ...opened, generation, edition })}`,
        replacedAt: instant(replacedAt),
      };
    },

    /** All of the order that a link opens a delivery of. Problems: NOT_FOUND, LINK_REPLACED. */
    async readByLink(link: UnlockLink): Promise<OrderView> {
      await refuseReplaced(link);
      const order = await orders.readWholeOrder(link.order);
      refuseFormer(link, order);
      return order;
    },

    /**
     * Unlocks what a link opens, as its page showed it: `shown` is the edition of the delivery that stood there. Whether the link was replaced is asked directly before the signal is sent, and no lock is
     * held: of an unlock and a replacement at the same moment, the unlock may still pass, as if it had come first.
     * Problems: LINK_REPLACED, and those of `orders.unlock`.
     */
    async unlockByLink(link: UnlockLink, requestId: string, shown = link.edition ?? 1): Promise<{ applied: boolean }> {
      await refuseReplaced(link);
      const { order, delivery, generation } = link;
      return orders.unlock(order, { delivery, edition: shown }, { by: `link/${generation}`, requestId });
    },
  };
}
