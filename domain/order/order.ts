import type { Day } from '../days.ts';
import type { Policy } from '../policy.ts';
import type { Position, Recorded } from '../recorded.ts';
import type { RefusalCode } from '../refusal.ts';
import type { Care, LicenseKind, Terms } from '../terms.ts';

export const ORDER_STATUSES = ['open', 'suspended', 'canceled', 'ended'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export const ORDER_STAGES = ['locked', 'unlocked', 'assigned', 'activated'] as const;
export type OrderStage = (typeof ORDER_STAGES)[number];

/** A line as sold: what the vendor's ERP posts, with every default filled in. */
export type SoldLine = {
  application: string;
  capacity: number;
  license: LicenseKind;
  startsOn: Day;
  endsOn: Day | null;
  care: Care | null;
};

/** What time alone has already done to a line, so that it is done once. */
export type Mark = 'expiring' | 'expired' | 'care-expired';

export type Line = SoldLine & { id: string; delivery: string; terms: Terms; marks: Mark[] };

/** A batch of lines that arrived together, are locked together and are announced by one e-mail. */
export type Delivery = { id: string; reference: string; deliveredAt: number; unlockedAt: number | null };

/** Capacity of one line given to one server. */
export type Assignment = { line: string; server: string; capacity: number };

/** What an order has heard from one server: the highest message number, and since when that server is activated. */
export type HeardServer = { server: string; number: number; activatedAt: number | null };

/** The whole truth about one order; plain JSON, carried over every roll-over. */
export type Order = Position & {
  /** The version of the rules that this order lives by; raised at a roll-over only. */
  rules: 1;
  number: string;
  customerId: string;
  resellerId: string | null;
  distributorId: string | null;
  timeZone: string;
  policy: Policy;
  placedAt: number;
  acceptedAt: number;
  status: OrderStatus;
  deliveries: Delivery[];
  lines: Line[];
  assignments: Assignment[];
  servers: HeardServer[];
};

/**
 * What a server tells an order: the whole truth about what it holds there, absolute, so that it can be repeated.
 * `number` is the next value of the server's one counter: what is not above the last one heard is too late.
 */
export type ServerMessage = {
  server: string;
  number: number;
  shares: { line: string; capacity: number }[];
  activatedAt: number | null;
};

export type OrderCommand =
  | { type: 'deliver'; reference: string; lines: SoldLine[] }
  | { type: 'unlock'; delivery?: string }
  | ({ type: 'take' } & ServerMessage)
  | ({ type: 'tell' } & ServerMessage);

export type OrderEvent =
  | { type: 'delivered'; delivery: string; reference: string; lines: (SoldLine & { id: string })[] }
  | { type: 'unlocked'; delivery: string }
  | { type: 'unlock-refused'; code: RefusalCode; delivery?: string }
  | { type: 'assigned'; line: string; application: string; server: string; capacity: number; total: number }
  | { type: 'released'; line: string; application: string; server: string; capacity: number; total: number }
  | { type: 'activated'; server: string; activatedAt: number }
  | { type: 'deactivated'; server: string }
  | { type: 'heard'; server: string; number: number }
  | { type: 'expiring'; line: string; application: string; endsOn: Day }
  | { type: 'expired'; line: string; application: string; endsOn: Day }
  | { type: 'care-expired'; line: string; application: string; endsOn: Day }
  | { type: 'ended' };

export type RecordedOrderEvent = Recorded<OrderEvent>;

/** Bookkeeping between workflows: part of the stream, of no interest to a reader of the journal. */
export const INTERNAL_EVENTS: readonly string[] = ['heard'] satisfies OrderEvent['type'][];

/** What is fixed about an order before anything is delivered. */
export type OrderOpening = Pick<
  Order,
  'number' | 'customerId' | 'resellerId' | 'distributorId' | 'timeZone' | 'policy' | 'placedAt' | 'acceptedAt'
>;

/** An order to which nothing has happened yet. */
export function openOrder(opening: OrderOpening): Order {
  return {
    ...opening,
    rules: 1,
    seq: 0,
    lastAt: opening.acceptedAt,
    status: 'open',
    deliveries: [],
    lines: [],
    assignments: [],
    servers: [],
  };
}
