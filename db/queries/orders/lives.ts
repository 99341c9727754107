import type { EntityManager } from '@mikro-orm/postgresql';
import type { RecordedOrderEvent } from '../../../domain/order/events.ts';
import { inMs } from '../instants.ts';

/** What happened to orders, by their numbers: each in its own sequence, as its workflow wrote it down. */
export async function readLives(
  em: EntityManager,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, RecordedOrderEvent[]>> {
  const rows = await em.execute<{ number: string; events: RecordedOrderEvent[] }[]>(
    `select substr(stream, 7) as number, jsonb_agg(data || jsonb_build_object('type', type, 'seq', seq,
       'at', ${inMs('at')}, 'recordedAt', ${inMs('recorded_at')}) order by seq) as events
     from journal where stream in (select 'order/' || jsonb_array_elements_text(?::jsonb)) group by stream`,
    [JSON.stringify(numbers)],
  );
  return new Map(rows.map(({ number, events }) => [number, events]));
}
