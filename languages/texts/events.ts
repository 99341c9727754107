import type { AccountLifeEvent, AdvisoryLifeEvent, OrderLifeEvent, ServerLifeEvent } from '../../domain/journal.ts';
import type { TakenBecause } from '../../domain/order/events.ts';
import type { RefusalCode } from '../../domain/refusal.ts';

/** What an event says, in the words of a language; what it does not say is empty. */
export type EventFacts = Record<
  | 'application'
  | 'capacity'
  | 'total'
  | 'server'
  | 'reference'
  | 'reason'
  | 'day'
  | 'order'
  | 'holdings'
  | 'delivery'
  | 'timeZone'
  | 'intent'
  | 'name'
  | 'machine'
  | 'version'
  | 'why'
  | 'because'
  | 'what'
  | 'role'
  | 'formerName'
  | 'formerRole'
  | 'title'
  | 'range',
  string
>;

/** A sentence for every event that a reader of an order's life can meet; `{server}` stands for what the event says of it. */
export type OrderEventTexts = Record<OrderLifeEvent, string>;

/** The same for an account's; `{what}` is what of it was changed. */
export type AccountEventTexts = Record<AccountLifeEvent, string>;

/** The same for an advisory's. */
export type AdvisoryEventTexts = Record<AdvisoryLifeEvent, string>;

/** The same for a server's. */
export type ServerEventTexts = Record<ServerLifeEvent, string>;

/** What of an account can be changed. */
export type AccountFieldTexts = Record<
  'name' | 'email' | 'timeZone' | 'locale' | 'notices' | 'noticeDays' | 'brand',
  string
>;

/** What is refused on pages beside what rules refuse; `portal/refusals.ts` keeps it complete. */
export const PAGE_REFUSALS = [
  'ACCOUNT_KIND_DIFFERS',
  'APPLICATION_UNKNOWN',
  'IDENTITY_PROVIDER_REQUIRED',
  'IDENTITY_PROVIDER_UNREACHABLE',
  'MAIL_STILL_DUE',
  'NAME_MISSING',
  'LEFT_FREE',
  'NAME_TAKEN',
  'NOT_A_CUSTOMER',
  'ORDER_NOT_REPAIRED',
  'ORDER_NUMBER_TAKEN',
  'OUTCOME_UNKNOWN',
  'TEMPORAL_UNAVAILABLE',
  'TOKEN_UNKNOWN',
] as const;

/** Why something was refused, by its code: on the page where it was asked for, and in the life of an order or a server. */
export type RefusalTexts = Record<RefusalCode | (typeof PAGE_REFUSALS)[number], string>;

/** A sentence with what an event says in its places. */
export function fill(sentence: string, facts: EventFacts): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name) => facts[name as keyof EventFacts] ?? place);
}

/** Why something was taken back. */
export type TakenBackTexts = Record<TakenBecause, string>;
