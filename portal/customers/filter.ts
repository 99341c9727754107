import { readChoice, readPage, readSearch, type Query } from '../parts/list/query.ts';

export const CUSTOMER_SORTS = ['attention', 'name', 'end'] as const;
export type CustomerSort = (typeof CUSTOMER_SORTS)[number];

/** What a reader asked to see of its customers, as it stands in the page's address; pages count from 1. */
export type CustomerFilter = { q: string; sort: CustomerSort; page: number };

/** Reads an address; what it does not say, or says wrong, is as usual. */
export function readCustomerFilter(query: Query): CustomerFilter {
  return { q: readSearch(query.q), sort: readChoice(query.sort, CUSTOMER_SORTS), page: readPage(query.page) };
}
