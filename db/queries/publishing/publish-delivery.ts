import type { EntityManager } from '@mikro-orm/postgresql';
import type { Order } from '../../../domain/order/order.ts';
import type { RecordedOrderEvent } from '../../../domain/order/events.ts';
import { isStatementRefused } from '../../away.ts';
import { begunValues, mailBegun, type MailAttempt, type RenderedMail } from '../mails/mails.ts';
import { executeOften } from '../prepared.ts';
import { ENTRIES, entriesOf, journaled } from './journal.ts';
import { orderRows } from './publish-order.ts';
import { asJson, given, insert } from './publish.ts';
import { tablesOf } from './streams.ts';

/**
 * Publishes an order of which nothing is published, and stores the e-mail of its delivery as `beginAttempt` would leave it
 * at the instant: in one statement, all of it or nothing. Null where something of it is there, or PostgreSQL refuses a value:
 * nothing was written then, and each is to be written by itself.
 */
export async function publishDelivery(
  em: EntityManager,
  order: Order,
  events: readonly RecordedOrderEvent[],
  mail: RenderedMail,
  at: Date,
): Promise<MailAttempt | null> {
  const { parent, children } = tablesOf(em, 'order');
  const rows = orderRows(order);
  // Whoever inserts the parent has the stream for itself: of a stream without a parent there are no children to be replaced.
  // What is there all the same fails the statement, as nothing here says what is to become of it.
  const parts = [
    `first as (${insert(parent, given(parent))} on conflict do nothing returning true as is_first)`,
    ...children.map(([, table]) => `put_${table.name} as (${insert(table, `first, ${given(table)}`)})`),
    journaled(`${ENTRIES}, first`),
    mailBegun('first'),
  ];
  const ofParent = rows.children as Record<string, object[]>;
  try {
    const [attempt] = await executeOften<MailAttempt>(
      em,
      'publish-delivery',
      `with ${parts.join()} select number, begun, "uncertainSince", "linkGeneration" from mailed`,
      [
        asJson(parent, [rows.parent]),
        ...children.map(([name, table]) => asJson(table, ofParent[name]!)),
        ...[`order/${order.number}`, JSON.stringify(entriesOf(events))],
        ...begunValues(mail, at),
      ],
    );
    return attempt ?? null;
  } catch (error) {
    if (!isStatementRefused(error)) throw error;
    return null;
  }
}
