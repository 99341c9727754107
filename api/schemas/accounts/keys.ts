import Type from 'typebox';
import { SCOPES } from '../../../domain/people/scopes.ts';
import { Closed, Instant, Nullable, OneOf, Text } from '../common.ts';

const Scopes = Type.Array(OneOf(SCOPES), { minItems: 1, uniqueItems: true });

export const NewKey = Closed({
  name: Text,
  scopes: Type.Optional(
    Type.Unsafe<(typeof SCOPES)[number][]>({ ...Scopes, description: 'Absent: all that its account may' }),
  ),
  expiresAt: Type.Optional(Type.String({ format: 'date-time', description: 'From then on it is none. Absent: never' })),
});

export const KeyView = Type.Object({
  id: Type.String({ description: 'As events say it in `by`: `key/<id>`' }),
  name: Nullable(Text),
  scopes: Nullable(Scopes),
  createdAt: Instant,
  createdBy: Nullable(
    Type.String({ description: '`person/<id>`, `key/<id>` or `operator`; null where that was not kept yet' }),
  ),
  expiresAt: Nullable(Instant),
  lastUsedAt: Nullable(Type.String({ format: 'date-time', description: 'To the hour' })),
});

export const MadeKey = Type.Intersect([
  KeyView,
  Type.Object({ key: Type.String({ description: 'The key itself, this once' }) }),
]);
