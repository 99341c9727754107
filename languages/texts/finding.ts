import type { ServerState } from '../../domain/server/server.ts';

/** The field in every page's head, and what it finds. */
export type SearchTexts = {
  title: string;
  label: string;
  open: string;
  /** What can be searched for, before anything is. */
  teach: string;
  nothing(q: string): string;
  groups: Record<'orders' | 'accounts' | 'servers' | 'people', string>;
  /** Leads to the whole list of a kind. */
  all: string;
};

/** The parts of a customer's pages, and the way to them. */
export type ObjectTexts = {
  tabs: Record<'overview' | 'licenses' | 'servers' | 'orders' | 'activity' | 'people', string>;
  parts: string;
  way: string;
  more: string;
  facts: Record<'kind' | 'id' | 'timeZone' | 'seller', string>;
};

/** Servers of all customers. */
export type EstateTexts = {
  title: string;
  search: string;
  shows: Record<'all' | 'silent' | Exclude<ServerState, 'retired'>, string>;
  customer: string;
  version: string;
  machine: string;
  csv: string;
  empty: string;
};

/** Who did what. */
export type ActivityTexts = {
  title: string;
  kind: string;
  kinds: Record<'all' | 'orders' | 'servers' | 'accounts' | 'advisories', string>;
  from: string;
  to: string;
  by: string;
  anybody: string;
  when: string;
  what: string;
  about: string;
  csv: string;
  empty: string;
  /** There is more that was not looked at yet. */
  further: string;
  older: string;
};

/** What was owned, assigned and used over time. */
export type HistoryTexts = {
  title(application: string): string;
  described(application: string, from: string, to: string): string;
  month: string;
  owned: string;
  assigned: string;
  used: string;
  table: string;
};
