import type { Day } from '../days.ts';
import type { Boundaries, Instants } from '../catalogue/terms.ts';
import type {
  Amendment,
  Cancellation,
  Conversion,
  InZone,
  IntentStatement,
  Locking,
  Relocation,
  SellerChange,
  Transfer,
  Withdrawal,
} from './facts.ts';
import type { UndatedLine } from './arriving/sold.ts';

/**
 * What a server tells an order: the whole truth about what it holds there, absolute, so that it can be repeated.
 * `number` is the next value of the server's one counter: what is not above the last one heard is too late.
 */
export type ServerMessage = {
  server: string;
  /** Whose server it is: an order gives nothing to another customer's. Absent in messages of a release that did not say so. */
  customer?: string;
  number: number;
  shares: { line: string; capacity: number }[];
  activatedAt: number | null;
};

/**
 * Lines that arrive together. `instants` stand beside the lines, in their sequence: whoever sends a delivery computes them,
 * so that a later time zone database can't move them; where they are missing the order computes them itself.
 */
export type NewLines = Partial<InZone> & {
  reference: string;
  lines: UndatedLine[];
  instants?: Instants[];
  /** Of an order's own lines: whether they come unlocked, as in an emergency. */
  unlocked?: true;
};

/**
 * A later last day; `boundaries` are what follows from it, under the same condition as `instants` above. A reduced capacity
 * counts from the first day of the new term where `inZone` is named: renewals of a former release reduce at once.
 */
export type Renewal = Partial<InZone> & {
  reference: string;
  contentHash: string;
  endsOn: Day;
  /** The lines meant, and what a subscription is reduced to; all subscriptions and all care where it is missing. */
  lines?: { line: string; capacity?: number }[];
  boundaries?: Boundaries;
  /** The same for lines that were promised something else, as evaluations are. */
  ends?: { line: string; last: Boundaries }[];
};

/** Facts that the vendor states; a refusal of one is written down. */
export type OrderFact =
  | { type: 'unlock'; delivery?: string; edition?: number }
  | ({ type: 'renew' } & Renewal)
  | ({ type: 'expand'; contentHash: string } & NewLines)
  | { type: 'suspend'; reason: string }
  | { type: 'resume' }
  | ({ type: 'cancel'; reason: string } & (Cancellation | { reference?: undefined }))
  | ({ type: 'amend' } & Amendment)
  | ({ type: 'lock' } & Locking)
  | ({ type: 'withdraw' } & Withdrawal)
  | { type: 'withdraw-plan'; id: string }
  | ({ type: 'convert' } & Conversion)
  | ({ type: 'change-time-zone' } & Relocation)
  | ({ type: 'change-seller' } & SellerChange)
  | ({ type: 'transfer' } & Transfer)
  | ({ type: 'state-intent' } & IntentStatement);

export type OrderCommand =
  | ({ type: 'deliver' } & NewLines)
  | OrderFact
  | ({ type: 'take' } & ServerMessage)
  | ({ type: 'tell' } & ServerMessage);
