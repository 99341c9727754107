import { defineEntity, p } from '@mikro-orm/core';

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
  },
});
