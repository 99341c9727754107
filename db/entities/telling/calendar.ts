import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** The address under which a calendar reads what ends for a member of an account; see `secrets/calendar.ts`. Written by the API alone. */
export const CalendarEntity = defineEntity({
  name: 'Calendar',
  tableName: 'calendars',
  properties: {
    personId: p.uuid().primary(),
    accountId: p.text().primary(),
    /** Another one with each address: what the secret is derived from. */
    id: p.uuid(),
    /** The name of the key that it is derived with. */
    key: p.text(),
    /** SHA-256 of the secret, in hexadecimal. */
    hash: p.text().unique(),
    madeAt: p.datetime(),
  },
});
export type CalendarRow = InferEntity<typeof CalendarEntity>;
