import type { EntityManager } from '@mikro-orm/postgresql';
import { JournalEntity, type JournalRow } from '../entities/journal.ts';
import { inMs, type Read } from './instants.ts';

/** An item of the journal; `data` is what the event says beside the rest. */
export type JournalItem = Read<JournalRow>;

/** Where a journal's reader goes on: after an item. */
export type JournalPosition = Pick<JournalItem, 'recordedAt' | 'stream' | 'seq'>;

/** What a reader must not see: types of events, deliveries and lines, and with them every refusal. */
export type HiddenItems = { types: readonly string[]; deliveries?: readonly string[]; lines?: readonly string[] };

/** Items of some streams, oldest first, from a position on, without what is hidden. */
export function readJournal(
  em: EntityManager,
  streams: string[],
  hidden: HiddenItems,
  limit: number,
  after: JournalPosition | null,
): Promise<JournalItem[]> {
  const marks = (values: readonly unknown[]) => values.map(() => '?').join();
  const { types, deliveries = [], lines = [] } = hidden;
  return em.execute<JournalItem[]>(
    `select stream, seq, type, ${inMs('at')} as at, ${inMs('recorded_at')} as "recordedAt", data from journal
     where stream in (${marks(streams)})
       ${types.length > 0 ? `and type not in (${marks(types)})` : ''}
       ${deliveries.length > 0 ? `and type not like '%-refused' and coalesce(data->>'delivery', '') not in (${marks(deliveries)})` : ''}
       ${lines.length > 0 ? `and coalesce(data->>'line', '') not in (${marks(lines)}) and ${namesOther(marks(lines))}` : ''}
       ${after ? 'and (recorded_at, stream, seq) > (?, ?, ?)' : ''}
     order by recorded_at, stream, seq limit ?`,
    [
      ...streams,
      ...types,
      ...deliveries,
      ...[...lines, ...lines],
      ...(after ? [new Date(after.recordedAt), after.stream, after.seq] : []),
      limit,
    ],
  );
}

/** A condition: an item that names lines, as a renewal does, names one beside some. */
function namesOther(lines: string): string {
  return `(not jsonb_path_exists(data, '$.lines[*]') or exists (select from jsonb_path_query(data, '$.lines[*]') named
    where coalesce(named->>'line', named->>'id', '') not in (${lines})))`;
}

/** What stands at one place of a stream; null when nothing is written there yet. */
export async function readJournalItem(em: EntityManager, stream: string, seq: number): Promise<JournalItem | null> {
  const row = await em.findOne(JournalEntity, { stream, seq });
  return row && { ...row, at: row.at.getTime(), recordedAt: row.recordedAt.getTime() };
}
