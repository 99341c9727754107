import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Advised } from '../../../domain/advisories/telling.ts';
import type { NumberChain } from '../../../domain/server/check-in-number.ts';
import type { Said, Used } from '../../../domain/server/saying.ts';

/** What is learnt when a server calls. Written by the API, as the stream `contact/<serverId>`. */
export const ContactEntity = defineEntity({
  name: 'Contact',
  tableName: 'contacts',
  properties: {
    server: p.text().primary(),
    /** Counts the stream's events. */
    seq: p.integer().default(0),
    lastCheckInAt: p.datetime().nullable(),
    nextCheckInAt: p.datetime().nullable(),
    /** `iat` of the last document that was sent, and the end of its shortest lease. */
    documentIssuedAt: p.datetime().nullable(),
    documentLeaseUntil: p.datetime().nullable(),
    /** Raised by whatever a check-in's answer depends on, so that of two at the same moment one sees the other. */
    version: p.integer().default(0),
    numbers: p.json<NumberChain>().nullable(),
    /** The standby that runs what this server was to run. */
    takenOverBy: p.text().nullable(),
    /** Since when nothing was heard, once that was journaled. */
    silentSince: p.datetime().nullable(),
    /** What it says of itself; null where it never said anything. */
    said: p.json<Said>().nullable(),
    /** What is used of the applications of which it is nearly all, as of the last call. An index has those that have any. */
    nearlyUsed: p.json<Used>().nullable(),
    /** The call that said so first; null as well of what was said before this was kept. */
    nearlyUsedSince: p.datetime().nullable(),
    /** Which advisories its documents named; null where none ever did. */
    advised: p.json<Advised>().nullable(),
  },
});
export type ContactRow = InferEntity<typeof ContactEntity>;
