import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Metadata } from '../../../domain/order/arriving/accept.ts';
import { ACCOUNT_KINDS } from '../../../domain/people/permissions.ts';

/** An organisation. Written by the API alone; an order creates those it names first and changes none. */
export const AccountEntity = defineEntity({
  name: 'Account',
  tableName: 'accounts',
  properties: {
    id: p.text().primary(),
    kind: p.enum(ACCOUNT_KINDS),
    name: p.text(),
    email: p.text(),
    /** Null where it is unknown. */
    timeZone: p.text().nullable(),
    locale: p.text(),
    /** Whether it wants to be told of what ends. */
    notices: p.boolean().default(true),
    /** How many days before; null for all days on which there are notices. */
    noticeDays: p.json<number[]>().nullable(),
    /** Of the vendor, for the vendor. */
    metadata: p.json<Metadata>().nullable(),
    /** Counts the changes of what stands above, from 1. */
    version: p.integer().default(1),
    /** Counts the events of the stream `account/<id>`. */
    seq: p.integer().default(0),
    createdAt: p.datetime(),
  },
});
export type Account = InferEntity<typeof AccountEntity>;
