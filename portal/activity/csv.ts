import type { FeedEvent } from '../../services/feed/seen.ts';
import { writeCsv, type Cell } from '../parts/csv.ts';
import type { Reader } from '../reader.ts';
import type { ActivityNames } from './names.ts';
import { placeOf, sentencesIn } from './sentence.ts';

/** Direction marks, which names have around them on pages, mean nothing in a cell. */
const ISOLATES = /[\u2068\u2069]/g;

/** Who did what as CSV, in the reader's language; see {@link writeCsv}. */
export function activityCsv(events: readonly FeedEvent[], names: ActivityNames, reader: Reader): string {
  const { texts, format } = reader.language;
  const { activity, words } = texts;
  const sentenceOf = sentencesIn(reader, names);
  const columns = [activity.when, activity.what, activity.about, words.customer, activity.by];
  const rows = events.map((event): Cell[] => [
    ...[format.exactly(event.at), sentenceOf(event).replace(ISOLATES, ''), placeOf(event, names)?.text ?? null],
    event.account === null ? null : (names.accounts.get(event.account) ?? event.account),
    typeof event.by === 'string' ? (names.doers.get(event.by) ?? null) : null,
  ]);
  return writeCsv(reader.language, [columns, ...rows]);
}
