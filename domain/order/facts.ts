import type { Day } from '../days.ts';
import type { Boundaries, CareLevel, Instants } from '../catalogue/terms.ts';
import type { SoldLine } from './arriving/sold.ts';

/** Kinds of facts that each have a reference of their own: used once, kept for ever, whatever became of the fact. */
export type FactKind = 'amendment' | 'cancellation' | 'conversion' | 'lock' | 'seller' | 'time-zone' | 'transfer';

/** What a fact was called, and its content's hash: so a repeat changes nothing, and other content is refused. */
export type Referenced = { reference: string; contentHash: string };

/** A fact that was heard. */
export type KnownFact = Referenced & { kind: FactKind };

/** The zone in which the instants of a fact were computed: an order that lives in another one refuses it. */
export type InZone = { inZone: string };

/** What an order says in PostgreSQL alone, as no name, address or free text goes through a workflow. */
export const SAID = ['customer', 'reseller', 'distributor', 'purchaseOrder', 'metadata', 'timeZoneAssumed'] as const;
export type Said = (typeof SAID)[number];

/** The ids of the parties of an order. */
export type PartyIds = { customerId: string; resellerId: string | null; distributorId: string | null };

/** An order corrected before anything became of it: what is named replaces the whole former value. `timeZone` is that of the customer named. */
export type Amendment = Referenced &
  InZone &
  Partial<PartyIds> & {
    /** What of it the content that was stored under the reference says. */
    says: Said[];
    timeZone?: string;
    lines?: SoldLine[];
    /** Those of the lines as they are then, in the zone as it is then; missing where neither changes. */
    instants?: Instants[];
  };

/** Locks again what was unlocked. */
export type Locking = Referenced & { delivery: string; reason: string };

/** Ends lines, or all of them: now, or on a day to come, whose first instant is `dueAt` (epoch milliseconds). */
export type Cancellation = Referenced & InZone & { reason: string; lines?: string[]; on?: Day; dueAt?: number };

/** Facts that can be taken back for some days. */
export const WITHDRAWABLE = ['renewal', 'cancellation'] as const;
export type Withdrawable = (typeof WITHDRAWABLE)[number];

/** Takes a renewal or a cancellation back. */
export type Withdrawal = { kind: Withdrawable; reference: string };

/** What a line can become. */
export const CONVERTED_KINDS = ['subscription', 'perpetual'] as const;

/** A line becomes another kind of license, in place; `last` is what follows from its new last day. */
export type Conversion = Referenced &
  InZone & {
    line: string;
    license: (typeof CONVERTED_KINDS)[number];
    endsOn: Day | null;
    care: { level: CareLevel; endsOn: Day } | null;
    last: Boundaries | null;
  };

/** Where the days of an order begin from now on, with all that follows; the order computes that itself where it is missing. */
export type Relocation = Referenced &
  InZone & {
    timeZone: string;
    /** Whether somebody says so of a zone that was only assumed before: that is news, even where nothing moves. */
    confirms?: true;
    instants?: MovedInstants;
  };

/** Instants computed anew, in epoch milliseconds. */
export type MovedInstants = {
  lines: ({ line: string } & Instants)[];
  /** What follows from other last days that lines would have again, should a fact be withdrawn. */
  former: { line: string; lastDay: Day; last: Boundaries }[];
  planned: { id: string; dueAt: number }[];
};

/** Another reseller. */
export type SellerChange = Referenced & { resellerId: string };

/** Another customer. */
export type Transfer = Referenced & { customerId: string };

/** What the seller means to do when a line ends; null takes it back. Its note stands under the reference. */
export const INTENTS = ['renew', 'end'] as const;
export type IntentKind = (typeof INTENTS)[number];
export type IntentStatement = Referenced & { line: string; intent: IntentKind | null; capacity: number | null };

/**
 * A change of one line that is still to come: `dueAt` is the first instant of the day `on`, in epoch milliseconds, and `fact`
 * the place in the order's stream of what planned it.
 */
export type Planned = { id: string; line: string; on: Day; dueAt: number; fact: number } & (
  { type: 'capacity'; capacity: number } | { type: 'cancellation' }
);

/** What planned something, once for all of its lines: their texts can be long. */
export type Planner = { fact: number; reference: string; reason?: string };

/** What is planned, as it stands with its line outside of its order. */
export type PlannedOfLine = { id: string; on: Day; dueAt: number; reference: string } & (
  { type: 'capacity'; capacity: number } | { type: 'cancellation' }
);

/** What the seller said of a line. */
export type Intent = Pick<IntentStatement, 'line' | 'capacity' | 'reference' | 'contentHash'> & {
  intent: IntentKind;
  statedAt: number;
  by: string | null;
};

/** An e-mail that tells a delivery anew, once it is time: epoch milliseconds. */
export type Correction = { delivery: string; edition: number; dueAt: number };

/** The same, as it stands with its line. */
export type IntentOfLine = Omit<Intent, 'line' | 'contentHash'>;
