import { defineEntity, p } from '@mikro-orm/core';
import type { TODO_KINDS } from '../../domain/todo.ts';

/** That an account knows of something that is to be done, and need not be told of it until it happens again. Written by the API alone. */
export const AcknowledgementEntity = defineEntity({
  name: 'Acknowledgement',
  tableName: 'acknowledgements',
  indexes: [{ properties: ['at'] }],
  properties: {
    accountId: p.text().primary(),
    /** Named by what happened: the same thing that happens again has another name. */
    item: p.text().primary(),
    kind: p.text().$type<(typeof TODO_KINDS)[number]>(),
    /** The number of the order that it is about, or the id of the server; null where it is about neither, or a release of before kept it. */
    about: p.text().nullable(),
    note: p.text().nullable(),
    /** `person/<id>` or `key/<id>`. */
    by: p.text(),
    at: p.datetime(),
  },
});
