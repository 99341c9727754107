import type { Day } from '../days.ts';
import type { By } from '../permissions.ts';
import type { Policy } from '../policy.ts';
import type { Position, Recorded } from '../recorded.ts';
import type { RefusalCode } from '../refusal.ts';
import type { Boundaries, Care, CareLevel, Instants, LicenseKind, Terms } from '../terms.ts';

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

/** A line as it is delivered: a subscription of an expansion may leave its last day, and its care's, to the order's others. */
export type UndatedLine = Omit<SoldLine, 'care'> & { care: { level: CareLevel; endsOn: Day | null } | null };

/** What time alone has already done to a line, so that it is done once. */
export type Mark = 'expiring' | 'expired' | 'care-expired';

export type Line = SoldLine & { id: string; delivery: string; terms: Terms; marks: Mark[] };

/** A batch of lines that arrived together, are locked together and are announced by one e-mail. */
export type Delivery = {
  id: string;
  reference: string;
  deliveredAt: number;
  unlockedAt: number | null;
  /** By which a repeat of an expansion is told from another one; the first delivery has none. */
  contentHash?: string;
};

/** What a renewal was called, for ever, so that a repeat changes nothing and other content is refused. */
export type KnownRenewal = { reference: string; contentHash: string };

/** What ends: a subscription with all it includes, or the care of a perpetual license. */
export const ENDINGS = ['term', 'care'] as const;
export type Ending = (typeof ENDINGS)[number];

/** A day on which the reseller is to be told that something ends; `at` in epoch milliseconds. */
export type Notice = { line: string; what: Ending; days: number; endsOn: Day; at: number };

/** Capacity of one line given to one server. */
export type Assignment = { line: string; server: string; capacity: number };

/** What an order has heard from one server: the highest message number, and since when that server is activated. */
export type HeardServer = { server: string; number: number; activatedAt: number | null };

/**
 * The number of the newest rules, by which orders begin. What `decide` or `evolve` come to answer otherwise to what stands
 * in histories counts from the next number on, beside the former answer: docs/operations.md, "Changing workflow code".
 */
export const NEWEST_RULES = 1;

/** The whole truth about one order; plain JSON, carried over every roll-over. */
export type Order = Position & {
  /** The number of the rules that this order lives by: fixed for a run of its workflow, and never lowered. */
  rules: number;
  number: string;
  customerId: string;
  resellerId: string | null;
  distributorId: string | null;
  timeZone: string;
  policy: Policy;
  placedAt: number;
  acceptedAt: number;
  status: OrderStatus;
  /** Why it is suspended, as last said; absent otherwise. */
  suspendedFor?: string;
  deliveries: Delivery[];
  lines: Line[];
  assignments: Assignment[];
  servers: HeardServer[];
  /** Units in the order in which they were assigned, as far as they still are: the last go first when a line is reduced. */
  arrivals: Assignment[];
  /** Notices that are still to come. */
  notices: Notice[];
  renewals: KnownRenewal[];
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

/**
 * Lines that arrive together. `instants` stand beside the lines, in their sequence: whoever sends a delivery computes them,
 * so that a later time zone database can't move them; where they are missing the order computes them itself.
 */
export type NewLines = { reference: string; lines: UndatedLine[]; instants?: Instants[] };

/** A later last day; `boundaries` are what follows from it, under the same condition as `instants` above. */
export type Renewal = {
  reference: string;
  contentHash: string;
  endsOn: Day;
  /** The lines meant, and what a subscription is reduced to; all subscriptions and all care where it is missing. */
  lines?: { line: string; capacity?: number }[];
  boundaries?: Boundaries;
};

/** Facts that the vendor states; a refusal of one is written down. */
export type OrderFact =
  | { type: 'unlock'; delivery?: string }
  | ({ type: 'renew' } & Renewal)
  | ({ type: 'expand'; contentHash: string } & NewLines)
  | { type: 'suspend'; reason: string }
  | { type: 'resume' }
  | { type: 'cancel'; reason: string };

export type OrderCommand =
  | ({ type: 'deliver' } & NewLines)
  | OrderFact
  | ({ type: 'take' } & ServerMessage)
  | ({ type: 'tell' } & ServerMessage);

/** A line that was renewed: its new last day beside the former one, its capacity now beside the one before. */
export type RenewedLine = {
  line: string;
  application: string;
  endsOn: Day;
  formerEndsOn: Day;
  capacity: number;
  formerCapacity: number;
};

type Delivered = {
  delivery: string;
  reference: string;
  lines: (SoldLine & { id: string })[];
  instants?: Instants[];
  contentHash?: string;
};
/** Why capacity was taken back: a line was renewed with less, or it owns nothing any more; then it is kept, as a line can come back. */
export const TAKEN_BECAUSE = ['capacity', 'cancellation', 'expiry'] as const;
export type TakenBecause = (typeof TAKEN_BECAUSE)[number];

type Moved = { line: string; application: string; server: string; capacity: number; total: number };
type Lapsed = { line: string; application: string; endsOn: Day };

export type OrderEvent =
  | ({ type: 'delivered' } & Delivered)
  | ({ type: 'expanded' } & Delivered)
  | { type: 'unlocked'; delivery: string }
  | ({ type: 'assigned' } & Moved)
  | ({ type: 'released' } & Moved)
  | ({ type: 'taken-back'; because: TakenBecause } & Moved)
  | { type: 'activated'; server: string; activatedAt: number }
  | { type: 'deactivated'; server: string }
  | { type: 'heard'; server: string; number: number }
  | {
      type: 'renewed';
      reference: string;
      contentHash: string;
      endsOn: Day;
      lines: RenewedLine[];
      boundaries?: Boundaries;
    }
  | ({ type: 'expiring' } & Lapsed)
  | ({ type: 'expired' } & Lapsed)
  | ({ type: 'care-expired' } & Lapsed)
  | { type: 'notice-due'; line: string; what: Ending; days: number; endsOn: Day }
  | { type: 'suspended'; reason: string }
  | { type: 'resumed' }
  | { type: 'canceled'; reason: string }
  | { type: 'ended' }
  | { type: 'unlock-refused'; code: RefusalCode; delivery?: string }
  | ({ type: 'renew-refused' | 'expand-refused'; reference: string } & Refused)
  | ({ type: 'suspend-refused' | 'resume-refused' | 'cancel-refused' } & Refused);

type Refused = { code: RefusalCode };

/** Who had it happen; absent where time or a server did. What came by a link names the request too, as nobody stands behind it. */
export type Attributed<Event> = Event & { by?: By; requestId?: string };

export type RecordedOrderEvent = Recorded<Attributed<OrderEvent>>;

const INTERNAL = ['heard', 'notice-due'] as const satisfies readonly OrderEvent['type'][];
export type InternalEvent = (typeof INTERNAL)[number];

/** Bookkeeping between workflows: part of the stream, of no interest to a reader of the journal. */
export const INTERNAL_EVENTS: readonly string[] = INTERNAL;

/** What is fixed about an order before anything is delivered. */
export type OrderOpening = Pick<
  Order,
  'number' | 'customerId' | 'resellerId' | 'distributorId' | 'timeZone' | 'policy' | 'placedAt' | 'acceptedAt'
>;

/** An order to which nothing has happened yet, by the newest rules unless its history says others. */
export function openOrder(opening: OrderOpening, rules: number = NEWEST_RULES): Order {
  return {
    ...opening,
    rules,
    seq: 0,
    lastAt: opening.acceptedAt,
    status: 'open',
    deliveries: [],
    lines: [],
    assignments: [],
    servers: [],
    arrivals: [],
    notices: [],
    renewals: [],
  };
}
