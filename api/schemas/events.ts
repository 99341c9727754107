import Type from 'typebox';
import { ACTIVITY_KINDS, EVENT_TYPES, type ActivityKind, type EventType } from '../../domain/journal.ts';
import type { FeedEvent } from '../../services/feed/seen.ts';
import { Closed, Cursor, Id, Instant, Nullable, OneOf, Paging } from './common.ts';
import { EVENT_FIELDS } from './event-fields.ts';
import { OrderView } from './orders/orders.ts';

/** Types of events, with commas between them. */
const Types = Type.String({
  ...{ minLength: 1, maxLength: 4_000, pattern: `^(${EVENT_TYPES.join('|')})(,(${EVENT_TYPES.join('|')}))*$` },
  description: 'Events of these types alone, with commas between them',
});

export const FeedQuery = Closed({
  after: Type.Optional(
    Type.Unsafe<string>({
      ...Cursor,
      description: '`nextCursor` of the answer before; `end` for the cursor of the end. From the beginning without it',
    }),
  ),
  types: Type.Optional(Types),
  account: Type.Optional(
    Type.Unsafe<string>({ ...Id, description: 'Events of this customer’s orders and servers, or of this account' }),
  ),
  order: Type.Optional(Id),
  server: Type.Optional(Id),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
  wait: Type.Integer({
    ...{ minimum: 0, maximum: 30, default: 0 },
    description: 'Where nothing is there: how many seconds to wait until something is',
  }),
});

export const ActivityQuery = Closed({
  kind: Type.Optional(
    Type.Unsafe<ActivityKind>({
      ...OneOf(Object.keys(ACTIVITY_KINDS) as ActivityKind[]),
      description:
        'Of orders with their links and e-mails, of servers, of accounts with their people, or of advisories',
    }),
  ),
  account: Type.Optional(
    Type.Unsafe<string>({ ...Id, description: 'Events of this customer’s orders and servers, or of this account' }),
  ),
  by: Type.Optional(
    Type.String({ pattern: '^[a-z]+/[A-Za-z0-9._-]{1,80}$', description: 'Who had it happen, as events say it' }),
  ),
  types: Type.Optional(Types),
  since: Type.Optional(Type.Unsafe<string>({ ...Instant, description: 'What happened then or later' })),
  until: Type.Optional(Type.Unsafe<string>({ ...Instant, description: 'What happened before' })),
  ...Paging,
});

/** By which somebody comes to see an order. */
const CARRY_THE_ORDER: readonly EventType[] = ['amended', 'parties-changed', 'unlocked'];

const WholeOrder = Type.Intersect(
  [
    Type.Object({ seq: Type.Integer({ description: 'The place of the order’s stream up to which it is said' }) }),
    OrderView,
  ],
  { description: 'The whole order, for whoever sees it, or what was locked of it, from now on' },
);

/** An event of a type: what every event says, and what this one does. */
function eventOf(type: EventType) {
  return Type.Object(
    {
      id: Type.String({ description: 'Of the event, for ever: by it a repeat is known' }),
      stream: Type.String({ description: 'What it is an event of: its kind, a slash, its id' }),
      seq: Type.Integer({ description: 'Its number in the stream; some are left out' }),
      type: Type.Literal(type),
      at: Instant,
      recordedAt: Instant,
      account: Nullable(
        Type.String({ description: 'The customer of the order or server when it was told, or the account itself' }),
      ),
      by: Type.Optional(Type.String({ description: 'Who had it happen; absent where time or a server did' })),
      requestId: Type.Optional(Type.String({ description: 'By which request, where nobody is known' })),
      ...EVENT_FIELDS[type],
      ...('code' in EVENT_FIELDS[type] && {
        detail: Type.Optional(Type.String({ description: 'The sentence of the code' })),
      }),
      ...(CARRY_THE_ORDER.includes(type) && { order: Type.Optional(WholeOrder) }),
    },
    { additionalProperties: true },
  );
}

/** What each type of event says, by its name; fields are added to it in time. */
export const EVENTS = EVENT_TYPES.map((type) => ({ type, schema: eventOf(type) }));

/** How clients call an event of a type: `DeliveredEvent`. */
const nameOf = (type: EventType) =>
  `${type.replaceAll(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase())}Event`;

/** The same as {@link EVENTS}, by these names. */
export const EVENT_NOUNS = Object.fromEntries(EVENTS.map(({ type, schema }) => [nameOf(type), schema]));

export const FeedEventView = Type.Unsafe<FeedEvent>({
  oneOf: EVENTS.map(({ schema }) => schema),
  discriminator: { propertyName: 'type' },
  description: 'What happened; further fields depend on the type',
});
