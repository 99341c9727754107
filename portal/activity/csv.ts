import type { FeedEvent } from '../../services/feed/seen.ts';
import { writeCsvParts, type Cell } from '../parts/list/csv.ts';
import type { Reader } from '../reader.ts';
import type { ActivityNames } from './names.ts';
import { placeOf, sentencesIn } from './sentence.ts';

/** Direction marks, which names have around them on pages, mean nothing in a cell. */
const ISOLATES = /[\u2068\u2069]/g;

/** Events with what they name. */
type Named = { events: readonly FeedEvent[]; names: ActivityNames };

/** Who did what as CSV, in the reader's language; see {@link writeCsvParts}. */
export function activityCsv(parts: AsyncIterable<Named>, reader: Reader): AsyncGenerator<string> {
  const { activity, words } = reader.language.texts;
  const columns = [activity.when, activity.what, activity.about, words.customer, activity.by];
  return writeCsvParts(reader.language, columns, rowsIn(parts, reader));
}

async function* rowsIn(parts: AsyncIterable<Named>, reader: Reader): AsyncGenerator<Cell[][]> {
  const { format } = reader.language;
  for await (const { events, names } of parts) {
    const sentenceOf = sentencesIn(reader, names);
    yield events.map((event) => [
      ...[format.exactly(event.at), sentenceOf(event).replace(ISOLATES, ''), placeOf(event, names)?.text ?? null],
      event.account === null ? null : (names.accounts.get(event.account) ?? event.account),
      typeof event.by === 'string' ? (names.doers.get(event.by) ?? null) : null,
    ]);
  }
}
