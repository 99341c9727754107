/** Of an event that concerns a webhook: still to be taken, taken, or given up. */
export const DELIVERY_STATES = ['waiting', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** An event as deliveries know it: its place in the feed, its id, and its place in its own stream. */
export type Placed = { position: number; event: string; stream: string; seq: number; type: string };
