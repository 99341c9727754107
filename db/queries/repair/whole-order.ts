import type { EntityManager } from '@mikro-orm/postgresql';
import type { AcceptedOrder } from '../../../domain/order/arriving/accept.ts';
import type { RecordedOrderEvent } from '../../../domain/order/events.ts';
import type { Order } from '../../../domain/order/order.ts';
import { isStatementRefused } from '../../away.ts';
import { COUNTED_STATES, stateCounted } from '../mails/states.ts';
import { executeOften } from '../prepared.ts';
import { ENTRIES, entriesOf, journaled } from '../publishing/journal.ts';
import { orderRows } from '../publishing/publish-order.ts';
import { asJson, given, insert } from '../publishing/publish.ts';
import { tablesOf } from '../publishing/streams.ts';
import { LOST_BY_RESTORE, NAMELESS, REBUILT, rebuiltValues, type LostMail, type Nameless } from './orders.ts';

/** An order of which no table has anything: all that there is to be of it. */
export type WholeOrder = {
  order: Order;
  events: readonly RecordedOrderEvent[];
  intake: { content: AcceptedOrder; contentHash: string };
  accounts: readonly Nameless[];
  /** At most one of a delivery, with whom it told and when that was, as an instant of ISO 8601. */
  mails: readonly (LostMail & { account: string; email: string; at: string })[];
};

/**
 * Makes an order again of which nothing is there, its intake, rows and journal, accounts that there are none of and e-mails as
 * unknown: in one statement, all of it or nothing. False where something of it is there, or PostgreSQL refuses a value:
 * nothing was written then, and each is to be written by itself.
 */
export async function insertWholeOrder(em: EntityManager, whole: WholeOrder, at: Date): Promise<boolean> {
  const { order, events, intake, accounts, mails } = whole;
  const { parent, children } = tablesOf(em, 'order');
  const rows = orderRows(order);
  const ofParent = rows.children as Record<string, object[]>;
  // As `publishDelivery` does: whoever inserts the parent has the stream for itself, and what is there fails the statement.
  const parts = [
    `first as (${insert(parent, given(parent))} on conflict do nothing returning true as is_first)`,
    ...children.map(([, table]) => `put_${table.name} as (${insert(table, `first, ${given(table)}`)})`),
    `rebuilt as (${REBUILT} from first)`,
    `named as (${NAMELESS})`,
    `told as (
       insert into mails (id, order_number, delivery, edition, copy, account_id, recipient, subject, html, text, state, reason,
         uncertain_since, created_at)
       select id, "order", delivery, edition, copy, account, email, '', '', '', 'unknown', ?, at, at
       from first, jsonb_to_recordset(cast(? as jsonb)) as lost (id text, "order" text, delivery text, edition int, copy int,
         account text, email text, at timestamptz)
       returning id, order_number, delivery, edition, copy, state, created_at as at, created_at as recorded_at)`,
    stateCounted('told'),
    journaled(`${ENTRIES}, first union all ${COUNTED_STATES}`),
  ];
  try {
    const [made] = await executeOften<{ isMade: boolean }>(
      em,
      'insert-whole-order',
      `with ${parts.join()} select exists (select from first) as "isMade"`,
      [
        asJson(parent, [rows.parent]),
        ...children.map(([name, table]) => asJson(table, ofParent[name]!)),
        ...rebuiltValues(intake.content, intake.contentHash, at),
        ...[at, JSON.stringify(accounts)],
        ...[LOST_BY_RESTORE, JSON.stringify(mails)],
        ...[`order/${order.number}`, JSON.stringify(entriesOf(events))],
      ],
    );
    return made!.isMade;
  } catch (error) {
    if (!isStatementRefused(error)) throw error;
    return false;
  }
}
