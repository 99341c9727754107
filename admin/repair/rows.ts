import { rebuildStream } from '../../db/queries/publishing/rebuild.ts';
import type { StreamKind, StreamRows } from '../../db/queries/publishing/streams.ts';
import type { StreamLook } from '../../db/queries/repair/streams.ts';
import type { RepairRun } from './deps.ts';

/** Whether rows lack what their workflow has published, or say something else than it does in the same place; null where neither. */
export function whatRowsLack(
  look: StreamLook,
  { seq }: { seq: number },
  publishedTo: number,
): 'behind' | 'wrong' | null {
  if ((look.seq ?? 0) < publishedTo) return 'behind';
  const isAhead = look.seq !== null && look.seq > seq && look.last <= seq;
  return isAhead || (look.seq === seq && look.differs) ? 'wrong' : null;
}

/** The same in words, of rows that lack something. */
export function behindInWords(look: StreamLook, { seq }: { seq: number }): string {
  return look.seq === null ? 'rows: were missing' : `rows: were at ${look.seq} instead of ${seq}`;
}

/** Writes the rows of a stream anew, unless it is only to be checked, and answers what differed. */
export async function rowsAnew<Kind extends StreamKind>(
  { orm, onlyCheck }: RepairRun,
  kind: Kind,
  stream: { id: string; seq: number; rows: StreamRows<Kind> },
): Promise<string[]> {
  const ahead = await rebuildStream(orm.em, kind, stream, { onlyCompare: onlyCheck, seenAhead: null });
  if (ahead.kind === 'compared') return ahead.differences;
  const wrong = await rebuildStream(orm.em, kind, stream, { onlyCompare: onlyCheck, seenAhead: ahead.seq });
  return wrong.kind === 'compared' ? wrong.differences : [];
}
