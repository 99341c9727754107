import Type from 'typebox';
import { SERVER_MODES, SERVER_ROLES, SERVER_STATES, type ServerState } from '../../../domain/server/server.ts';
import { MACHINE } from '../../../services/servers/machine.ts';
import { RowCareView, RowConditionView, ServerConditionView } from '../conditions.ts';
import { Closed, Id, Instant, Nullable, OneOf, Paging, Text, Units } from '../common.ts';

const StandbyFor = Type.Unsafe<string>({
  ...Id,
  description: 'The server that it stands by for, as one of role `redundancy`',
});

const TestUnits = Type.Array(Text, {
  maxItems: 100,
  description: 'The applications of which it uses the units that are free for tests, as one of role `test`',
});

export const NewServer = Closed({ name: Text, role: OneOf(SERVER_ROLES), standbyFor: Type.Optional(StandbyFor) });
export const ChangedServer = Closed(
  {
    name: Type.Optional(Text),
    role: Type.Optional(OneOf(SERVER_ROLES)),
    standbyFor: Type.Optional(Nullable(StandbyFor)),
    testUnits: Type.Optional(TestUnits),
  },
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
  conditions: Type.Array(ServerConditionView, {
    minItems: 1,
    description: 'All that is true of it, what matters most first; what it is in its life is always among it',
  }),
  assignments: Type.Array(
    Type.Object({
      ...{ application: Type.String(), capacity: Units },
      usable: Type.Unsafe<number>({ ...Units, description: 'Units that it may run now' }),
      condition: RowConditionView,
      careCondition: Nullable(RowCareView),
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
  standbyFor: Nullable(StandbyFor),
  testUnits: TestUnits,
  takenOverBy: Nullable(Type.String({ description: 'The standby that runs what it was to run' })),
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

export const TakeoversView = Type.Object({
  daysLeft: Nullable(Type.Integer({ minimum: 0, description: 'Of 30 in any 365; null without a standby' })),
  items: Type.Array(
    Type.Object({
      served: Type.Unsafe<string>({ ...Id, description: 'The server whose licenses were run' }),
      standby: Type.Unsafe<string>({ ...Id, description: 'The standby that ran them' }),
      startedAt: Instant,
      endedAt: Nullable(
        Type.Unsafe<string>({ ...Instant, description: 'To come where a standby that was released may run on' }),
      ),
      overlapSeconds: Type.Integer({ minimum: 0, description: 'How long both could run' }),
    }),
  ),
});

export const EstateQuery = Closed({
  customer: Type.Optional(Id),
  q: Type.Optional(
    Type.String({
      ...{ minLength: 1, maxLength: 200 },
      description: 'Parts of the name or the id, or how its machine’s name begins; neither accents nor case count',
    }),
  ),
  state: Type.Optional(
    Type.Unsafe<ServerState>({ ...OneOf(SERVER_STATES), description: 'Without it all but those that are retired' }),
  ),
  mode: Type.Optional(OneOf(SERVER_MODES)),
  silent: Type.Optional(
    Type.Unsafe<'true' | 'false'>({
      ...OneOf(['true', 'false']),
      description: 'Whether it has not been heard of for longer than it may',
    }),
  ),
  version: Type.Optional(Type.Unsafe<string>({ ...Text, description: 'As it said last' })),
  ...Paging,
});

export const ServerOfCustomer = Type.Object({
  customer: Type.Object({ id: Id, name: Text }),
  hostname: Nullable(Type.String({ description: 'What its machine is called, as it said last' })),
  server: ServerView,
});
