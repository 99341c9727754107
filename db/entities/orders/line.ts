import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { IntentOfLine, PlannedOfLine } from '../../../domain/order/facts.ts';
import type { EvaluationTerms } from '../../../domain/policy.ts';
import type { Care, Terms } from '../../../domain/catalogue/terms.ts';
import { LICENSE_KINDS } from '../../../domain/catalogue/terms.ts';

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
    /** The ERP's own number of it. */
    reference: p.text().nullable(),
    license: p.enum(LICENSE_KINDS),
    capacity: p.integer(),
    /** Days without contact after which a server no longer has it, or its services, as the order was promised. */
    leaseDays: p.integer(),
    /** Days as `YYYY-MM-DD`. */
    startsOn: p.text(),
    endsOn: p.text().nullable(),
    care: p.json<Care>().nullable(),
    /** What an evaluation was promised; null for other lines. */
    evaluation: p.json<EvaluationTerms>().nullable(),
    /** When it was canceled; null while it lives. */
    canceledAt: p.datetime().nullable(),
    /** What is still to come of it. */
    planned: p.json<PlannedOfLine[]>(),
    /** What its seller means to do at its end. */
    intent: p.json<IntentOfLine>().nullable(),
    /** The same days as instants in epoch milliseconds, cut where it is or will be canceled. */
    terms: p.json<Terms>(),
  },
});
export type LineRow = InferEntity<typeof LineEntity>;
