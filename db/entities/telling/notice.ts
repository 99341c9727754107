import { defineEntity, p } from '@mikro-orm/core';
import { NOTICE_OUTCOMES } from '../../../domain/notices.ts';
import { ENDINGS } from '../../../domain/order/order.ts';

/** What became of every notice that an order gave. Written by the stream `notices/<account>` alone, append-only. */
export const NoticeEntity = defineEntity({
  name: 'Notice',
  tableName: 'notices',
  properties: {
    orderNumber: p.text().primary(),
    /** Its place in the order's stream. */
    seq: p.integer().primary(),
    accountId: p.text().index(),
    line: p.text(),
    what: p.enum(ENDINGS),
    /** How many days before the end it came due. */
    days: p.integer(),
    endsOn: p.text(),
    /** The day of the account's digest, `YYYY-MM-DD`. */
    digestOn: p.text(),
    outcome: p.enum(NOTICE_OUTCOMES),
  },
});
