import { Refusal } from '../refusal.ts';
import type { FactKind, Referenced } from './facts.ts';
import type { Order } from './order.ts';

/** Whether an order has heard a fact before, with this content. Refusals: REFERENCE_TAKEN for another content. */
export function isHeard(order: Order, kind: FactKind | 'renewal', { reference, contentHash }: Referenced): boolean {
  const known =
    kind === 'renewal'
      ? order.renewals.find((renewal) => renewal.reference === reference)
      : order.facts.find((fact) => fact.kind === kind && fact.reference === reference);
  if (known && known.contentHash !== contentHash) throw new Refusal('REFERENCE_TAKEN', { reference });
  return known !== undefined;
}

/** Refuses instants that were computed in another time zone than the order's. Refusals: TIME_ZONE_CHANGED. */
export function refuseOtherZone(order: Order, { inZone }: { inZone?: string }): void {
  if (inZone !== undefined && inZone !== order.timeZone)
    throw new Refusal('TIME_ZONE_CHANGED', { timeZone: order.timeZone });
}

/** The order knows a fact, for ever. */
export function remember(order: Order, kind: FactKind, { reference, contentHash }: Referenced): Order {
  return {
    ...order,
    isChanged: order.isChanged || kind !== 'amendment',
    facts: [...order.facts, { kind, reference, contentHash }],
  };
}
