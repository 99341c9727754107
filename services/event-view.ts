import type { JournalItem } from '../db/queries/read-journal.ts';
import { sentenceOf } from './problems/problems.ts';
import { instant } from './orders/view.ts';

/** Names of the secret keys and what derives from them are nobody's business; the others say nothing to people. */
const HIDDEN = [
  'cause',
  'token',
  'key',
  'tokenKey',
  'contentHash',
  'instants',
  'boundaries',
  'ends',
  'last',
  'says',
  'takenAt',
  'response',
  'requestHash',
] as const;
export type HiddenField = (typeof HIDDEN)[number];

/** Lines that an event lists; the instants of what is planned for them say nothing to people. */
function linesOf(lines: unknown): unknown {
  if (!Array.isArray(lines)) return lines;
  return (lines as { planned?: { dueAt: number } }[]).map(({ planned, ...line }) => {
    const { dueAt: _dueAt, ...plan } = planned ?? {};
    return planned ? { ...line, planned: plan } : line;
  });
}

/** Intents are called by the requests that stated them, which nobody else knows. */
function isRequest(type: string, field: string): boolean {
  return type === 'intent-stated' && field === 'reference';
}

/** An item of a journal as the API answers it; instants are ISO 8601 UTC. A refusal has its code's sentence, as its caller heard it. */
export function presentEvent({ stream, seq, type, at, recordedAt, data }: JournalItem) {
  const shown = Object.entries(data)
    .filter(([field]) => !(HIDDEN as readonly string[]).includes(field) && !isRequest(type, field))
    .map(([field, value]) => [
      field,
      field === 'lines' ? linesOf(value) : field.endsWith('At') && typeof value === 'number' ? instant(value) : value,
    ]);
  const detail = sentenceOf(data.code);
  return {
    ...{ stream, seq, type, at: instant(at), recordedAt: instant(recordedAt) },
    ...(Object.fromEntries(shown) as Record<string, unknown>),
    ...(detail && { detail }),
  };
}

/** The same of what would happen: neither its place nor its time is known before. */
export function presentForetold(item: JournalItem) {
  const { seq: _seq, at: _at, recordedAt: _recordedAt, ...event } = presentEvent(item);
  return event;
}
