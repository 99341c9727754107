import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { PAIRING_STATES } from '../../../domain/pairing.ts';
import type { PublicKey } from '../../../domain/server/server.ts';

/** A machine that waits to become a server by a code on its screen; only hashes of its codes. Written by the API alone. */
export const PairingEntity = defineEntity({
  name: 'Pairing',
  tableName: 'pairings',
  indexes: [{ properties: ['network', 'createdAt'] }],
  properties: {
    /** That of the request that began it, from which its codes derive. */
    id: p.text().primary(),
    /** SHA-256 in hexadecimal of what the machine knows it by, and a keyed hash of what it shows. */
    deviceHash: p.text().unique(),
    codeHash: p.text().unique(),
    /** From where it asked: a hash for limits, and the address, which a person compares with their own. */
    network: p.text(),
    address: p.text(),
    /** What it said of itself. */
    fingerprint: p.text(),
    version: p.text(),
    hostname: p.text().nullable(),
    publicKey: p.json<PublicKey>(),
    state: p.enum(PAIRING_STATES),
    /** Who entered the code last, and so may say what becomes of it. */
    personId: p.uuid().nullable(),
    /** What was approved: the server, by whom, and whether the machine that it is on is replaced. */
    server: p.text().nullable(),
    by: p.text().nullable(),
    byVendor: p.boolean().default(false),
    replaces: p.boolean().default(false),
    /** The version of the Activation Token that stands for this approval; null before the machine fetched it. */
    tokenVersion: p.integer().nullable(),
    /** Why the server did not become this machine when that was last tried. */
    refusal: p.text().nullable(),
    askedAt: p.datetime().nullable(),
    createdAt: p.datetime().index(),
    decidedAt: p.datetime().nullable(),
    activatedAt: p.datetime().nullable(),
  },
});
type Row = InferEntity<typeof PairingEntity>;

/** As it was read: nothing is absent. */
export type PairingRow = { [Column in keyof Row]-?: Exclude<Row[Column], undefined> };
