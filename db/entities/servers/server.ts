import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import {
  SERVER_MODES,
  SERVER_ROLES,
  SERVER_STATES,
  type FormerKey,
  type OfflineDocument,
  type PublicKey,
} from '../../../domain/server/server.ts';

/** The projection of a server. Written by the stream `server/<id>` alone. */
export const ServerEntity = defineEntity({
  name: 'Server',
  tableName: 'servers',
  properties: {
    id: p.text().primary(),
    seq: p.integer(),
    customerId: p.text().index(),
    name: p.text(),
    role: p.enum(SERVER_ROLES),
    state: p.enum(SERVER_STATES),
    registeredAt: p.datetime(),
    /** Days without contact after which it is called silent; null where it was not promised any. */
    silentDays: p.integer().nullable(),
    tokenVersion: p.integer().nullable(),
    activatedAt: p.datetime().nullable(),
    fingerprint: p.text().nullable(),
    version: p.text().nullable(),
    hostname: p.text().nullable(),
    publicKey: p.json<PublicKey>().nullable(),
    formerKeys: p.json<FormerKey[]>(),
    /** Null before it is activated. */
    mode: p.enum(SERVER_MODES).nullable(),
    /** The server whose standby it is. */
    standbyFor: p.text().nullable(),
    /** The applications of which it uses what is free for tests, as far as it has the claim; null where that is none. */
    testUnits: p.json<string[]>().nullable(),
    /** Documents that were given and not returned. */
    offline: p.json<OfflineDocument[]>().nullable(),
  },
});
export type ServerRow = InferEntity<typeof ServerEntity>;
