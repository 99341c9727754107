import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Recorded } from '../../domain/recorded.ts';
import { JournalEntity } from '../entities/journal.ts';

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
  const rows = events.map(({ seq, type, at, recordedAt, ...data }) => ({
    stream,
    seq,
    type,
    at: new Date(at),
    recordedAt: new Date(recordedAt),
    data,
  }));
  await em.upsertMany(JournalEntity, rows, { onConflictAction: 'ignore', onConflictFields: ['stream', 'seq'] });
  const standing = await em.find(JournalEntity, { stream, seq: { $in: rows.map((row) => row.seq) } });
  for (const row of rows) {
    const there = standing.find((candidate) => candidate.seq === row.seq);
    if (!there || !isDeepStrictEqual(content(there), content(row)))
      throw new Error(`Journal ${stream} holds something else at ${row.seq}: expected ${row.type}`);
  }
}

/** What an entry says, as JSON has it: members that are undefined are none. */
function content({ type, at, data }: { type: string; at: Date; data: unknown }): unknown {
  return JSON.parse(JSON.stringify({ type, at, data }));
}
