import type { EntityManager } from '@mikro-orm/postgresql';

/** While a change is under way its order and its server differ: what differs is counted once both have been quiet for so long. */
const QUIET_MINUTES = 10;

const quiet = (stream: string) =>
  `not exists (select from journal j where j.stream = ${stream} and j.recorded_at > asked.at - interval '${QUIET_MINUTES} minutes')`;

/**
 * Units that are sold and nobody can use: given to a server by an order whose server does not have them, or given beyond what a
 * line has. There are none, unless something was lost or a backup restored in part; what changed in the last ten minutes is
 * not looked at. What a server has and its order has taken back is no such thing: it counts no more.
 */
export async function unaccountedUnits(em: EntityManager, at: Date): Promise<number> {
  const [found] = await em.execute<[{ units: number }]>(
    `with asked as (select ?::timestamptz as at),
     owned as (
       select l.order_number, l.id as line, l.capacity from lines l, asked
       where l.open_for is not null and l.canceled_at is null
         and coalesce(l.grace_until, l.until, 9223372036854775807) > extract(epoch from asked.at) * 1000),
     held as (
       select a.order_number, a.line, a.server, a.capacity, coalesce(s.capacity, 0) as taken
       from assignments a join owned using (order_number, line)
       left join shares s on s.order_number = a.order_number and s.line = a.line and s.server = a.server)
     select ((select coalesce(sum(held.capacity - held.taken), 0) from held, asked where held.capacity > held.taken
         and ${quiet(`'order/' || held.order_number`)} and ${quiet(`'server/' || held.server`)})
       + (select coalesce(sum(given.units - given.capacity), 0) from (
           select owned.order_number, owned.capacity, sum(held.capacity) as units
           from owned join held using (order_number, line)
           group by owned.order_number, owned.line, owned.capacity having sum(held.capacity) > owned.capacity) given, asked
         where ${quiet(`'order/' || given.order_number`)}))::float8 as units`,
    [at],
  );
  return found.units;
}
