import type { EntityManager } from '@mikro-orm/postgresql';
import type { OrderStage, OrderStatus } from '../../../domain/order/order.ts';
import type { Sight } from '../../../domain/people/permissions.ts';
import type { MAIL_STATES } from '../../entities/telling/mail.ts';
import { deliveryInSight, ordersInSight } from '../accounts/permissions.ts';
import { IS_ALIVE } from '../accounts/standing.ts';
import { allOf, contains, where, type Condition } from '../conditions.ts';
import { mailState } from '../mails/reports.ts';
import { sellerOf } from '../seller-of.ts';

/** What orders, and through them their lines, are found by. */
export type OrderFilter = {
  customer?: string | undefined;
  /** Named as reseller or as distributor. */
  reseller?: string | undefined;
  status?: OrderStatus | undefined;
  purchaseOrder?: string | undefined;
  /** All of these, by their keys. */
  metadata?: Record<string, string> | undefined;
  /** Part of the number, of the purchase order, or of a party's id or name, in one of these forms; neither case nor accents count. */
  q?: readonly string[] | undefined;
};

/** Last days, both included, `YYYY-MM-DD`. */
export type LastDays = { endsFrom?: string | undefined; endsTo?: string | undefined };

/** What lists of orders alone are found by, all of what their reader may see. */
export type OrderListFilter = OrderFilter &
  LastDays & {
    stage?: OrderStage | undefined;
    /** One of these. */
    numbers?: readonly string[] | undefined;
    /** Whether anything of it is locked. */
    locked?: boolean | undefined;
    /** The state of the newest e-mail of any delivery. */
    mail?: (typeof MAIL_STATES)[number] | undefined;
  };

/** In SQL, whether a line `l` has a last day: the column holds a day after all others where it has none. */
export const HAS_LAST_DAY = `l.last_day < '9999-12-31'`;

/** Conditions on the intake `i` of an order, of which what was said of it last counts. */
function saidFound({ purchaseOrder, metadata, q }: OrderFilter): Condition[] {
  return [
    ...where(purchaseOrder, 'i.purchase_order = ?'),
    ...where(metadata, 'i.metadata @> ?::jsonb', JSON.stringify),
    ...contains('i.searched', q),
  ];
}

/** So many orders are looked up one by one; where there are more, a page of a list is full soon. */
const FEW = 1_000;

/**
 * The numbers of the orders in sight that are found by what was said of them, where they are few. They are asked for first:
 * PostgreSQL cannot tell how many texts have another one in them, and would read a whole list for the page of a few.
 */
export async function fewSaid(em: EntityManager, sight: Sight, filter: OrderFilter): Promise<string[] | null> {
  const said = saidFound(filter);
  if (said.length === 0) return null;
  const { sql, values } = allOf([ordersInSight(sight, 'o'), ...said]);
  const rows = await em.execute<{ number: string }[]>(
    `select o.number from intakes i join orders o on o.number = i.number where ${sql} limit ?`,
    [...values, FEW + 1],
  );
  return rows.length > FEW ? null : rows.map(({ number }) => number);
}

/** Conditions by what was said of orders: those that it was said of, by the column that names them, or where they are many by their intake `i`. */
export function saidOf(few: string[] | null, filter: OrderFilter, number: string): Condition[] {
  // A number has no sign that ends a quotation.
  const listed = few?.map((one) => `"${one}"`).join();
  return listed === undefined ? saidFound(filter) : [{ sql: `${number} = any(?::text[])`, values: [`{${listed}}`] }];
}

/** Conditions on an order `o`: in sight, and as a filter says beside what was said of it. */
export function ordersFound(sight: Sight, filter: OrderListFilter): Condition[] {
  const { customer, reseller, status, stage, numbers, locked, mail, endsFrom, endsTo } = filter;
  return [
    ordersInSight(sight, 'o'),
    ...where(customer, 'o.customer_id = ?'),
    ...where(reseller, '(o.reseller_id = ? or o.distributor_id = ?)'),
    ...where(status, 'o.status = ?'),
    ...where(stage, 'o.stage = ?'),
    ...where(numbers, 'o.number in (select jsonb_array_elements_text(?::jsonb))', JSON.stringify),
    ...(locked === undefined ? [] : [lockedInSight(sight, locked)]),
    ...(mail === undefined ? [] : [mailInSight(sight, mail)]),
    ...(endsFrom === undefined && endsTo === undefined ? [] : [endingInSight(sight, { endsFrom, endsTo })]),
  ];
}

/** Conditions on a line `l`: it has a last day, and that is one of these. */
export function lastDayIn({ endsFrom, endsTo }: LastDays): Condition[] {
  if (endsFrom === undefined && endsTo === undefined) return [];
  return [
    { sql: HAS_LAST_DAY, values: [] },
    ...where(endsFrom, 'l.last_day >= ?'),
    ...where(endsTo, 'l.last_day <= ?'),
  ];
}

function endingInSight(sight: Sight, days: LastDays): Condition {
  const { sql, values } = allOf(lastDayIn(days));
  return {
    sql: `exists (select from lines l where l.order_number = o.number and ${deliveryInSight(sight, 'o', 'l.delivery')}
      and ${sql})`,
    values,
  };
}

/** Orders of which anything waits to be unlocked; to a customer what is locked is not there, unless it unlocks itself. */
function lockedInSight(sight: Sight, isLocked: boolean): Condition {
  const seen = 'customer' in sight ? `${sellerOf('o')} = o.customer_id and` : '';
  const locked = `(${seen} ${IS_ALIVE('o')} and exists (select from deliveries l where l.order_number = o.number and l.unlocked_at is null))`;
  return { sql: isLocked ? locked : `not ${locked}`, values: [] };
}

/** Orders by the state of the newest e-mail of the newest edition of one of their deliveries; one that is not made yet is due. */
function mailInSight(sight: Sight, state: NonNullable<OrderListFilter['mail']>): Condition {
  const seen = deliveryInSight(sight, 'whose', 'd.id');
  const isLimited = 'customer' in sight;
  const delivery = `deliveries d ${isLimited ? 'join orders whose on whose.number = d.order_number' : ''}`;
  const ofDelivery = 'm.order_number = d.order_number and m.delivery = d.id and m.edition = d.edition';
  return {
    sql: `o.number in (
      select m.order_number from mails m join ${delivery} on ${ofDelivery}
      where ${mailState('m')} = ? and ${seen} and not exists (select from mails newer
        where newer.order_number = m.order_number and newer.delivery = m.delivery
          and newer.edition = m.edition and newer.copy > m.copy)
      ${state === 'due' ? `union all select d.order_number from ${delivery} where ${seen} and not exists (select from mails m where ${ofDelivery})` : ''})`,
    values: [state],
  };
}
