import type { Day } from '../days.ts';
import type { RefusalCode } from '../refusal.ts';
import type { Instants } from '../catalogue/terms.ts';
import type {
  Conversion,
  IntentStatement,
  MovedInstants,
  PartyIds,
  Planned,
  Referenced,
  Relocation,
  Said,
  Withdrawable,
} from './facts.ts';
import type { SoldLine } from './arriving/sold.ts';

/** A line as events name it. */
type About = { line: string; application: string; lineReference?: string };

/** The same in a list. */
type Listed = { line: string; application: string; reference?: string };

/** A delivery that was told anew: by which number its newest e-mail and its links are known. */
export type Edition = { delivery: string; edition: number };

/** What corrections, changes for a later day and ways back do to an order. */
export type FactEvent =
  | ({
      type: 'amended';
      says: Said[];
      former: PartyIds & { timeZone: string; lines?: (SoldLine & { id: string })[] };
    } & Referenced &
      Edition &
      Partial<PartyIds> & { timeZone?: string; lines?: (SoldLine & { id: string })[]; instants?: Instants[] })
  | ({ type: 'locked'; delivery: string; reason: string; takenAt: number; givenUp: GivenUp[] } & Referenced)
  | ({
      type: 'cancellation-planned';
      reason: string;
      on: Day;
      lines: (Listed & { plan: string })[];
      dueAt: number;
    } & Referenced)
  | ({ type: 'reduced'; plan: string; reference: string; capacity: number; formerCapacity: number } & About)
  | {
      type: 'withdrawn';
      kind: Withdrawable;
      reference: string;
      lines: (Listed & { endsOn: Day | null; capacity: number })[];
    }
  | ({ type: 'plan-withdrawn'; plan: string; planned: Planned['type']; on: Day } & About)
  | ({
      type: 'converted';
      formerLicense: SoldLine['license'];
      formerEndsOn: Day | null;
    } & About &
      Omit<Conversion, 'inZone'>)
  | ({ type: 'time-zone-changed'; formerTimeZone: string } & Omit<Relocation, 'inZone'> & {
        instants: MovedInstants;
      })
  | ({ type: 'parties-changed'; says: Said[]; former: PartyIds; editions: Edition[]; givenUp: GivenUp[] } & PartyIds &
      Referenced)
  | ({ type: 'intent-stated' } & About & Omit<IntentStatement, 'line'>)
  | { type: 'correction-due'; delivery: string; edition: number }
  | { type: 'closed' }
  | { type: `${RefusedFact}-refused`; code: RefusalCode; reference: string };

/** What a server would have got back with a line, and does not any more. */
export type GivenUp = { line: string; server: string; capacity: number };

/** New facts, as their refusals are called. */
export const REFUSED_FACTS = [
  'amend',
  'lock',
  'withdraw',
  'withdraw-plan',
  'convert',
  'change-time-zone',
  'change-seller',
  'transfer',
  'state-intent',
] as const;
type RefusedFact = (typeof REFUSED_FACTS)[number];
