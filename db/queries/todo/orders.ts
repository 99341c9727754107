import type { Sight } from '../../../domain/people/permissions.ts';
import type { Condition } from '../conditions.ts';
import { inMs } from '../instants.ts';
import { linesToDo, lockedInSight, managed, soldInSight } from './sight.ts';
import { row } from './row.ts';

/** Deliveries that wait to be unlocked. */
function lockedToDo(sight: Sight): Condition {
  const seen = lockedInSight(sight, 'o');
  return {
    sql: row({
      kind: 'locked',
      due: inMs('d.delivered_at'),
      key: `d.id || ':' || d.edition`,
      ...{ customer: 'd.open_for', order: 'd.order_number', delivery: 'd.id' },
      // Whoever sees everything needs no order to know that it goes on.
      from: `deliveries d ${'everything' in sight ? '' : 'join orders o on o.number = d.order_number'}
        where d.unlocked_at is null and d.open_for is not null and ${'everything' in sight ? 'true' : seen.sql}`,
    }),
    values: seen.values,
  };
}

/** Orders that are suspended; the journal says since when. */
function suspendedToDo(sight: Sight): Condition {
  const seen = soldInSight(sight, 'o');
  return {
    sql: row({
      kind: 'suspended',
      due: inMs('coalesce(since.at, o.accepted_at)'),
      key: `concat_ws(':', o.number, since.seq)`,
      ...{ customer: 'o.customer_id', order: 'o.number' },
      from: `orders o left join lateral (select j.seq, j.at from journal j where j.stream = 'order/' || o.number
          and j.type = 'suspended' order by j.seq desc limit 1) since on true
        where o.status = 'suspended' and ${seen.sql}`,
    }),
    values: seen.values,
  };
}

/** The newest e-mails of what is still locked, where they did not arrive or nobody knows. */
function mailsToDo(sight: Sight): Condition {
  const seen = lockedInSight(sight, 'o');
  return {
    sql: row({
      kind: 'mail-bounced',
      due: inMs('coalesce(m.reported_at, m.created_at)'),
      key: `concat_ws(':', m.id, m.shown)`,
      ...{ customer: 'o.customer_id', order: 'o.number', delivery: 'd.id' },
      detail: `jsonb_build_object('mail', m.shown)`,
      from: `mails m join deliveries d on d.order_number = m.order_number and d.id = m.delivery and d.edition = m.edition
          join orders o on o.number = m.order_number
        where m.shown in ('bounced', 'unknown') and d.unlocked_at is null and ${seen.sql}
          and not exists (select from mails newer where newer.order_number = m.order_number
            and newer.delivery = m.delivery and newer.edition = m.edition and newer.copy > m.copy)`,
    }),
    values: seen.values,
  };
}

/** Lines of which less will be there than is assigned, once what is planned has happened. */
function reductionsToDo(sight: Sight): Condition {
  const seen = linesToDo(sight, 'l');
  return {
    sql: row({
      kind: 'over-assigned',
      due: `(plan->>'dueAt')::float8`,
      key: `concat_ws(':', l.order_number, l.id, plan->>'id')`,
      ...{ customer: 'l.open_for', order: 'l.order_number', lines: 'array[l.id]' },
      detail: `jsonb_build_object('assigned', held.units, 'capacity', (plan->>'capacity')::int)`,
      from: `lines l, jsonb_array_elements(l.planned) plan, lateral (select sum(a.capacity)::int as units
          from assignments a where a.order_number = l.order_number and a.line = l.id) held
        where l.open_for is not null and l.planned <> '[]' and l.canceled_at is null
          and plan->>'type' = 'capacity' and held.units > (plan->>'capacity')::int
          and ${seen.sql} and ${managed(sight, 'l.customer_id')}`,
    }),
    values: seen.values,
  };
}

/** No emergency lasts so many days. */
const EMERGENCY_DAYS = 10;

/** Emergencies that run. */
function emergenciesToDo(sight: Sight, nowMs: number): Condition {
  return {
    sql: row({
      kind: 'emergency',
      due: 'l.until::float8',
      key: 'e.order_number',
      ...{ customer: 'e.customer_id', order: 'e.order_number', lines: 'array[l.id]' },
      from: `emergencies e join lines l on l.order_number = e.order_number
        where e.declared_at > ? and l.open_for is not null and l.until > ? and ${managed(sight, 'e.customer_id')}`,
    }),
    values: [new Date(nowMs - EMERGENCY_DAYS * 86_400_000), nowMs],
  };
}

/** What is to be done about orders, beside what ends of them. */
export function ordersToDo(sight: Sight, nowMs: number): Condition[] {
  return [
    lockedToDo(sight),
    suspendedToDo(sight),
    mailsToDo(sight),
    reductionsToDo(sight),
    emergenciesToDo(sight, nowMs),
  ];
}
