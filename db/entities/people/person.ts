import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** Someone who can sign in. Written by the API alone. */
export const PersonEntity = defineEntity({
  name: 'Person',
  tableName: 'people',
  properties: {
    id: p.uuid().primary(),
    /** In lower case: what tells people apart. */
    email: p.text().unique(),
    name: p.text().nullable(),
    /** In which instants are shown; null for that of the browser, else of the account. */
    timeZone: p.text().nullable(),
    createdAt: p.datetime(),
    /** When they first signed in, or by when they may have; null for never. */
    signedInAt: p.datetime().nullable(),
  },
});
export type Person = InferEntity<typeof PersonEntity>;
