import Type from 'typebox';

export const Alive = Type.Object({ alive: Type.Literal(true) });

const Check = Type.Object({
  ready: Type.Boolean(),
  detail: Type.Optional(Type.String({ description: 'What to do where it is not, or what is to be looked at' })),
});

export const Readiness = Type.Object({
  ready: Type.Boolean({ description: 'Whether everything is' }),
  checks: Type.Object({
    process: Check,
    database: Check,
    storage: Check,
    migrations: Check,
    journal: Check,
    temporal: Check,
    orders: Check,
    restored: Check,
  }),
});

/** RFC 7517, of keys as RFC 8037 writes them. */
export const JwkSet = Type.Object({
  keys: Type.Array(
    Type.Object({
      kty: Type.Literal('OKP'),
      crv: Type.Literal('Ed25519'),
      x: Type.String(),
      kid: Type.String(),
      alg: Type.Literal('EdDSA'),
      use: Type.Literal('sig'),
      certificate: Type.Optional(
        Type.String({ description: 'In which a root of the vendor certifies a key that signs license documents' }),
      ),
    }),
  ),
});
