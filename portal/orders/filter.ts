import { searchedForms } from '../../domain/text/copied.ts';
import { ORDER_STAGES, type OrderStage } from '../../domain/order/order.ts';
import { readChoice, readText, type Query } from '../parts/list/query.ts';

export const ORDER_FILTER_STAGES = ['all', ...ORDER_STAGES] as const;

/** What a reader asked to see of the orders, as it stands in the page's address. */
export type OrderListFilter = { q: string; stage: 'all' | OrderStage; cursor: string };

/** Reads an address; what it does not say, or says wrong, is as usual. */
export function readOrderFilter(query: Query): OrderListFilter {
  return {
    q: searchedForms(readText(query.q)).length > 0 ? readText(query.q) : '',
    stage: readChoice(query.stage, ORDER_FILTER_STAGES),
    cursor: readText(query.cursor),
  };
}
