import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { SEVERITIES } from '../../../domain/advisories/advisory.ts';

/** What the vendor says of some versions of the AppSuite. Written by the API, as the stream `advisory/<id>`. */
export const AdvisoryEntity = defineEntity({
  name: 'Advisory',
  tableName: 'advisories',
  indexes: [{ properties: ['publishedAt', 'id'] }],
  properties: {
    id: p.text().primary(),
    /** Counts the stream's events. */
    seq: p.integer(),
    title: p.text(),
    severity: p.enum(SEVERITIES),
    /** Comparisons of versions, joined by spaces. */
    affects: p.text(),
    url: p.text(),
    fixedIn: p.text().nullable(),
    publishedAt: p.datetime(),
    withdrawnAt: p.datetime().nullable(),
  },
});
export type AdvisoryRow = InferEntity<typeof AdvisoryEntity>;
