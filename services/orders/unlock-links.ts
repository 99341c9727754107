import { findReplacement, newestGeneration, replaceLink } from '../../db/queries/orders/unlock-links.ts';
import { refuseWhenOver } from '../../domain/order/capacity.ts';
import { unlockCapability, type UnlockLink } from '../../secrets/unlock-link.ts';
import type { Asked } from '../asked.ts';
import type { Deps } from '../deps.ts';
import { byRule, ProblemError } from '../problems/problems.ts';
import { createKnownOrders } from './known.ts';
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

  /** Passes where there is a link to replace. Problems: NOT_FOUND, DELIVERY_UNKNOWN, ALREADY_UNLOCKED, ORDER_CANCELED, ORDER_ENDED. */
  async function checkReplaceable(number: string, delivery: string): Promise<void> {
    const { order } = await read(number);
    const found = order?.deliveries.find(({ id }) => id === delivery);
    if (!order || !found) throw new ProblemError('DELIVERY_UNKNOWN');
    byRule(() => refuseWhenOver(order));
    if (found.unlockedAt !== null) throw new ProblemError('ALREADY_UNLOCKED');
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
      if (!repeated) await checkReplaceable(number, delivery);
      const at = new Date(clock());
      const { generation, replacedAt } = repeated ?? (await replaceLink(em(), opened, { requestId, by, at }));
      return {
        unlockUrl: `${publicUrl}/unlock/${unlockCapability(secretKeys, { ...opened, generation })}`,
        replacedAt: instant(replacedAt),
      };
    },

    /** All of the order that a link opens a delivery of. Problems: NOT_FOUND, LINK_REPLACED. */
    async readByLink(link: UnlockLink): Promise<OrderView> {
      await refuseReplaced(link);
      return orders.readWholeOrder(link.order);
    },

    /**
     * Unlocks what a link opens. Whether the link was replaced is asked directly before the signal is sent, and no lock is
     * held: of an unlock and a replacement at the same moment, the unlock may still pass, as if it had come first.
     * Problems: LINK_REPLACED, and those of `orders.unlock`.
     */
    async unlockByLink(link: UnlockLink, requestId: string): Promise<{ applied: boolean }> {
      await refuseReplaced(link);
      return orders.unlock(link.order, link.delivery, { by: `link/${link.generation}`, requestId });
    },
  };
}
