import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** A request to sign in, for an address that is known or not; only hashes of its secrets. Written by the API alone. */
export const SignInEntity = defineEntity({
  name: 'SignIn',
  tableName: 'sign_ins',
  indexes: [{ properties: ['addressHash', 'createdAt'] }],
  properties: {
    id: p.uuid().primary(),
    /** Null for an address that nobody has: the same work is done for it. */
    personId: p.uuid().nullable(),
    /** Tells requests for one address apart from others without naming it. */
    addressHash: p.text(),
    /** SHA-256 in hexadecimal: of the link's token, of the code, and of what the asking browser keeps. */
    linkHash: p.text().unique(),
    codeHash: p.text(),
    browserHash: p.text().unique(),
    /** From which network, or by which browser that signed in before; a hash, as no more than sameness matters. */
    asker: p.text().default('').index(),
    tries: p.integer(),
    /** Where to go once signed in: a path of the portal. */
    returnTo: p.text(),
    createdAt: p.datetime().index(),
    usedAt: p.datetime().nullable(),
  },
});
export type SignInRow = InferEntity<typeof SignInEntity>;
