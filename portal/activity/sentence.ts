import type { EventType } from '../../domain/journal.ts';
import { fill } from '../../languages/texts/events.ts';
import { factsIn } from '../parts/said/event-facts.ts';
import type { Reader } from '../reader.ts';
import type { FeedEvent } from '../../services/feed/seen.ts';
import { deliveryIn, type ActivityNames } from './names.ts';

const KINDS = {
  server: 'serverEvents',
  contact: 'serverEvents',
  account: 'accountEvents',
  digest: 'accountEvents',
  advisory: 'advisoryEvents',
} as const;

/** Says events in the words of the reader's language, as the lives in which they stand do. */
export function sentencesIn(
  reader: Pick<Reader, 'language' | 'catalogue'>,
  names: ActivityNames,
): (event: FeedEvent) => string {
  const { texts } = reader.language;
  const others = new Map([...names.accounts, ...names.people]);
  const factsOf = (event: FeedEvent) => {
    const named = deliveryIn(event);
    const reference = named === null ? undefined : names.deliveries.get(named);
    const deliveries = new Map(reference === undefined ? [] : [[named!.split('/')[1]!, reference]]);
    return factsIn(reader, { servers: names.servers, deliveries, others })(event);
  };
  return (event) => {
    const kind = KINDS[event.stream.split('/')[0] as keyof typeof KINDS] ?? 'orderEvents';
    const sentences: Readonly<Partial<Record<EventType, string>>> = texts[kind];
    const sentence = sentences[event.type];
    return sentence ? fill(sentence, factsOf(event)) : event.type;
  };
}

/** Where what an event is about is shown, and what that is called; null where it has no page. */
export function placeOf(event: FeedEvent, names: ActivityNames): { href: string; text: string } | null {
  const [kind = '', id = ''] = event.stream.split('/');
  switch (kind) {
    case 'order':
    case 'unlock-link':
    case 'mail':
    case 'mail-state':
      return { href: `/orders/${id}`, text: id };
    case 'server':
    case 'contact':
      return names.servers.has(id)
        ? { href: `/customers/${event.account}/servers/${id}`, text: names.servers.get(id)! }
        : null;
    case 'account':
    case 'digest':
      return { href: `/accounts/${id}/people`, text: names.accounts.get(id) ?? id };
    case 'advisory':
      return { href: `/advisories/${id}`, text: id };
    default:
      return null;
  }
}
