import type { Day } from '../days.ts';
import type { By } from '../people/permissions.ts';
import type { Recorded } from '../recorded.ts';
import type { RefusalCode } from '../refusal.ts';
import type { Boundaries, Instants } from '../catalogue/terms.ts';
import type { FactEvent } from './fact-events.ts';
import type { Ending } from './order.ts';
import type { SoldLine } from './arriving/sold.ts';

/** A line that was renewed: its new last day beside the former one, its capacity now beside the one before. */
export type RenewedLine = {
  line: string;
  reference?: string;
  application: string;
  endsOn: Day;
  formerEndsOn: Day;
  capacity: number;
  formerCapacity: number;
  /** The reduction that counts from the new term's first day on; until then the capacity is as before. */
  planned?: { id: string; capacity: number; on: Day; dueAt: number };
};

type Delivered = {
  delivery: string;
  reference: string;
  lines: (SoldLine & { id: string })[];
  instants?: Instants[];
  contentHash?: string;
};
/**
 * Why capacity was taken back: a line was renewed with less, or it owns nothing any more; then it is kept, as a line can come
 * back. What was planned names the renewal.
 */
export const TAKEN_BECAUSE = ['capacity', 'cancellation', 'expiry'] as const;
export type TakenBecause = (typeof TAKEN_BECAUSE)[number];

/** A line, as an event that is about one alone names it; `lineReference` is the ERP's own number of it, where it has one. */
export type NamedLine = { line: string; lineReference?: string };
type About = NamedLine & { application: string };
type Moved = About & { server: string; capacity: number; total: number };
type Lapsed = About & { endsOn: Day };

export type OrderEvent =
  | FactEvent
  | ({ type: 'delivered' } & Delivered)
  | ({ type: 'expanded' } & Delivered)
  | { type: 'unlocked'; delivery: string; takenAt?: number }
  | ({ type: 'assigned' } & Moved)
  | ({ type: 'released' } & Moved)
  | ({ type: 'taken-back'; because: TakenBecause; reference?: string } & Moved)
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
      ends?: { line: string; last: Boundaries }[];
    }
  | ({ type: 'expiring' } & Lapsed)
  | ({ type: 'expired' } & Lapsed)
  | ({ type: 'care-expired' } & Lapsed)
  | ({ type: 'notice-due'; what: Ending; days: number; endsOn: Day } & NamedLine)
  | { type: 'suspended'; reason: string }
  | { type: 'resumed' }
  | {
      type: 'canceled';
      reason: string;
      reference?: string;
      contentHash?: string;
      /** The lines that end; absent where the whole order was canceled by a former release. */
      lines?: { line: string; application: string; reference?: string; plan?: string }[];
    }
  | { type: 'ended' }
  | { type: 'unlock-refused'; code: RefusalCode; delivery?: string }
  | ({ type: 'renew-refused' | 'expand-refused'; reference: string } & Refused)
  | ({ type: 'suspend-refused' | 'resume-refused' } & Refused)
  | ({ type: 'cancel-refused'; reference?: string } & Refused);

type Refused = { code: RefusalCode };

/** Who had it happen; absent where time or a server did. What came by a link names the request too, as nobody stands behind it. */
export type Attributed<Event> = Event & { by?: By; requestId?: string };

export type RecordedOrderEvent = Recorded<Attributed<OrderEvent>>;

const INTERNAL = ['heard', 'notice-due', 'correction-due', 'closed'] as const satisfies readonly OrderEvent['type'][];
export type InternalEvent = (typeof INTERNAL)[number];

/** Bookkeeping between workflows: part of the stream, of no interest to a reader of the journal. */
export const INTERNAL_EVENTS: readonly string[] = INTERNAL;
