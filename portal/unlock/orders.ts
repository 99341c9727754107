import type { OrderStatus } from '../../domain/order/order.ts';
import type { Care, LicenseKind } from '../../domain/catalogue/terms.ts';
import type { UnlockLink } from '../../secrets/unlock-link.ts';

/** What the unlock page reads of an order, as the API answers it; instants are ISO 8601. */
export type UnlockableOrder = {
  number: string;
  status: OrderStatus;
  customer: { id: string; name: string };
  reseller: { name: string } | null;
  distributor: { name: string } | null;
  deliveries: { id: string; edition: number; unlockedAt: string | null }[];
  lines: {
    id: string;
    delivery: string;
    application: string;
    license: LicenseKind;
    capacity: number;
    startsOn: string;
    endsOn: string | null;
    care: Pick<Care, 'level' | 'endsOn'> | null;
  }[];
};

/** What the unlock page asks of the API's services; both throw errors with a code of `services/problems/problems.ts`, LINK_REPLACED too. */
export type UnlockableOrders = {
  readByLink(link: UnlockLink): Promise<UnlockableOrder>;
  /**
   * Resolves once Temporal has the signal, which names the request, as nobody else is known, and the edition of the delivery
   * that the page showed; `applied` says whether the order shows it already.
   */
  unlockByLink(link: UnlockLink, requestId: string, shown?: number): Promise<{ applied: boolean }>;
};
