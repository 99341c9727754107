import Type from 'typebox';
import { SERVER_MODES, SERVER_ROLES, SERVER_STATES } from '../../domain/server/server.ts';
import { MACHINE } from '../../services/servers/machine.ts';
import { Closed, Id, Instant, Nullable, OneOf, Text, Units } from './common.ts';

export const NewServer = Closed({ name: Text, role: OneOf(SERVER_ROLES) });
export const ChangedServer = Closed(
  { name: Type.Optional(Text), role: Type.Optional(OneOf(SERVER_ROLES)) },
  { minProperties: 1 },
);
export const SetCapacity = Closed({ capacity: Type.Integer({ minimum: 0, maximum: 1_000_000 }) });

export const ServerView = Type.Object({
  id: Id,
  customer: Id,
  name: Text,
  role: OneOf(SERVER_ROLES),
  state: OneOf(SERVER_STATES),
  mode: Nullable(OneOf(SERVER_MODES)),
  version: Type.Unsafe<string | null>({ ...Nullable(Text), description: 'As it said last' }),
  silent: Type.Boolean(),
  assignments: Type.Array(
    Type.Object({
      ...{ application: Type.String(), capacity: Units },
      used: Type.Unsafe<number | null>({
        ...Nullable(Units),
        description: 'Units in use, as it said last; null where it says none',
      }),
    }),
    { description: 'What counts now' },
  ),
  kept: Type.Array(Type.Object({ application: Type.String(), capacity: Units }), {
    description: 'What it holds of expired lines: it counts again when they are reinstated',
  }),
  lastCheckInAt: Nullable(Instant),
  nextCheckInAt: Nullable(Instant),
  usedAt: Type.Unsafe<string | null>({ ...Nullable(Instant), description: 'When it said last what it uses' }),
});

export const TokenView = Type.Object({
  token: Type.String(),
  version: Type.Integer(),
  issuedAt: Instant,
  redeemedAt: Nullable(Instant),
});

export const Activation = Closed({ ...MACHINE, hostname: Type.Optional(Text) });

export const Activated = Type.Object({
  server: Id,
  license: Type.String({ description: 'The license document: a JWS whose claims /docs describes' }),
  checkInAfterSeconds: Type.Integer(),
});

export const LicenseWait = Closed({
  etag: Type.String({ ...Text, description: 'The ETag of the document that is held, as its header was' }),
  seconds: Type.Integer({ minimum: 1, maximum: 55, description: 'How long to wait; proxies between may cut it short' }),
});

export const ServerPreview = Type.Object({
  preview: Type.Literal(true),
  events: Type.Array(Type.Object({ type: Type.String() }, { additionalProperties: true }), {
    description: 'As the server’s events would have them, without `seq` and `at`',
  }),
  server: ServerView,
  mails: Type.Array(Type.Object({}), { maxItems: 0 }),
});
