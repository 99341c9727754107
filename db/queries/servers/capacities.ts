import type { EntityManager } from '@mikro-orm/postgresql';
import { inMs } from '../instants.ts';

/** Who made the capacity of an application on a server what it is, and when; null where it is not from a change of the server. */
export async function whoSet(
  em: EntityManager,
  stream: string,
  { application, capacity }: { application: string; capacity: number },
): Promise<{ by: string; at: number } | null> {
  const [last] = await em.execute<{ by: string | null; at: number; capacity: number }[]>(
    `select data->>'by' as by, ${inMs('at')} as at, (data->>'capacity')::int as capacity from journal
     where stream = ? and type = 'capacity-changed' and data->>'application' = ? order by seq desc limit 1`,
    [stream, application],
  );
  return last && last.by !== null && last.capacity === capacity ? { by: last.by, at: last.at } : null;
}
