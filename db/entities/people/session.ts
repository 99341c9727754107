import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** A browser that is signed in; ends when the row does. Written by the API alone. */
export const SessionEntity = defineEntity({
  name: 'Session',
  tableName: 'sessions',
  properties: {
    id: p.uuid().primary(),
    /** SHA-256 of the cookie, in hexadecimal. */
    hash: p.text().unique(),
    personId: p.uuid().index(),
    /** The account whose member the person is here. */
    accountId: p.text(),
    /** What the browser said it is. */
    userAgent: p.text(),
    createdAt: p.datetime(),
    lastSeenAt: p.datetime(),
    /** When its person last proved that it is them, after it began; null where they have not. */
    provedAt: p.datetime().nullable(),
    /** The account by whose identity provider it began; null where it did by e-mail. */
    provider: p.text().nullable().index(),
    /** Who the person is to that provider. */
    providerSubject: p.text().nullable(),
    /** Until when the provider's word counts; then it is asked again. */
    providerUntil: p.datetime().nullable(),
    /** By what it is asked, sealed; null where it gave nothing to ask by. */
    providerRefresh: p.text().nullable(),
    /** When a process began to ask; no other asks meanwhile. */
    providerAskedAt: p.datetime().nullable(),
  },
});
export type SessionRow = InferEntity<typeof SessionEntity>;
