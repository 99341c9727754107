import type { EntityManager } from '@mikro-orm/postgresql';
import type { LineState } from '../../../domain/order/line/capacity.ts';
import type { IntentKind } from '../../../domain/order/facts.ts';
import type { Ending } from '../../../domain/order/order.ts';
import type { Sight } from '../../../domain/people/permissions.ts';
import { linesInSight } from '../accounts/permissions.ts';
import { allOf, where, type Condition } from '../conditions.ts';
import { fewSaid, HAS_LAST_DAY, lastDayIn, saidOf, type LastDays, type OrderFilter } from './found.ts';
import { RECORD, type ProjectedRecord } from './orders.ts';

/** What lines are found by. */
export type LineFilter = OrderFilter &
  LastDays & {
    state?: LineState | undefined;
    application?: string | undefined;
    /** What ends on the last day: the term, or the care of what has no other. */
    what?: Ending | undefined;
    /** What its seller means to do at its end. */
    intent?: IntentKind | 'undecided' | undefined;
  };

/** Where a list goes on: after a line, by the last day of all that it has, then by its order and its place there. */
export type LinePosition = { lastDay: string; order: string; line: number };

/** An order with some of its lines: where each stands in a list. */
export type FoundLines = ProjectedRecord & { found: (LinePosition & { place: number })[] };

const LIVES = 'coalesce(l.canceled_from > ?, true)';

/** In SQL what `lineState` says of a line, whose values are an instant in epoch milliseconds each. */
const IS_STATE: Record<LineState, string> = {
  canceled: 'l.canceled_from <= ?',
  upcoming: `l.from_at > ? and ${LIVES}`,
  active: `l.from_at <= ? and coalesce(l.expiring_from > ?, true) and ${LIVES}`,
  expiring: `l.from_at <= ? and l.expiring_from <= ? and l.until > ? and ${LIVES}`,
  grace: `l.from_at <= ? and l.until <= ? and l.grace_until > ? and ${LIVES}`,
  expired: `l.from_at <= ? and l.grace_until <= ? and ${LIVES}`,
};

/** What is to be canceled ends by its term, also where it was to last for good. */
const ENDS_BY_TERM = '(l.ends_on is not null or coalesce(l.canceled_from > 0, false))';

const IS_OF: Record<Ending, Condition> = {
  term: { sql: ENDS_BY_TERM, values: [] },
  care: { sql: `not ${ENDS_BY_TERM} and ${HAS_LAST_DAY}`, values: [] },
};

/**
 * Lines that are in sight, whose last day comes first first, from a position on; those without one come last. Lines of one
 * order come with it, once. The page is cut by an index that has all that lines are found by, so that a
 * filter that finds little costs no more than reading that index.
 */
export async function listLines(
  em: EntityManager,
  sight: Sight,
  filter: LineFilter,
  nowMs: number,
  limit: number,
  after: LinePosition | null,
): Promise<FoundLines[]> {
  const found = await findLines(em, sight, filter);
  if (!found) return [];
  const { from, conditions } = found;
  const { status, state } = filter;
  const { sql, values } = allOf([
    ...conditions,
    ...where(status, 'l.status = ?'),
    ...(state === undefined ? [] : where(nowMs, IS_STATE[state])),
    ...goingOn(after),
  ]);
  return em.execute<FoundLines[]>(
    `with page as (
       select l.order_number, l.last_day, l.place from ${from}
       where ${sql} order by l.last_day, l.order_number, l.place limit ?),
     placed as (select *, row_number() over (order by last_day, order_number, place) as at from page)
     select record.*, page.found from (
         select order_number, jsonb_agg(jsonb_build_object('order', order_number, 'line', place, 'lastDay', last_day, 'place', at)) as found
         from placed group by 1) page,
       lateral (${RECORD} join orders o on o.number = i.number where i.number = page.order_number) record`,
    [...values, limit],
  );
}

/** Lines in sight, by what they are found by whatever their state: the tables they stand in, and conditions on a line `l`. */
export async function findLines(
  em: EntityManager,
  sight: Sight,
  filter: Omit<LineFilter, 'state' | 'status'>,
): Promise<{ from: string; conditions: Condition[] } | null> {
  const { customer, reseller, application, what, intent } = filter;
  const few = await fewSaid(em, sight, filter);
  if (few?.length === 0) return null;
  const said = saidOf(few, filter, 'l.order_number');
  return {
    from: `lines l ${few === null && said.length > 0 ? 'join intakes i on i.number = l.order_number' : ''}`,
    conditions: [
      linesInSight(sight, 'l'),
      ...where(customer, 'l.customer_id = ?'),
      // Who sold an order is named as its reseller or its distributor, unless it is its customer.
      ...where(reseller, '(l.seller_id = ? and l.seller_id <> l.customer_id or l.distributor_id = ?)'),
      ...said,
      ...lastDayIn(filter),
      ...where(application, 'l.application = ?'),
      ...where(intent, 'l.intended = ?'),
      ...(what === undefined ? [] : [IS_OF[what]]),
    ],
  };
}

/** The condition that a list of lines by their last days goes on after a position; none at its beginning. */
export function goingOn(after: LinePosition | null): Condition[] {
  if (!after) return [];
  const { lastDay, order, line } = after;
  return [{ sql: '(l.last_day, l.order_number, l.place) > (?, ?, ?)', values: [lastDay, order, line] }];
}
