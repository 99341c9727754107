import Type from 'typebox';
import { REMEDIES, SEVERITIES } from '../../domain/condition/severity.ts';
import { LICENSE_KINDS } from '../../domain/catalogue/terms.ts';
import { TODO_KINDS, type TodoKind } from '../../domain/todo.ts';
import { Capacity, Closed, Day, Id, Instant, Nullable, OneOf, Paging, Text, Units } from './common.ts';

export const TodoQuery = Closed({
  kind: Type.Optional(OneOf(TODO_KINDS)),
  customer: Type.Optional(Type.Unsafe<string>({ ...Id, description: 'Of this customer alone' })),
  server: Type.Optional(Type.Unsafe<string>({ ...Id, description: 'Of this server alone' })),
  acknowledged: Type.Optional(
    Type.Unsafe<'true'>({ ...OneOf(['true']), description: 'What the account acknowledged, in place of the rest' }),
  ),
  ...Paging,
});

/** What names an item, and is another one when the same thing happens again. */
const Item = Type.String({
  ...{ pattern: '^[a-z-]{1,40}-[0-9a-f]{32}$', examples: ['locked-0f6c3a528c4e4a6b9d0e5b1c7f2e3a44'] },
  description: 'By what happened: the same thing that happens again has another id',
});

const Named = Type.Object({ id: Id, name: Text });

export const TodoView = Type.Object({
  id: Item,
  kind: OneOf(TODO_KINDS),
  severity: OneOf(SEVERITIES),
  remedy: Type.Unsafe<(typeof REMEDIES)[number] | null>({
    ...Nullable(OneOf(REMEDIES)),
    description: 'What to do about it; null where what ends was canceled',
  }),
  since: Type.Unsafe<string | null>({ ...Nullable(Instant), description: 'Since when it is so, of what has begun' }),
  until: Type.Unsafe<string | null>({
    ...Nullable(Day),
    description: 'The last day, at the customer, on which it is so, of what ends',
  }),
  daysLeft: Type.Unsafe<number | null>({ ...Nullable(Type.Integer()), description: 'Days to that day: 0 is today' }),
  customer: Nullable(Named),
  order: Nullable(Type.Object({ number: Id, purchaseOrder: Nullable(Type.String()) })),
  delivery: Nullable(Type.String()),
  server: Nullable(Named),
  lines: Type.Array(
    Type.Object({
      ...{ line: Type.String(), application: Type.String(), license: OneOf(LICENSE_KINDS), capacity: Capacity },
    }),
  ),
  about: Type.Object(
    {
      code: Type.Optional(Type.String({ description: 'Why an activation was refused' })),
      mail: Type.Optional(Type.String({ description: 'What became of the e-mail' })),
      assigned: Type.Optional(Units),
      capacity: Type.Optional(Type.Unsafe<number>({ ...Units, description: 'What there will be' })),
      applications: Type.Optional(Type.Array(Type.String(), { description: 'Of which nearly all is in use' })),
      advisory: Type.Optional(Id),
      title: Type.Optional(Text),
      rated: Type.Optional(Type.String({ description: 'How much the advisory matters' })),
      servers: Type.Optional(Units),
      webhook: Type.Optional(Id),
      url: Type.Optional(Type.String()),
      canceled: Type.Optional(Type.Boolean({ description: 'Whether it ends as it is to be canceled' })),
    },
    { description: 'What else there is to say, by the kind' },
  ),
  yours: Type.Boolean({ description: 'Whether the caller may do it itself' }),
  acknowledged: Nullable(
    Type.Object({ at: Instant, by: Type.String({ description: '`person/<id>` or `key/<id>`' }), note: Nullable(Text) }),
  ),
});

export const TodoPage = Type.Object({
  items: Type.Array(TodoView),
  counts: Type.Object(Object.fromEntries(TODO_KINDS.map((kind) => [kind, Units])) as Record<TodoKind, typeof Units>, {
    description: 'How many there are of each kind, whichever was asked for',
  }),
  nextCursor: Nullable(Type.String()),
});

export const Acknowledgement = Closed({
  item: Item,
  note: Type.Optional(Type.Unsafe<string>({ ...Text, description: 'For the people of the account' })),
});

export const AcknowledgedItem = Closed({ item: Item });
