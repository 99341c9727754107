import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Care, Terms } from '../../domain/terms.ts';
import { LICENSE_KINDS } from '../../domain/terms.ts';

/** A line of an order. Written by the stream `order/<number>` alone; the database adds what lists find lines by. */
export const LineEntity = defineEntity({
  name: 'Line',
  tableName: 'lines',
  properties: {
    orderNumber: p.text().primary(),
    id: p.text().primary(),
    /** The order's customer while the order is open or suspended: what needs attention is found without the order. */
    openFor: p.text().nullable(),
    delivery: p.text(),
    application: p.text(),
    license: p.enum(LICENSE_KINDS),
    capacity: p.integer(),
    /** Days without contact after which a server no longer has it, or its services, as the order was promised. */
    leaseDays: p.integer(),
    /** Days as `YYYY-MM-DD`. */
    startsOn: p.text(),
    endsOn: p.text().nullable(),
    care: p.json<Care>().nullable(),
    /** The same days as instants in epoch milliseconds. */
    terms: p.json<Terms>(),
  },
});
export type LineRow = InferEntity<typeof LineEntity>;
