import type { BatchKind } from './batches.ts';
import type { OrderChange } from './order/offers.ts';

/** Changes of an order after which nothing brings back what was there: it ends, is somebody else's, or another thing. */
export const IRREVERSIBLE_CHANGES: readonly string[] = [
  'cancel',
  'convert',
  'transfer',
  'withdraw',
] satisfies OrderChange[];

/** The same for many orders at once. */
export const IRREVERSIBLE_BATCHES: readonly BatchKind[] = ['cancellations'];
