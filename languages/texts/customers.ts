import type { Counted } from '../plural.ts';

/** The list of a seller's customers. */
export type CustomersTexts = {
  search: string;
  sorts: Record<'attention' | 'name' | 'end', string>;
  attention: string;
  nextEnd: string;
  servers: string;
  /** Numbers of lines that stopped and of those in grace, of suspended orders, of silent servers, of locked deliveries. */
  stopped: Counted;
  grace: Counted;
  suspended: Counted;
  silent: Counted;
  locked: Counted;
  /** Numbers of subscriptions that end soon, and of perpetual licenses whose care does or has ended. */
  ending: Counted;
  careEnding: Counted;
  careEnded: Counted;
  /** Number of servers that use nearly all of what they have of something. */
  nearlyUsed: Counted;
  fine: string;
  empty: { title: string; text: string };
};

/** What lists have in common. */
export type ListTexts = {
  filter: { show: string; sort: string; apply: string; nothing: string; clear: string };
  pager: { pages: string; first: string; previous: string; next: string; page(number: string): string };
};
