import type { SearchTexts, ObjectTexts, EstateTexts, ActivityTexts, HistoryTexts } from '../texts/finding.ts';

export const search: SearchTexts = {
  title: 'Search',
  label: 'Search everything',
  open: 'Search',
  teach:
    'Enter an order’s number, a purchase order, a reference, the name of a customer or a server, a machine’s name, or the first five characters of an Activation Token. Press / on any page to come here.',
  nothing: (q) => `Nothing was found for “${q}”.`,
  groups: { orders: 'Orders', accounts: 'Customers and accounts', servers: 'Servers', people: 'People' },
  all: 'Show all of them',
};

export const objects: ObjectTexts = {
  tabs: {
    overview: 'Overview',
    licenses: 'Licenses',
    servers: 'Servers',
    orders: 'Orders',
    activity: 'Activity',
    people: 'People',
  },
  parts: 'Parts of this page',
  way: 'Where you are',
  more: 'More actions',
  facts: { kind: 'Kind', id: 'Account', timeZone: 'Time zone', seller: 'Seller' },
};

export const estate: EstateTexts = {
  title: 'Servers',
  search: 'Name, ID or machine',
  shows: {
    all: 'All servers',
    silent: 'Silent',
    registered: 'Nothing assigned',
    waiting: 'To be activated',
    activated: 'Activated',
  },
  customer: 'Customer',
  version: 'Version',
  machine: 'Machine',
  csv: 'Download as CSV',
  empty: 'There are no servers yet. They appear here as soon as one of your customers registers one.',
};

export const activity: ActivityTexts = {
  title: 'Activity',
  kind: 'About',
  kinds: {
    all: 'Everything',
    orders: 'Orders',
    servers: 'Servers',
    accounts: 'Accounts and people',
    advisories: 'Advisories',
  },
  from: 'From',
  to: 'Until',
  by: 'Done by',
  anybody: 'Show what anybody did',
  when: 'When',
  what: 'What happened',
  about: 'Where',
  csv: 'Download as CSV',
  empty: 'Nothing happened here yet. Whatever anybody does, or a server or time brings about, is listed here.',
  further: 'None of the latest activity matches. Older activity has not been looked through yet.',
  older: 'Older',
};

export const history: HistoryTexts = {
  title: (application) => `${application} over time`,
  described: (application, from, to) =>
    `Owned and assigned units of ${application}, month by month, from ${from} to ${to}`,
  month: 'Month',
  owned: 'Owned',
  assigned: 'Assigned',
  used: 'Used now',
  table: 'The same in numbers',
};
