import type { EntityManager } from '@mikro-orm/postgresql';
import { stageOf } from '../../../domain/order/capacity.ts';
import type { Order, RecordedOrderEvent } from '../../../domain/order/order.ts';
import { leaseDays } from '../../../domain/terms.ts';
import { appendToJournal } from './journal.ts';
import { noteUnrecoverable } from './unrecoverable.ts';

/** An order and all that hangs on it, in one statement: rows are read by the names of their columns. */
const INSERT = `
  with parent as (
    insert into orders select * from jsonb_populate_record(null::orders, ?::jsonb)
    on conflict (number) do update set (seq, customer_id, reseller_id, distributor_id, time_zone, status, stage, placed_at, accepted_at)
      = row(excluded.seq, excluded.customer_id, excluded.reseller_id, excluded.distributor_id, excluded.time_zone,
            excluded.status, excluded.stage, excluded.placed_at, excluded.accepted_at)),
  put_deliveries as (insert into deliveries select * from jsonb_populate_recordset(null::deliveries, ?::jsonb)),
  put_lines as (insert into lines select * from jsonb_populate_recordset(null::lines, ?::jsonb)),
  put_assignments as (insert into assignments select * from jsonb_populate_recordset(null::assignments, ?::jsonb))
  insert into heard_servers select * from jsonb_populate_recordset(null::heard_servers, ?::jsonb)`;

const DELETE_CHILDREN = `
  with numbered as (select ?::text as number),
  old_deliveries as (delete from deliveries using numbered where order_number = number),
  old_lines as (delete from lines using numbered where order_number = number),
  old_assignments as (delete from assignments using numbered where order_number = number)
  delete from heard_servers using numbered where order_number = numbered.number`;

/** Brings the rows of an order to its state and its journal up to date, in one transaction; what is older than the rows changes nothing. */
export async function publishOrder(em: EntityManager, order: Order, events: RecordedOrderEvent[]): Promise<void> {
  await em.transactional(async (tx) => {
    const [known] = await tx.execute<{ seq: number }[]>('select seq from orders where number = ? for update', [
      order.number,
    ]);
    if (!known || known.seq < order.seq) {
      if (known) await tx.execute(DELETE_CHILDREN, [order.number]);
      await tx.execute(INSERT, rowsOf(order).map(asJson));
    }
    await appendToJournal(tx, `order/${order.number}`, events);
    if (order.status === 'canceled') await noteUnrecoverable(tx, { order: order.number }, order.lastAt);
  });
}

/** The rows, table by table, as {@link INSERT} takes them. */
function rowsOf(order: Order) {
  const order_number = order.number;
  const open_for = order.status === 'open' || order.status === 'suspended' ? order.customerId : null;
  return [
    {
      number: order.number,
      seq: order.seq,
      customer_id: order.customerId,
      reseller_id: order.resellerId,
      distributor_id: order.distributorId,
      time_zone: order.timeZone,
      status: order.status,
      stage: stageOf(order),
      placed_at: new Date(order.placedAt),
      accepted_at: new Date(order.acceptedAt),
    },
    order.deliveries.map(({ id, reference, deliveredAt, unlockedAt }) => ({
      ...{ order_number, id, reference, open_for },
      delivered_at: new Date(deliveredAt),
      unlocked_at: instant(unlockedAt),
    })),
    order.lines.map(({ id, delivery, application, license, capacity, startsOn, endsOn, care, terms }) => ({
      ...{ order_number, id, open_for, delivery, application, license, capacity, care, terms },
      starts_on: startsOn,
      ends_on: endsOn,
      lease_days: leaseDays(order.policy, license),
    })),
    order.assignments.map(({ line, server, capacity }) => ({ order_number, line, server, capacity })),
    order.servers.map(({ server, number, activatedAt }) => ({
      ...{ order_number, server, number },
      activated_at: instant(activatedAt),
    })),
  ];
}

function asJson(rows: unknown): string {
  return JSON.stringify(rows);
}

function instant(epochMs: number | null): Date | null {
  return epochMs === null ? null : new Date(epochMs);
}
