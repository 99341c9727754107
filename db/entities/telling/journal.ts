import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** Every event of every stream, append-only. */
export const JournalEntity = defineEntity({
  name: 'Journal',
  tableName: 'journal',
  indexes: [{ properties: ['recordedAt', 'stream', 'seq'] }],
  properties: {
    stream: p.text().primary(),
    seq: p.integer().primary(),
    type: p.text(),
    at: p.datetime(),
    recordedAt: p.datetime(),
    /** What the event says beside the above. */
    data: p.json<Record<string, unknown>>(),
  },
});
export type JournalRow = InferEntity<typeof JournalEntity>;
