import Type from 'typebox';
import { SERVER_MODES, SERVER_ROLES, SERVER_STATES } from '../../domain/server/server.ts';
import { Closed, Id, Instant, Nullable, OneOf, Text, Units } from './common.ts';

export const NewServer = Closed({ name: Text, role: OneOf(SERVER_ROLES) });
export const IfMatch = Type.Object({
  'if-match': Type.Optional(
    Type.String({ description: 'The ETag of an answer with the server: 412 when it has changed' }),
  ),
});
export const SetCapacity = Closed({ capacity: Type.Integer({ minimum: 0, maximum: 1_000_000 }) });

export const ServerView = Type.Object({
  id: Id,
  customer: Id,
  name: Text,
  role: OneOf(SERVER_ROLES),
  state: OneOf(SERVER_STATES),
  mode: Nullable(OneOf(SERVER_MODES)),
  version: Nullable(Text),
  silent: Type.Boolean(),
  assignments: Type.Array(Type.Object({ application: Type.String(), capacity: Units })),
  lastCheckInAt: Nullable(Instant),
  nextCheckInAt: Nullable(Instant),
});
export type ServerView = Type.Static<typeof ServerView>;

export const TokenView = Type.Object({
  token: Type.String(),
  version: Type.Integer(),
  issuedAt: Instant,
  redeemedAt: Nullable(Instant),
});
export type TokenView = Type.Static<typeof TokenView>;

export const Activation = Closed({
  token: Type.String({ maxLength: 1_000 }),
  fingerprint: Text,
  version: Text,
  publicKey: Closed(
    {
      kty: Type.Literal('OKP'),
      crv: Type.Literal('Ed25519'),
      // 32 bytes in base64url: the last of 43 characters carries 4 bits.
      x: Type.String({ pattern: '^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$' }),
    },
    { description: 'An Ed25519 key as RFC 8037 writes it' },
  ),
  hostname: Type.Optional(Text),
});
export type Activation = Type.Static<typeof Activation>;

export const Activated = Type.Object({
  server: Id,
  license: Type.String({ description: 'The license document: a JWS whose claims /docs describes' }),
  checkInAfterSeconds: Type.Integer(),
});
