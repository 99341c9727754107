import { namesById, type NamesById } from '../../db/queries/pages/names.ts';
import { sightOf, type Caller } from '../../domain/people/permissions.ts';
import type { FeedEvent } from '../../services/feed/seen.ts';
import type { PageServices } from '../services.ts';
import { doersOf } from '../session/doers.ts';

/** What things are called that some events name, and who had them happen. */
export type ActivityNames = NamesById & { doers: ReadonlyMap<string, string> };

const textsIn = (event: FeedEvent, fields: readonly string[]) => {
  const said: Record<string, unknown> = event;
  return fields.flatMap((field) => (typeof said[field] === 'string' ? [said[field]] : []));
};

const SERVERS = ['server', 'standby', 'standbyFor', 'formerStandbyFor'];

/** The id in a stream of a kind, as `server/<id>`; none where it is of another. */
function idIn({ stream }: FeedEvent, kinds: readonly string[]): string[] {
  const [kind = '', id = ''] = stream.split('/');
  return kinds.includes(kind) ? [id] : [];
}

/** The delivery that an event of an order is about, as it is named among those of all; null where it is about none. */
export function deliveryIn({ stream, ...event }: FeedEvent): string | null {
  const { delivery } = event as Record<string, unknown>;
  return typeof delivery === 'string' ? `${stream.split('/')[1]}/${delivery}` : null;
}

/** In as many queries for many events as for one; `by` is who else is named, as events say it, or empty. */
export async function namesOf(
  services: PageServices,
  reader: Caller,
  events: readonly FeedEvent[],
  by: string,
): Promise<ActivityNames> {
  const of = (ids: (event: FeedEvent) => readonly string[]) => [...new Set(events.flatMap(ids))];
  const [names, doers] = await Promise.all([
    namesById(
      services.em(),
      { account: reader.account.id, sight: sightOf(reader), nowMs: services.clock() },
      {
        accounts: of((event) => [...(event.account === null ? [] : [event.account]), ...textsIn(event, ['seller'])]),
        servers: of((event) => [...idIn(event, ['server', 'contact']), ...textsIn(event, SERVERS)]),
        people: of((event) => textsIn(event, ['person'])),
        deliveries: of((event) => [deliveryIn(event) ?? []].flat()),
      },
    ),
    doersOf(services, reader, by ? [...events, { by }] : events),
  ]);
  return { ...names, doers };
}
