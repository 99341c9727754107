import type { Day } from '../days.ts';
import type { Policy } from '../policy.ts';
import type { Position } from '../recorded.ts';
import type { Boundaries, NoticeInstant, Terms } from '../catalogue/terms.ts';
import type { Correction, Intent, KnownFact, Planned, Planner, Said, Withdrawable, Withdrawal } from './facts.ts';
import type { SoldLine } from './arriving/sold.ts';

export const ORDER_STATUSES = ['open', 'suspended', 'canceled', 'ended'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export const ORDER_STAGES = ['locked', 'unlocked', 'assigned', 'activated'] as const;
export type OrderStage = (typeof ORDER_STAGES)[number];

/** What time alone has already done to a line, so that it is done once. */
export type Mark = 'expiring' | 'expired' | 'care-expired';

export type Line = SoldLine & {
  id: string;
  delivery: string;
  terms: Terms;
  marks: Mark[];
  /** When it was canceled, in epoch milliseconds: it owns nothing any more. Absent while it lives. */
  canceledAt?: number;
  /** The place of the last fact that concerned it: only the newest can be withdrawn. */
  factSeq?: number;
};

/** A batch of lines that arrived together, are locked together and are announced by one e-mail. */
export type Delivery = {
  id: string;
  reference: string;
  deliveredAt: number;
  unlockedAt: number | null;
  /** How often it was told anew: by which number its newest e-mail and links are known. Absent: it is as first told. */
  edition?: number;
  /** When the command was taken that locked it again, or unlocked it since; what was taken earlier changes nothing. */
  commandedAt?: number;
  /** By which a repeat of an expansion is told from another one; the first delivery has none. */
  contentHash?: string;
};

/** What a renewal was called, for ever, so that a repeat changes nothing and other content is refused. */
export type KnownRenewal = { reference: string; contentHash: string };

/** What ends: a subscription with all it includes, or the care of a perpetual license. */
export const ENDINGS = ['term', 'care'] as const;
export type Ending = (typeof ENDINGS)[number];

/** A day on which the seller is to be told that something ends; `at` in epoch milliseconds. */
export type Notice = { line: string; what: Ending; days: number; endsOn: Day; at: number };

/**
 * What a fact changed of a line that can be taken back, as it was before. An order carries as many of these as it has lines,
 * so they have what differs alone.
 */
export type FormerLine = {
  id: string;
  /** The place of what changed it, and of what did so before, if anything had. */
  seq: number;
  factSeq?: number;
  /** The term before a renewal. */
  term?: { lastDay: Day; last: Omit<Boundaries, 'notices'>; marks: Mark[] };
  /** Its capacity before the fact reduced it, if it did. */
  capacity?: number;
  /** Days of notice that were still to come; absent where the fact touched none. Instants in epoch milliseconds. */
  notices?: NoticeInstant[];
  /** What was planned for it and is not any more. */
  planned?: Planned[];
  intent?: Intent;
};

/** A fact that can be taken back: its newest instant, and its lines as they were before it. */
export type WithdrawableFact = {
  kind: Withdrawable;
  reference: string;
  at: number;
  former: FormerLine[];
  /** What servers lost by it, with the number of the last message of each: it comes back to those that said nothing since. */
  taken: (Assignment & { number: number })[];
};

/** Capacity of one line given to one server. */
export type Assignment = { line: string; server: string; capacity: number };

/** What an order has heard from one server: the highest message number, and since when that server is activated. */
export type HeardServer = { server: string; number: number; activatedAt: number | null };

/**
 * The number of the newest rules, by which orders begin. What `decide` or `evolve` come to answer otherwise to what stands
 * in histories counts from the next number on, beside the former answer: docs/operations.md, "Changing workflow code".
 */
export const NEWEST_RULES = 4;

/** An order has at most so many lines in its life: its workflow carries all of them, and takes no input over 2 MiB. */
export const MOST_LINES = 1_000;

/** From rules 2 on, so many events of an order are published at once: what its lines go through together stays below 2 MiB. */
export const MOST_EVENTS_AT_ONCE = 250;

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
  /** Other facts that have a reference. */
  facts: KnownFact[];
  /** References of the facts that were taken back. */
  withdrawn: Withdrawal[];
  /** Facts that can be taken back, oldest first; those whose days are over stay until the next one comes. */
  withdrawables: WithdrawableFact[];
  /** Changes that are still to come. */
  planned: Planned[];
  /** By what it was planned. */
  planners: Planner[];
  /** How many changes were ever planned: the next one has the next number. */
  plans: number;
  intents: Intent[];
  /** E-mails that are still to tell a delivery anew. */
  corrections: Correction[];
  /** Under which fact's reference the newest content of each kind stands; the others stand in the intake. */
  said: Partial<Record<Said, string>>;
  /** Whether it has known more than its delivery and amendments: it can be amended no more. */
  isChanged: boolean;
  /** When it was canceled, while that can be taken back; null otherwise. */
  canceledAt: number | null;
};

/** What is fixed about an order before anything is delivered. */
export type OrderOpening = Pick<
  Order,
  'number' | 'customerId' | 'resellerId' | 'distributorId' | 'timeZone' | 'policy' | 'placedAt' | 'acceptedAt'
>;

/** What an order of before knows nothing of. */
const NOTHING_YET = {
  facts: [],
  withdrawn: [],
  withdrawables: [],
  planned: [],
  planners: [],
  plans: 0,
  intents: [],
  corrections: [],
  said: {},
  isChanged: false,
  canceledAt: null,
} satisfies Partial<Order>;

/** An order as a former release carried it over, which may lack what came later. */
export function completed(order: Omit<Order, keyof typeof NOTHING_YET> & Partial<Order>): Order {
  return { ...NOTHING_YET, ...order };
}

/** An order to which nothing has happened yet, by the newest rules unless its history says others. */
export function openOrder(opening: OrderOpening, rules: number = NEWEST_RULES): Order {
  return completed({
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
  });
}
