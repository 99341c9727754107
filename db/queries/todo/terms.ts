import type { Sight } from '../../../domain/permissions.ts';
import type { Condition } from '../conditions.ts';
import { linesToDo } from './sight.ts';
import { row } from './row.ts';

/** The last day of what is canceled before its end, or is to be. */
const DAY_BEFORE_CANCELED = `(select ((plan->>'on')::date - 1)::text from jsonb_array_elements(l.planned) plan
    where plan->>'type' = 'cancellation'
      and (plan->>'dueAt')::bigint <= coalesce(l.terms->>'until', l.terms->>'careUntil')::bigint)`;

/** When that is, in epoch milliseconds; null where it is not. */
const CANCELED_FROM = `(select min((plan->>'dueAt')::bigint) from jsonb_array_elements(l.planned) plan
    where plan->>'type' = 'cancellation')`;

/** An emergency is one thing to do, and its line no other. */
const IS_NO_EMERGENCY = `(l.license <> 'evaluation' or not exists (select from emergencies e where e.order_number = l.order_number))`;

/** The lines of an order of which the same is true until the same day are one thing to do. */
const together = (lines: string) =>
  row({
    kind: 'w.kind',
    due: 'min(w.due)::float8',
    key: `concat_ws(':', w.order_number, w.day)`,
    customer: 'w.customer',
    order: 'w.order_number',
    lines: 'array_agg(w.id)',
    from: `(${lines}) w group by w.order_number, w.customer, w.kind, w.day`,
  });

/** Where a line is of those that `lines_ending_index` finds, and when that ends. */
const WHERE_IT_IS = `case when l.terms->>'until' is null
    then case when (l.terms->>'careUntil')::bigint <= ? then 'care-ended' else 'care-ends' end
  when (l.terms->>'graceUntil')::bigint <= ? then 'stopped'
  when (l.terms->>'until')::bigint <= ? then 'grace' else 'ends' end`;

const ENDS = `case kind when 'stopped' then terms->>'reinstatableUntil' when 'grace' then terms->>'graceUntil'
    else coalesce(terms->>'until', terms->>'careUntil') end`;

/** The same, or the cancellation that is planned before it. */
const DUE = `least((${ENDS})::bigint, case when kind <> 'stopped' then canceled_from end)`;

/** Terms and care that end soon, are past their last day, or stopped and can be brought back; not what its seller lets end. */
export function termsToDo(sight: Sight, nowMs: number): Condition[] {
  const seen = linesToDo(sight, 'l');
  const meant = 'customer' in sight ? 'true' : `l.intended <> 'end'`;
  const ending = `select l.order_number, l.id, l.customer, l.kind, l.day, ${DUE} as due from (
      select l.order_number, l.id, l.open_for as customer, l.terms, l.status, ${CANCELED_FROM} as canceled_from,
        ${WHERE_IT_IS} as kind,
        coalesce(${DAY_BEFORE_CANCELED}, l.ends_on, l.care->>'endsOn') as day
      from lines l
      where l.open_for is not null and l.canceled_at is null and coalesce(l.terms->>'until', l.terms->>'careUntil') is not null
        and int8range(coalesce(l.terms->>'expiringFrom', l.terms->>'careExpiringFrom')::bigint,
          (l.terms->>'reinstatableUntil')::bigint) @> ?::bigint
        and ${IS_NO_EMERGENCY} and ${meant} and ${seen.sql}) l
    where l.status = 'open' or l.kind = 'stopped'`;
  // Of an evaluation that is over something else can still be made.
  const convertible = `select l.order_number, l.id, l.open_for as customer, 'stopped' as kind, l.ends_on as day,
      (l.terms->>'convertibleUntil')::bigint as due
    from lines l
    where l.license = 'evaluation' and l.last_day between ? and ? and l.open_for is not null and l.canceled_at is null
      and (l.terms->>'until')::bigint <= ? and (l.terms->>'convertibleUntil')::bigint > ?
      and ${IS_NO_EMERGENCY} and ${meant} and ${seen.sql}`;
  return [
    { sql: together(ending), values: [nowMs, nowMs, nowMs, nowMs, ...seen.values] },
    {
      sql: together(convertible),
      values: [dayBefore(nowMs, CONVERTIBLE_DAYS), dayBefore(nowMs, -2), nowMs, nowMs, ...seen.values],
    },
  ];
}

/** More days than anything that is over can be made something else in. */
const CONVERTIBLE_DAYS = 60;

function dayBefore(nowMs: number, days: number): string {
  return new Date(nowMs - days * 86_400_000).toISOString().slice(0, 10);
}
