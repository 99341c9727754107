import { defineEntity, p } from '@mikro-orm/core';

/** A time in which a standby ran what another server was to run. Written by the API, when either calls. */
export const TakeoverEntity = defineEntity({
  name: 'Takeover',
  tableName: 'takeovers',
  properties: {
    served: p.text().primary(),
    number: p.integer().primary(),
    standby: p.text().index(),
    /** The machines that both were on: by them it is known when one was registered anew. */
    servedFingerprint: p.text().nullable().index(),
    standbyFingerprint: p.text().nullable().index(),
    startedAt: p.datetime(),
    /** Null while it runs; to come where a standby that can't be asked may run on for so long. */
    endedAt: p.datetime().nullable(),
    /** When the served server first heard of it: up to then both could run. */
    toldAt: p.datetime().nullable(),
    /** When the served server had its licenses back without the standby's word: from then on both could run until the end. */
    releasedAt: p.datetime().nullable(),
  },
});
