import type { CustomersTexts, ListTexts } from '../texts/customers.ts';

export const customers: CustomersTexts = {
  search: 'Search customers',
  sorts: { attention: 'What needs attention', name: 'Name', end: 'What ends first' },
  attention: 'Needs attention',
  nextEnd: 'Ends next',
  servers: 'Servers',
  fine: 'All well',
  empty: {
    title: 'No customers yet',
    text: 'As soon as an order for one of yours is delivered, you get an e-mail about it and the customer appears here.',
  },
};

export const filter: ListTexts['filter'] = {
  filters: 'Filters',
  show: 'Show',
  sort: 'Sort by',
  apply: 'Apply',
  nothing: 'Nothing matches what you look for.',
  clear: 'Show everything',
};

export const pager: ListTexts['pager'] = {
  pages: 'Pages',
  first: 'To the first page',
  previous: 'Previous page',
  next: 'Next page',
  page: (number) => `Page ${number}`,
};
