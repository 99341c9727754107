import type { EndingWithin } from '../../domain/order/line/ending.ts';
import type { IntentKind } from '../../domain/order/facts.ts';
import type { Ending } from '../../domain/order/order.ts';
import type { Counted } from '../plural.ts';

/** What can be meant to be done when a line ends. */
type Meant = IntentKind | 'undecided';

/** What ends, over all customers. */
export type RenewalsTexts = {
  title: string;
  /** Which lines: a choice of ranges, each as long as a button. */
  within: Record<EndingWithin, string>;
  ranges: string;
  from: string;
  to: string;
  search: string;
  what: string;
  whats: Record<'all' | Ending, string>;
  allApplications: string;
  intent: string;
  intents: Record<'all' | Meant, string>;
  lastDay: string;
  /** Number of lines. */
  lines: Counted;
  totals: string;
  renewableUntil(day: string): string;
  choose(application: string, customer: string): string;
  chooseAll: string;
  chosen: string;
  save: string;
  noneChosen: string;
  /** What was said of a number of lines, and what comes of it. */
  said: Record<Meant, Counted>;
  next: Record<Meant, string>;
  /** Before the list of those that were refused. */
  notAll(said: string, chosen: string): string;
  notYours: string;
  empty: { title: string; text: string };
  emptyExpired: { title: string; text: string };
  /** Columns that only the download has. */
  sheet: Record<'ends' | 'note' | 'renewableUntil', string>;
};

/** The address under which a calendar reads what ends. */
export type CalendarTexts = {
  title: string;
  introduction: string;
  secret: string;
  make: string;
  address: string;
  copy: string;
  copied: string;
  notCopied: string;
  subscribe: string;
  howTitle: string;
  how: readonly string[];
  /** Followed by an instant. */
  since: string;
  untold: string;
  replace: string;
  replaceConsequences: readonly string[];
  off: string;
  offConsequences: readonly string[];
  done: Record<'made' | 'replaced' | 'off', { title: string; text: string }>;
  /** What the calendar itself says. */
  name: string;
  termEnds(application: string): string;
  careEnds(application: string): string;
  of(customer: string, what: string): string;
};

/** What a seller means to do when a line ends; `null` where it takes that back. */
export type IntentTexts = Record<IntentKind | 'null', string>;
