import { nameIn, unitIn } from '../../domain/catalogue.ts';
import { capacityIn } from '../../languages/index.ts';
import type { EventFacts } from '../../languages/texts/events.ts';
import { useReader } from '../reader.ts';
import { sentenceOf } from '../refusals.ts';

/** An item of a journal, as the API answers it; what else it says depends on its type. */
export type JournalEvent = { stream: string; seq: number; type: string; at: string } & Record<string, unknown>;

/** Keeps a name of another script from turning the words around it (Unicode's first strong isolate, and its end). */
const isolate = (text: string) => `\u2068${text}\u2069`;

/** What names stand for in events: servers by their ids, and the references of deliveries by theirs. */
export type Names = { servers: ReadonlyMap<string, string>; deliveries: ReadonlyMap<string, string> };

/** Puts what an event says into the words of the reader's language; what it does not say is empty. */
export function useFacts({ servers, deliveries }: Names): (event: JournalEvent) => EventFacts {
  const { language, catalogue } = useReader();
  const { texts, format } = language;
  const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? isolate(`${value}`) : '');
  return (event) => {
    const key = typeof event.application === 'string' ? event.application : '';
    const quantity = (value: unknown) =>
      typeof value === 'number' ? capacityIn(language, value, unitIn(catalogue, key)) : '';
    return {
      application: catalogue.has(key) ? nameIn(catalogue, key) : text(key),
      capacity: quantity(event.capacity),
      total: quantity(event.total),
      server: text(servers.get(String(event.server)) ?? event.server),
      reference: text(event.reference ?? deliveries.get(String(event.delivery)) ?? event.delivery),
      reason: text(event.reason),
      day: typeof event.endsOn === 'string' ? format.day(event.endsOn) : '',
      name: text(event.name),
      machine: text(event.hostname ?? event.fingerprint),
      version: text(event.version),
      why: sentenceOf(texts.refusals, String(event.code)) ?? '',
    };
  };
}
