import type { EntityManager } from '@mikro-orm/postgresql';
import type { LineState } from '../../../domain/order/capacity.ts';
import type { Ending } from '../../../domain/order/order.ts';
import type { Sight } from '../../../domain/permissions.ts';
import { deliveryInSight } from '../accounts/permissions.ts';
import { allOf, where, type Condition } from '../conditions.ts';
import { lastDayIn, ordersFound, type LastDays, type OrderFilter } from './found.ts';
import { RECORD, type ProjectedRecord } from './orders.ts';

/** What lines are found by. */
export type LineFilter = OrderFilter &
  LastDays & {
    state?: LineState | undefined;
    application?: string | undefined;
    /** What ends on the last day: the term, or the care of what has no other. */
    what?: Ending | undefined;
  };

/** Where a list goes on: after a line, by the last day of all that it has, then by its order and its place there. */
export type LinePosition = { lastDay: string; order: string; line: number };

/** An order with some of its lines: where each stands in a list. */
export type FoundLines = ProjectedRecord & { found: (LinePosition & { place: number })[] };

const at = (boundary: string) => `(l.terms->>'${boundary}')::bigint`;

const DAY_MS = 86_400_000;
/** By how much an instant can come after the end of its day in UTC: time zones, and a change of one. */
const LATER_BY_DAYS = 3;

const NOT_CANCELED = `o.status <> 'canceled'`;

/** In SQL what `lineState` says of a line `l` of an order `o`, whose values are an instant in epoch milliseconds each. */
const IS_STATE: Record<LineState, string> = {
  canceled: `o.status = 'canceled'`,
  upcoming: `${NOT_CANCELED} and ${at('from')} > ?`,
  active: `${NOT_CANCELED} and ${at('from')} <= ? and coalesce(${at('expiringFrom')} > ?, true)`,
  expiring: `${NOT_CANCELED} and ${at('from')} <= ? and ${at('expiringFrom')} <= ? and ${at('until')} > ?`,
  // As lines_grace_index has it.
  grace: `${NOT_CANCELED} and ${at('from')} <= ? and l.terms->>'until' is not null
    and int8range(${at('until')}, greatest(${at('until')}, ${at('graceUntil')})) @> ?::bigint`,
  expired: `${NOT_CANCELED} and ${at('from')} <= ? and ${at('graceUntil')} <= ?`,
};

/**
 * The lines `l` among which those of a state are. Where its end is to come the last day is not long past, so that the list
 * begins near its first line: only what has no term can be active after its last day.
 */
function linesOf(state: LineState | undefined, nowMs: number): Condition {
  if (state !== 'active' && state !== 'expiring') return { sql: 'lines l', values: [] };
  const earliest = new Date(nowMs - LATER_BY_DAYS * DAY_MS).toISOString().slice(0, 10);
  const ending = 'select * from lines where ends_on is not null and last_day >= ?';
  const endless = state === 'active' ? 'union all select * from lines where ends_on is null' : '';
  return { sql: `(${ending} ${endless}) l`, values: [earliest] };
}

const IS_OF: Record<Ending, string> = {
  term: 'l.ends_on is not null',
  care: `l.ends_on is null and l.last_day < '9999-12-31'`,
};

/**
 * Lines that are in sight, whose last day comes first first, from a position on; those without one come last. Lines of one
 * order come with it, once, in one statement.
 */
export function listLines(
  em: EntityManager,
  sight: Sight,
  filter: LineFilter,
  nowMs: number,
  limit: number,
  after: LinePosition | null,
): Promise<FoundLines[]> {
  const { state, application, what } = filter;
  const lines = linesOf(state, nowMs);
  const { sql, values } = allOf([
    ...ordersFound(sight, filter),
    { sql: deliveryInSight(sight, 'o', 'l.delivery'), values: [] },
    ...lastDayIn(filter),
    ...(state === undefined ? [] : where(nowMs, IS_STATE[state])),
    ...where(application, 'l.application = ?'),
    ...(what === undefined ? [] : [{ sql: IS_OF[what], values: [] }]),
    ...(after
      ? [
          {
            sql: '(l.last_day, l.order_number, l.id::int) > (?, ?, ?)',
            values: [after.lastDay, after.order, after.line],
          },
        ]
      : []),
  ]);
  return em.execute<FoundLines[]>(
    `with page as (
       select l.order_number, l.last_day, l.id::int as line
       from ${lines.sql} join orders o on o.number = l.order_number join intakes i on i.number = o.number
       where ${sql} order by l.last_day, l.order_number, l.id::int limit ?),
     placed as (select *, row_number() over (order by last_day, order_number, line) as place from page)
     select record.*, page.found from (
         select order_number, jsonb_agg(jsonb_build_object('order', order_number, 'line', line, 'lastDay', last_day, 'place', place)) as found
         from placed group by 1) page,
       lateral (${RECORD} join orders o on o.number = i.number where i.number = page.order_number) record`,
    [...lines.values, ...values, limit],
  );
}
