import type { TodoKind } from '../../../domain/todo.ts';
import { unitIn } from '../../../domain/catalogue/catalogue.ts';
import type { TakenBecause } from '../../../domain/order/events.ts';
import type { Role } from '../../../domain/people/permissions.ts';
import type { ServerRole } from '../../../domain/server/server.ts';
import { capacityIn } from '../../../languages/index.ts';
import type { EventFacts } from '../../../languages/texts/events.ts';
import { useReader, type Reader } from '../../reader.ts';
import { sentenceOf } from '../../refusals.ts';
import type { JournalEvent } from '../../services.ts';
import { isolate } from '../list/listed.ts';

/** What names stand for in events: servers by their ids, and the references of deliveries by theirs. */
export type Names = {
  servers: ReadonlyMap<string, string>;
  deliveries: ReadonlyMap<string, string>;
  /** People and sellers, in the life of an account. */
  others?: ReadonlyMap<string, string>;
  /** Who did something, by what events say. */
  doers?: ReadonlyMap<string, string>;
};

/** The number of the order that an event is about. */
function orderIn({ stream, order }: JournalEvent): unknown {
  return typeof order === 'string' ? order : stream.replace(/^order\//, '');
}

/** The server that an event names beside the one in whose life it stands. */
function serverIn({ server, standby, standbyFor, formerStandbyFor }: JournalEvent): string {
  const named = server ?? standby ?? standbyFor ?? formerStandbyFor;
  return typeof named === 'string' ? named : '';
}

/** Puts what an event says into the words of the reader's language; what it does not say is empty. */
export function useFacts(names: Names): (event: JournalEvent) => EventFacts {
  return factsIn(useReader(), names);
}

/** The same where no page is written. */
export function factsIn(
  { language, catalogue }: Pick<Reader, 'language' | 'catalogue'>,
  { servers, deliveries, others = new Map() }: Names,
): (event: JournalEvent) => EventFacts {
  const { texts, format } = language;
  const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? isolate(`${value}`) : '');
  const nameOf = (application: unknown) => catalogue.get(String(application))?.name ?? text(application);
  const quantity = (application: unknown, value: unknown) => {
    if (typeof value !== 'number') return '';
    return capacityIn(language, value, unitIn(catalogue, String(application)));
  };
  const words = (fields: unknown) =>
    (Array.isArray(fields) ? (fields as (keyof typeof texts.accountFields)[]) : [])
      .map((field) => texts.accountFields[field])
      .join(`${texts.words.comma} `);
  const holdings = (lines: unknown) =>
    (Array.isArray(lines) ? (lines as { application?: unknown; capacity?: unknown }[]) : [])
      .map(({ application, capacity }) => `${nameOf(application)}: ${quantity(application, capacity)}`)
      .join(`${texts.words.comma} `);
  const roleIn = (role: unknown) =>
    ({ ...texts.words.roles, ...texts.words.serverRoles })[role as Role | ServerRole] ?? '';
  const dayOf = (day: unknown) => (typeof day === 'string' ? format.day(day) : '');
  const domainsIn = ({ domains }: JournalEvent) =>
    Array.isArray(domains) ? domains.join(`${texts.words.comma} `) || '–' : undefined;
  const former = (event: JournalEvent) => event.former as { name?: unknown; role?: unknown } | undefined;
  return (event) => ({
    application: nameOf(event.application),
    capacity: quantity(event.application, event.capacity),
    total: quantity(event.application, event.total),
    server: text(servers.get(serverIn(event)) ?? serverIn(event)),
    reference: text(event.reference ?? deliveries.get(String(event.delivery)) ?? event.delivery),
    reason: text(event.reason),
    day: dayOf(event.endsOn ?? event.on),
    delivery: text(deliveries.get(String(event.delivery)) ?? event.delivery),
    timeZone: text(event.timeZone),
    intent: texts.intents[String(event.intent) as keyof typeof texts.intents],
    name: text(
      event.issuer ??
        domainsIn(event) ??
        event.name ??
        others.get(String(event.person ?? event.seller)) ??
        event.person ??
        event.seller,
    ),
    role: roleIn(event.role),
    formerName: text(former(event)?.name),
    formerRole: roleIn(former(event)?.role),
    machine: text(event.hostname ?? event.fingerprint ?? '–'),
    version: text(event.version),
    order: text(orderIn(event)),
    holdings: holdings(event.lines),
    because: texts.takenBecause[event.because as TakenBecause] ?? '',
    what: texts.todo.kinds[event.kind as TodoKind] ?? words(event.fields),
    title: text(event.title),
    range: text(event.affects),
    why: sentenceOf(texts.refusals, String(event.code)) ?? '',
  });
}
