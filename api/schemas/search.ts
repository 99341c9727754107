import Type from 'typebox';
import { ORDER_STAGES, ORDER_STATUSES } from '../../domain/order/order.ts';
import { ACCOUNT_KINDS } from '../../domain/people/permissions.ts';
import { SERVER_STATES } from '../../domain/server/server.ts';
import { FEW } from '../../services/search/search.ts';
import { Closed, Id, Nullable, OneOf, Text } from './common.ts';

export const SearchQuery = Closed({
  q: Type.String({
    ...{ minLength: 1, maxLength: 400 },
    description: 'Words, each of which has to be found; neither accents nor case count',
  }),
  limit: Type.Integer({ minimum: 1, maximum: 20, default: FEW, description: 'Of each kind' }),
});

export const Named = Type.Object({ id: Id, name: Text });

const Group = <Schema extends Type.TSchema>(item: Schema, description: string) =>
  Type.Object(
    { items: Type.Array(item), more: Type.Boolean({ description: 'Whether there are more than these' }) },
    { description },
  );

export const FoundView = Type.Object({
  exactly: Nullable(
    Type.Object(
      { kind: OneOf(['order', 'account', 'server', 'person']), id: Type.String() },
      {
        description:
          'The single thing whose number, name, id or address is what was asked; null where none or several are',
      },
    ),
  ),
  orders: Group(
    Type.Object({
      number: Id,
      purchaseOrder: Nullable(Type.String()),
      customer: Named,
      status: OneOf(ORDER_STATUSES),
      stage: OneOf(ORDER_STAGES),
    }),
    'By number, purchase order, reference, or a party’s id or name',
  ),
  accounts: Group(Type.Object({ id: Id, name: Text, kind: OneOf(ACCOUNT_KINDS) }), 'By id or name'),
  servers: Group(
    Type.Object({
      id: Id,
      name: Text,
      customer: Named,
      state: OneOf(SERVER_STATES),
      hostname: Nullable(Type.String()),
    }),
    'By name, id, machine, or the first group of an Activation Token',
  ),
  people: Group(
    Type.Object({
      id: Type.String(),
      email: Type.String(),
      name: Nullable(Type.String()),
      accounts: Type.Array(Named),
    }),
    'By address or name, for the vendor alone',
  ),
});
