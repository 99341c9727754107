import { defineEntity, p } from '@mikro-orm/core';

/**
 * An order as it was posted, kept before its workflow starts. Written by the API alone, but for what facts brought since in
 * place of it (`brought`), which a trigger writes with the order's row.
 */
export const IntakeEntity = defineEntity({
  name: 'Intake',
  tableName: 'intakes',
  properties: {
    number: p.text().primary(),
    /** The body of the request, with every default filled in. */
    content: p.json<unknown>(),
    /** SHA-256 of the body as it was sent, as a JSON value: decides whether a repeat is the same order. */
    contentHash: p.text(),
    receivedAt: p.datetime(),
    /** When it was made again from the order's workflow, which knows no names: the same order, posted again, brings them back. */
    rebuiltAt: p.datetime().nullable(),
  },
});
