import type { Sight } from '../../../domain/people/permissions.ts';
import type { Condition } from '../conditions.ts';
import { linesToDo } from './sight.ts';
import { row } from './row.ts';

/** An emergency is one thing to do, and its line no other. */
const IS_NO_EMERGENCY = `(l.license <> 'evaluation' or not exists (select from emergencies e where e.order_number = l.order_number))`;

/** What of an order ends on the same day in the same way is called the same. */
const ofOneDay: Omit<Parameters<typeof row>[0], 'from'> = {
  kind: { among: ['grace', 'stopped', 'ends', 'care-ended', 'care-ends'], is: 'w.kind' },
  due: 'w.due::float8',
  key: `case when w.canceled then w.day || ':canceled' else w.day end`,
  customer: 'w.customer',
  order: 'w.order_number',
};

/** The lines of an order of which the same is true until the same day are one thing to do; what is to be canceled then is another. */
const together = (lines: string) =>
  row({
    ...ofOneDay,
    lines: 'w.lines',
    detail: `case when w.canceled then '{"canceled": true}' end`,
    from: `(select order_number, kind, day, canceled, min(customer) as customer, min(due) as due, array_agg(id) as lines
      from (${lines}) l group by 1, 2, 3, 4) w`,
  });

/** Each of these lines, called what they are together. */
const apart = (lines: string) => row({ ...ofOneDay, from: `(${lines}) w` });

/** Where a line is of those that `lines_ending_index` finds. */
const WHERE_IT_IS = `case when l.until is null then case when l.ends_at <= ? then 'care-ended' else 'care-ends' end
  when l.grace_until <= ? then 'stopped' when l.until <= ? then 'grace' else 'ends' end`;

/** When that ends; what is canceled before is cut there. */
const DUE = `case l.kind when 'stopped' then l.renewable_until when 'grace' then l.grace_until else l.ends_at end`;

/**
 * Terms and care that end soon, are past their last day, or stopped and can be brought back; not what its seller lets end. By
 * lines, where these are counted and nothing else is asked for.
 */
export function termsToDo(sight: Sight, nowMs: number, byLine: boolean): Condition[] {
  const listed = byLine ? apart : together;
  const seen = linesToDo(sight, 'l');
  const meant = 'customer' in sight ? 'true' : `l.intended <> 'end'`;
  const ending = `select l.order_number, l.id, l.customer, l.kind, l.last_day as day, ${DUE} as due,
      coalesce(l.canceled_from <= l.ends_at, false) as canceled
    from (
      select l.order_number, l.id, l.open_for as customer, l.status, l.last_day, l.canceled_from, l.ends_at, l.grace_until,
        l.renewable_until, ${WHERE_IT_IS} as kind
      from lines l
      where l.open_for is not null and l.canceled_at is null and coalesce(l.terms->>'until', l.terms->>'careUntil') is not null
        and int8range(coalesce(l.terms->>'expiringFrom', l.terms->>'careExpiringFrom')::bigint,
          (l.terms->>'reinstatableUntil')::bigint) @> ?::bigint
        and ${IS_NO_EMERGENCY} and ${meant} and ${seen.sql}) l
    where l.status = 'open' or l.kind = 'stopped'`;
  // Of an evaluation that is over something else can still be made.
  const convertible = `select l.order_number, l.id, l.open_for as customer, 'stopped' as kind, l.last_day as day,
      (l.terms->>'convertibleUntil')::bigint as due, false as canceled
    from lines l
    where l.license = 'evaluation' and l.last_day between ? and ? and l.open_for is not null and l.canceled_at is null
      and l.until <= ? and (l.terms->>'convertibleUntil')::bigint > ?
      and ${IS_NO_EMERGENCY} and ${meant} and ${seen.sql}`;
  return [
    { sql: listed(ending), values: [nowMs, nowMs, nowMs, nowMs, ...seen.values] },
    {
      sql: listed(convertible),
      values: [dayBefore(nowMs, CONVERTIBLE_DAYS), dayBefore(nowMs, -2), nowMs, nowMs, ...seen.values],
    },
  ];
}

/** More days than anything that is over can be made something else in. */
const CONVERTIBLE_DAYS = 60;

function dayBefore(nowMs: number, days: number): string {
  return new Date(nowMs - days * 86_400_000).toISOString().slice(0, 10);
}
