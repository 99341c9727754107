import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** What somebody had typed before they had to sign in again, or to prove that it is them; one a session. Written by the API alone. */
export const KeptFormEntity = defineEntity({
  name: 'KeptForm',
  tableName: 'kept_forms',
  properties: {
    sessionId: p.uuid().primary(),
    /** Path and query of the page that the form stands on. */
    page: p.text(),
    /** The path that the form is sent to. */
    action: p.text(),
    fields: p.json<Record<string, string[]>>(),
    /** Whether a file was chosen, which is not kept. */
    leftOut: p.boolean(),
    at: p.datetime().index(),
  },
});
export type KeptFormRow = InferEntity<typeof KeptFormEntity>;
