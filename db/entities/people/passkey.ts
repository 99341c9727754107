import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** A key pair of somebody's device or password manager, whose public half is kept; it signs them in. Written by the API alone. */
export const PasskeyEntity = defineEntity({
  name: 'Passkey',
  tableName: 'passkeys',
  properties: {
    /** The credential's id, base64url, as its maker chose it. */
    id: p.text().primary(),
    personId: p.uuid().index(),
    /** As a COSE key, base64url. */
    publicKey: p.text(),
    /** How often it has signed, where its maker counts; 0 where it does not. */
    counter: p.bigint('number'),
    /** How browsers reach it: `internal`, `hybrid`, `usb`. */
    transports: p.array(),
    /** Whether its maker keeps a copy elsewhere. */
    backedUp: p.boolean(),
    /** What its person calls it. */
    name: p.text(),
    madeAt: p.datetime(),
    lastUsedAt: p.datetime().nullable(),
  },
});
export type PasskeyRow = InferEntity<typeof PasskeyEntity>;
