import Type from 'typebox';
import { EVENT_TYPES } from '../../domain/journal.ts';
import { Closed, Cursor, Id, JournalEvent, Nullable } from './common.ts';

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

export const FeedEventView = Type.Intersect([
  Type.Object({
    id: Type.String({ description: 'Of the event, for ever: by it a repeat is known' }),
    account: Nullable(Type.String({ description: 'The customer of the order or server then, or the account itself' })),
  }),
  JournalEvent,
]);
