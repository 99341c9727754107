import type { Catalogue } from '../catalogue/catalogue.ts';
import { isOwned } from '../order/line/capacity.ts';
import type { OrderStatus } from '../order/order.ts';
import type { Terms } from '../catalogue/terms.ts';
import type { Used } from './saying.ts';

/** In tenths of what is assigned: more than this is to be looked at by people. */
export const TENTHS_USED_UP = 9;

/** Whether so much of what is assigned is used (units) that more is needed soon: above 90 %. Of nothing nothing is used up. */
export function isNearlyUsed(used: number, assigned: number): boolean {
  return assigned > 0 && used * 10 > assigned * TENTHS_USED_UP;
}

/** What a server has of a line, as far as it is asked whether that counts. */
type Share = {
  application: string;
  capacity: number;
  orderStatus: OrderStatus;
  terms: Terms;
  canceledAt?: number | null;
};

/** What of a server's shares counts at an instant (epoch milliseconds), in units by application. */
export function assignedAt(shares: readonly Share[], atMs: number): Map<string, number> {
  return unitsByApplication(shares.filter((share) => isOwned({ status: share.orderStatus }, share, atMs)));
}

/** Units that add up, by application. */
export function unitsByApplication(shares: readonly { application: string; capacity: number }[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { application, capacity } of shares) sums.set(application, (sums.get(application) ?? 0) + capacity);
  return sums;
}

/**
 * What is used of the applications of which it is nearly all, by the application whose capacity counts; null where there
 * is none. `assigned` is in units, by application.
 */
export function nearlyUsed(
  used: Used | null,
  assigned: ReadonlyMap<string, number>,
  catalogue: Catalogue,
): Used | null {
  const near = new Map<string, number>();
  for (const [application, units] of Object.entries(used ?? {})) {
    const counted = catalogue.get(application)?.capacityFrom ?? application;
    if (isNearlyUsed(units, assigned.get(counted) ?? 0)) near.set(counted, Math.max(units, near.get(counted) ?? 0));
  }
  return near.size > 0 ? Object.fromEntries(near) : null;
}
