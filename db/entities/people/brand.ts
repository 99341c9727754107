import { defineEntity, p } from '@mikro-orm/core';
import type { Color } from '../../../domain/brand/color.ts';

/** How the vendor shows itself. One row at most; written by the API alone. */
export const BrandEntity = defineEntity({
  name: 'Brand',
  tableName: 'brands',
  properties: {
    /** The vendor's. */
    accountId: p.text().primary(),
    name: p.text().nullable(),
    /** The hash of its file. */
    logo: p.text().nullable(),
    accent: p.text().$type<Color>().nullable(),
    support: p.text().nullable(),
    footer: p.text().nullable(),
    /** Counts its changes, from 1. */
    version: p.integer(),
  },
});
