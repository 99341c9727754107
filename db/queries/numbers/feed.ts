import type { EntityManager } from '@mikro-orm/postgresql';
import { ageInMs } from './orders.ts';

/** So far it counts: after a release that numbers the whole past anew there can be millions. */
const COUNTED_TO = 10_000;

/** Events that have no place in the feed yet, 10,000 standing for more; and how long ago the first was written, in milliseconds. */
export async function feedBehind(em: EntityManager, at: Date): Promise<{ due: number; oldestMs: number }> {
  const [found] = await em.execute<[{ due: number; oldestMs: number }]>(
    `select (select count(*)::int from (select from feed_due limit ${COUNTED_TO}) due) as due,
       ${ageInMs(`(select j.recorded_at from (select stream, seq from feed_due order by place limit 1) first
         join journal j using (stream, seq))`)} as "oldestMs"`,
    [at],
  );
  return found;
}
