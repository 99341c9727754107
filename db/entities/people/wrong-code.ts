import { defineEntity, p } from '@mikro-orm/core';

/** A code of no machine that waits, which somebody entered; swept within a minute by their next try. Written by the API alone. */
export const WrongCodeEntity = defineEntity({
  name: 'WrongCode',
  tableName: 'wrong_codes',
  properties: {
    personId: p.uuid().primary(),
    /** Tells those of one person apart. */
    id: p.uuid().primary(),
    at: p.datetime().index(),
  },
});
