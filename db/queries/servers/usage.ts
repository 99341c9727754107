import type { EntityManager } from '@mikro-orm/postgresql';
import { TENTHS_USED_UP } from '../../../domain/server/usage.ts';
import { ofCustomer } from './servers.ts';

/** In SQL, whether what a server `v` with its contact `c` said last still runs: of it and its standby, one runs it. */
const RUNS_IT = `c.taken_over_by is null and (v.standby_for is null
  or exists (select from takeovers t where t.standby = v.id and t.served = v.standby_for and t.ended_at is null))`;

/**
 * Units that are used on a customer's servers by what they said last, by application; of one that none names nothing is there.
 * What a standby has taken over is used there, and nowhere else.
 */
export async function usedAtCustomer(em: EntityManager, customer: string): Promise<ReadonlyMap<string, number>> {
  const rows = await em.execute<{ application: string; units: number }[]>(
    `select used.key as application, sum(used.value::int)::float8 as units
     from servers v join contacts c on c.server = v.id, jsonb_each_text(c.said->'used') used
     where v.customer_id = ? and v.mode = 'online' and jsonb_typeof(c.said->'used') = 'object' and ${RUNS_IT}
     group by used.key`,
    [customer],
  );
  return new Map(rows.map(({ application, units }) => [application, units]));
}

/**
 * In SQL, a query of the servers, with their `customer`, that used nearly all of what they have of an application when they
 * called last, and have no more of it by now: above nine tenths. It looks at those alone that a check-in found so. Its
 * question mark is the instant, in epoch milliseconds.
 */
export const NEARLY_USED = `select v.id as server, v.customer_id as customer from contacts c join servers v on v.id = c.server
  where c.nearly_used is not null and v.mode = 'online' and exists (
    select from (values (?::bigint)) asked (now), jsonb_each_text(c.nearly_used) used, lateral (
      select sum(least(s.capacity, a.capacity)) as units from shares s
        join assignments a on a.order_number = s.order_number and a.line = s.line and a.server = s.server
        join lines l on l.order_number = s.order_number and l.id = s.line and l.application = used.key
        join orders o on o.number = s.order_number and ${ofCustomer('v.customer_id')}
      where s.server = v.id and o.status in ('open', 'suspended') and l.canceled_at is null
        and coalesce((l.terms->>'graceUntil')::bigint, (l.terms->>'until')::bigint, asked.now + 1) > asked.now) assigned
    where assigned.units > 0 and used.value::numeric * 10 > ${TENTHS_USED_UP} * assigned.units)`;
