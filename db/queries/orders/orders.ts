import type { EntityManager } from '@mikro-orm/postgresql';
import type { AcceptedOrder } from '../../../domain/order/arriving/accept.ts';
import type { Ledger } from '../../../domain/order/line/capacity.ts';
import type { IntentOfLine, PartyIds } from '../../../domain/order/facts.ts';
import type { LastingLine } from '../../../domain/order/line/lasting.ts';
import type { Delivery, HeardServer, Order } from '../../../domain/order/order.ts';
import type { Sight } from '../../../domain/people/permissions.ts';
import type { EvaluationTerms } from '../../../domain/policy.ts';
import type { MAIL_STATES } from '../../entities/telling/mail.ts';
import { mailState } from '../mails/reports.ts';
import { acceptedOf } from './accepted.ts';
import { inMs } from '../instants.ts';
import { allOf } from '../conditions.ts';
import { executeOften } from '../prepared.ts';
import { fewSaid, ordersFound, saidOf, type OrderListFilter } from './found.ts';

/** An order as the projection has it; the state of its workflow has all of this too. */
export type ProjectedOrder = Omit<Ledger, 'lines' | 'deliveries'> &
  PartyIds & {
    seq: number;
    timeZone: string;
    said: Order['said'];
    deliveries: Omit<Delivery, 'commandedAt' | 'contentHash'>[];
    lines: ProjectedLine[];
    servers: HeardServer[];
  };

/** A line as the projection has it: null where its state has nothing. */
export type ProjectedLine = Omit<LastingLine, 'reference' | 'evaluation' | 'canceledAt' | 'intent'> & {
  reference?: string | null;
  evaluation?: EvaluationTerms | null;
  canceledAt?: number | null;
  intent: (IntentOfLine & { note?: string | null }) | null;
};

/** An order as the database knows it; `order` is null until it is projected. Mail states stand by the delivery's id. */
export type OrderRecord = {
  accepted: AcceptedOrder;
  order: ProjectedOrder | null;
  mails: Record<string, (typeof MAIL_STATES)[number]>;
};

/** An order that is projected. */
export type ProjectedRecord = OrderRecord & { order: ProjectedOrder };

/** Where a list goes on: after an order, last accepted first. Instants in epoch milliseconds. */
export type OrderPosition = { acceptedAt: number; number: string };

/** In SQL, what the seller means with a line `c`, and its note. */
export const INTENT = `c.intent || jsonb_build_object('note', (select f.content->>'note' from order_facts f
  where f.order_number = c.order_number and f.kind = 'state-intent' and f.reference = c.intent->>'reference'))`;

const children = (table: string, fields: string, order: string) =>
  `coalesce((select jsonb_agg(jsonb_build_object(${fields}) order by ${order}) from ${table} c where c.order_number = i.number), '[]')`;

/** What is known of the newest e-mail of each delivery, none before its newest edition has one: what was reported of it says more than what was sent. */
const MAIL_STATE = mailState('m');

/** One statement, so that an order's rows are all of the same instant. */
export const RECORD = `select ${acceptedOf('i')} as accepted,
  case when o.number is null then null else jsonb_build_object(
    'number', o.number, 'seq', o.seq, 'status', o.status, 'customerId', o.customer_id, 'resellerId', o.reseller_id,
    'distributorId', o.distributor_id, 'timeZone', o.time_zone, 'said', o.said,
    'deliveries', ${children('deliveries', `'id', c.id, 'reference', c.reference, 'edition', c.edition, 'deliveredAt', ${inMs('c.delivered_at')}, 'unlockedAt', ${inMs('c.unlocked_at')}`, 'c.id::int')},
    'lines', ${children('lines', `'id', c.id, 'delivery', c.delivery, 'application', c.application, 'reference', c.reference, 'license', c.license, 'capacity', c.capacity, 'startsOn', c.starts_on, 'endsOn', c.ends_on, 'care', c.care, 'terms', c.terms, 'evaluation', c.evaluation, 'canceledAt', ${inMs('c.canceled_at')}, 'planned', c.planned, 'intent', ${INTENT}`, 'c.id::int')},
    'assignments', ${children('assignments', `'line', c.line, 'server', c.server, 'capacity', c.capacity`, 'c.line::int, c.server')},
    'servers', ${children('heard_servers', `'server', c.server, 'number', c.number, 'activatedAt', ${inMs('c.activated_at')}`, 'c.server')}
  ) end as "order",
  coalesce((select jsonb_object_agg(m.delivery, ${MAIL_STATE} order by m.copy) from mails m
    join deliveries told on told.order_number = m.order_number and told.id = m.delivery and told.edition = m.edition
    where m.order_number = i.number), '{}') as mails
  from intakes i`;

/** One order, projected or not; null when it never came in. */
export async function readOrder(em: EntityManager, number: string): Promise<OrderRecord | null> {
  const [record] = await em.execute<OrderRecord[]>(
    `${RECORD} left join orders o on o.number = i.number where i.number = ?`,
    [number],
  );
  return record ?? null;
}

/** Orders by their numbers, projected or not; those that never came in are not there. */
export async function readOrders(
  em: EntityManager,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, OrderRecord>> {
  if (numbers.length === 0) return new Map();
  const records = await em.execute<OrderRecord[]>(
    `${RECORD} left join orders o on o.number = i.number where i.number in (${numbers.map(() => '?').join()})`,
    [...numbers],
  );
  return new Map(records.map((record) => [record.accepted.number, record]));
}

/** How far the projection of an order has come; 0 before it is there. */
export async function orderSeq(em: EntityManager, number: string): Promise<number> {
  const [row] = await executeOften<{ seq: number }>(em, 'order-seq', 'select seq from orders where number = ?', [
    number,
  ]);
  return row?.seq ?? 0;
}

/** Projected orders that are in sight, last accepted first, from a position on. */
export async function listOrders(
  em: EntityManager,
  sight: Sight,
  filter: OrderListFilter,
  limit: number,
  after: OrderPosition | null,
): Promise<OrderRecord[]> {
  const few = await fewSaid(em, sight, filter);
  if (few?.length === 0) return [];
  const { sql, values } = allOf([
    ...ordersFound(sight, filter),
    ...saidOf(few, filter, 'o.number'),
    ...(after
      ? [{ sql: '(o.accepted_at, o.number) < (?, ?)', values: [new Date(after.acceptedAt), after.number] }]
      : []),
  ]);
  return em.execute<OrderRecord[]>(
    `${RECORD} join orders o on o.number = i.number where ${sql} order by o.accepted_at desc, o.number desc limit ?`,
    [...values, limit],
  );
}

/** All projected orders of a customer, over or not, first accepted first. */
export function ordersOfCustomer(em: EntityManager, customerId: string): Promise<ProjectedRecord[]> {
  return em.execute<ProjectedRecord[]>(
    `${RECORD} join orders o on o.number = i.number where o.customer_id = ? order by o.accepted_at, o.number`,
    [customerId],
  );
}
