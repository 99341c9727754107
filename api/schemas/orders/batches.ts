import type { Readable } from 'node:stream';
import Type from 'typebox';
import {
  BATCH_KINDS,
  BATCH_STATES,
  ITEM_OUTCOMES,
  type BatchKind,
  type BatchState,
  type ItemOutcome,
} from '../../../domain/batches.ts';
import { Closed, Instant, Nullable, OneOf, Paging, Units } from '../common.ts';
import { Preview } from './order-facts.ts';

const Kind = Type.Unsafe<BatchKind>({
  ...OneOf(BATCH_KINDS),
  description: 'What its items are: the body of their own call, of the last three kinds with `order`',
});

export const PostedBatch = Closed({
  kind: Kind,
  items: Type.Array(Type.Unknown(), {
    minItems: 1,
    description: 'One that cannot be read is refused, the others go on',
  }),
  preview: Type.Optional(Type.Boolean({ description: 'Whether it is only asked what the items would do' })),
});

/** For bodies that are read as they come, which say nothing about themselves. */
export const PostingQuery = Closed({
  kind: Type.Optional(Kind),
  preview: Type.Optional(Type.Unsafe<'true' | 'false'>(OneOf(['true', 'false']))),
});

export const PostedLines = Type.Unsafe<unknown>({ description: 'An item a line, up to 50,000 and 64 MB' });
export const PostedRows = Type.Unsafe<unknown>({
  description: 'RFC 4180, UTF-8, with a row of columns; rows of one item stand together. Up to 50,000 items and 64 MB',
});

export const Received = Type.Object({ id: Type.String() });

export const BatchQuery = Closed({
  kind: Type.Optional(Kind),
  state: Type.Optional(Type.Unsafe<BatchState>(OneOf(BATCH_STATES))),
  ...Paging,
});

export const ItemQuery = Closed({
  outcome: Type.Optional(Type.Unsafe<ItemOutcome>(OneOf(ITEM_OUTCOMES))),
  ...Paging,
});

export const BatchView = Type.Object({
  id: Type.String(),
  kind: Kind,
  preview: Type.Boolean(),
  state: OneOf(BATCH_STATES),
  total: Units,
  done: Units,
  refused: Units,
  by: Type.String({ description: 'Who posted it, and in whose name it goes on' }),
  startedAt: Instant,
  finishedAt: Nullable(Instant),
});

export const ItemView = Type.Object(
  {
    index: Type.Integer({ minimum: 0, description: 'Its place in what was posted, from 0' }),
    order: Nullable(Type.String({ description: 'What it says of it, where that can be read' })),
    outcome: OneOf(ITEM_OUTCOMES),
    code: Type.Optional(Type.String({ description: 'By which it was refused' })),
    detail: Type.Optional(Type.String({ description: 'What to do' })),
    errors: Type.Optional(
      Type.Array(Type.Object({ pointer: Type.String({ description: 'RFC 6901' }), message: Type.String() })),
    ),
    events: Type.Optional({ ...Preview.properties.events, description: 'What it would do, in a preview' }),
    mails: Type.Optional(Preview.properties.mails),
  },
  { additionalProperties: true, description: 'A refused one says what its own call would have answered' },
);

/** The same as a file, all of them. */
export const ItemRows = Type.Unsafe<Readable>({ type: 'string', contentMediaType: 'text/csv' });
