import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Recorded } from '../../../domain/recorded.ts';
import { instant } from '../instants.ts';
import { JournalEntity, type JournalRow } from '../../entities/telling/journal.ts';

type Entry = Omit<JournalRow, 'stream'>;

/**
 * In SQL, the one way into the journal: a part of a `with`, called `journaled`, that appends the rows of a query with
 * the columns `stream, seq, type, at, recorded_at, data`. A place or a cause that is taken fails the statement, unless
 * `repeats` are left out. A trigger of the table makes each due in the feed, in the same statement.
 */
export function journaled(rows: string, { repeats }: { repeats: 'fail' | 'left-out' } = { repeats: 'fail' }): string {
  return `journaled as (
    insert into journal (stream, seq, type, at, recorded_at, data) ${rows}
    ${repeats === 'left-out' ? 'on conflict do nothing' : ''} returning stream, seq)`;
}

/** In SQL, the rows for `journaled` of a stream and its entries as JSON. */
export const ENTRIES = `select ?::text, seq, type, at, "recordedAt", data
  from jsonb_to_recordset(?::jsonb) as entry(seq int, type text, at timestamptz, "recordedAt" timestamptz, data jsonb)`;

/** Events as entries of the journal. */
export function entriesOf(events: readonly Recorded<{ type: string }>[]): Entry[] {
  return events.map(({ seq, type, at, recordedAt, ...data }) => ({
    ...{ seq, type, data },
    at: instant(at),
    recordedAt: instant(recordedAt),
  }));
}

/**
 * Appends events to a stream's journal. Events that stand there already are left alone; where one stands in the same
 * place with other content, two histories claim the same stream, and this fails.
 */
export async function appendToJournal(
  em: EntityManager,
  stream: string,
  events: readonly Recorded<{ type: string }>[],
): Promise<void> {
  if (events.length === 0) return;
  const entries = entriesOf(events);
  const appended = await em.execute<{ seq: number }[]>(
    `with ${journaled(ENTRIES, { repeats: 'left-out' })} select seq from journaled`,
    [stream, JSON.stringify(entries)],
  );
  const isNew = new Set(appended.map(({ seq }) => seq));
  const repeated = entries.filter(({ seq }) => !isNew.has(seq));
  if (repeated.length > 0) await refuseOtherContent(em, stream, repeated);
}

async function refuseOtherContent(em: EntityManager, stream: string, entries: Entry[]): Promise<void> {
  const standing = await em.find(JournalEntity, { stream, seq: { $in: entries.map(({ seq }) => seq) } });
  for (const entry of entries) {
    const there = standing.find(({ seq }) => seq === entry.seq);
    if (!there || !isDeepStrictEqual(content(there), content(entry)))
      throw new Error(`Journal ${stream} holds something else at ${entry.seq}: expected ${entry.type}`);
  }
}

/** What an entry says, as JSON has it: members that are undefined are none. */
function content({ type, at, data }: Pick<Entry, 'type' | 'at' | 'data'>): unknown {
  return JSON.parse(JSON.stringify({ type, at, data }));
}
