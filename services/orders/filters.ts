import type { OrderFilter, OrderListFilter } from '../../db/queries/orders/found.ts';
import type { LineFilter } from '../../db/queries/orders/lines.ts';
import { checkDay } from '../../domain/order/arriving/accept.ts';
import { mayFindByIntent, mayFindByMetadata, type Caller } from '../../domain/people/permissions.ts';
import { invalid, notPermitted } from '../problems/problems.ts';
import { readSearched } from '../searched.ts';

/** A filter as it is asked for: what is searched for is as somebody typed it. */
type Asked<Filter extends OrderFilter> = Omit<Filter, 'q'> & { q?: string | undefined };
export type AskedOrders = Asked<OrderListFilter>;
export type AskedLines = Asked<LineFilter>;

/** What a caller asks to be found, once it holds. Problems: INVALID_REQUEST for a day that is none, NOT_PERMITTED. */
export function readFilter<Filter extends AskedOrders | AskedLines>(
  caller: Caller,
  { q, ...filter }: Filter,
): Omit<Filter, 'q'> & { q: string[] | undefined } {
  if (filter.metadata && !mayFindByMetadata(caller)) throw notPermitted(mayFindByMetadata);
  if ('intent' in filter && filter.intent && !mayFindByIntent(caller)) throw notPermitted(mayFindByIntent);
  const errors = [...checkDay(filter.endsFrom, '/endsFrom'), ...checkDay(filter.endsTo, '/endsTo')];
  if (errors.length > 0) throw invalid(errors);
  return { ...filter, q: readSearched(q) };
}
