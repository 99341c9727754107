import type { EntityManager } from '@mikro-orm/postgresql';
import { addDays, dayAt, type Day } from '../../../domain/days.ts';
import { daysAround, type EndingWithin } from '../../../domain/order/line/ending.ts';
import type { OrderStatus } from '../../../domain/order/order.ts';
import type { Sight } from '../../../domain/people/permissions.ts';
import { linesInSight } from '../accounts/permissions.ts';
import { IS_ALIVE } from '../accounts/standing.ts';
import { allOf, type Condition } from '../conditions.ts';
import { inMs } from '../instants.ts';
import { HAS_LAST_DAY } from './found.ts';
import { findLines, goingOn, type LineFilter, type LinePosition } from './lines.ts';
import { INTENT, type ProjectedLine } from './orders.ts';

/** What is found of all that ends. */
export type RenewalFilter = Omit<LineFilter, 'state' | 'status'> & { ends?: EndingWithin | undefined };

/** A line that ends, with what its order says of it. */
export type RenewalRow = ProjectedLine & {
  /** Its place in its order. */
  place: number;
  lastDay: Day;
  order: string;
  /** The order's place in its stream: it rises with whatever becomes of the line. */
  seq: number;
  status: OrderStatus;
  timeZone: string;
  purchaseOrder: string | null;
  customerId: string;
  customerName: string;
  sellerId: string;
  sellerName: string;
  distributorId: string | null;
};

/** How many lines of an application are found, and their capacity together. */
export type RenewalTotal = { application: string; lines: number; capacity: number };

/** What was found, to be listed and added up: the tables it stands in, and conditions on a line `l`. */
export type FoundRenewals = { from: string } & Condition;

/** All that a row has of the lines `c` that `page` names, with their last days and places. */
const ROWS = `select page.last_day as "lastDay", page.place, c.order_number as "order", c.id, c.delivery, c.reference,
    c.application, c.license, c.capacity, c.starts_on as "startsOn", c.ends_on as "endsOn", c.care, c.terms, c.planned,
    ${inMs('c.canceled_at')} as "canceledAt", ${INTENT} as intent, o.seq, o.status, o.time_zone as "timeZone",
    i.purchase_order as "purchaseOrder", c.customer_id as "customerId", coalesce(customer.name, c.customer_id) as "customerName",
    c.seller_id as "sellerId", coalesce(seller.name, c.seller_id) as "sellerName", c.distributor_id as "distributorId"
  from page join lines c on c.order_number = page.order_number and c.id = page.id
    join orders o on o.number = c.order_number join intakes i on i.number = c.order_number
    left join accounts customer on customer.id = c.customer_id left join accounts seller on seller.id = c.seller_id
  order by page.last_day, page.order_number, page.place`;

const IN_SEQUENCE = 'order by l.last_day, l.order_number, l.place';

/**
 * Finds the lines in sight that have a last day and can be renewed at an instant (epoch milliseconds): of orders that go on,
 * neither canceled nor past reinstatement. Null where there are none.
 */
export async function findRenewals(
  em: EntityManager,
  sight: Sight,
  { ends, ...filter }: RenewalFilter,
  nowMs: number,
): Promise<FoundRenewals | null> {
  const found = await findLines(em, sight, filter);
  if (!found) return null;
  const ending = ends === undefined ? [] : await endingWithin(em, sight, ends, nowMs);
  const renewable = {
    sql: `${IS_ALIVE('l')} and ${HAS_LAST_DAY} and coalesce(l.canceled_from > ?, true) and coalesce(l.renewable_until > ?, true)`,
    values: [nowMs, nowMs],
  };
  return { from: found.from, ...allOf([...found.conditions, renewable, ...ending]) };
}

/** Some of what was found, whose last day comes first first, from a position on. */
export function listRenewals(
  em: EntityManager,
  { from, sql, values }: FoundRenewals,
  limit: number,
  after: LinePosition | null,
): Promise<RenewalRow[]> {
  const page = allOf([{ sql, values }, ...goingOn(after)]);
  return em.execute<RenewalRow[]>(
    `with page as (select l.order_number, l.id, l.last_day, l.place from ${from} where ${page.sql} ${IN_SEQUENCE} limit ?) ${ROWS}`,
    [...page.values, limit],
  );
}

/** All that was found, added up by application. */
export function totalRenewals(em: EntityManager, { from, sql, values }: FoundRenewals): Promise<RenewalTotal[]> {
  return em.execute<RenewalTotal[]>(
    `select l.application, count(*)::int as lines, sum(l.capacity)::float8 as capacity from ${from} where ${sql}
     group by 1 order by 1`,
    values,
  );
}

/** From which day on a calendar tells what is over, and what is today; `nowMs` is in epoch milliseconds. */
export type CalendarDays = { from: Day; today: Day; nowMs: number };

/**
 * Lines in sight by their last days: those that go on, from today on, first; with what they leave of the limit those that are
 * over, the last first, and then canceled ones whose last day is to come.
 */
export function listLastDays(
  em: EntityManager,
  sight: Sight,
  { from, today, nowMs }: CalendarDays,
  limit: number,
): Promise<RenewalRow[]> {
  const seen = linesInSight(sight, 'l');
  const days = `select l.order_number, l.id, l.last_day, l.place from lines l where ${seen.sql} and ${HAS_LAST_DAY}`;
  const goesOn = `(${IS_ALIVE('l')} and coalesce(l.canceled_from > ?, true))`;
  return em.execute<RenewalRow[]>(
    `with ahead as materialized (${days} and l.last_day >= ? and ${goesOn} ${IN_SEQUENCE} limit ?),
     over as materialized (
       ${days} and l.last_day >= ? and l.last_day < ?
       order by l.last_day desc, l.order_number desc, l.place desc limit (select ? - count(*) from ahead)),
     canceled as (
       ${days} and l.last_day >= ? and not ${goesOn} ${IN_SEQUENCE}
       limit (select ? - count(*) from (select from ahead union all select from over) listed)),
     page as (select * from ahead union all select * from over union all select * from canceled) ${ROWS}`,
    [
      ...[...seen.values, today, nowMs, limit, ...seen.values, from, today, limit],
      ...[...seen.values, today, nowMs, limit],
    ],
  );
}

/**
 * Conditions on a line `l`: it ends within so many days from today, or has ended. Today is the customer's, which is looked up
 * only for last days that are within the range in some zones and beyond it in others.
 */
async function endingWithin(em: EntityManager, sight: Sight, ends: EndingWithin, nowMs: number): Promise<Condition[]> {
  if (ends === 'expired')
    return [{ sql: 'l.ends_at <= ? and l.last_day <= ?', values: [nowMs, daysAround(nowMs, 0).latest] }];
  const days = Number(ends);
  const { earliest, latest } = daysAround(nowMs, days);
  const seen = linesInSight(sight, 'l');
  const zones = await em.execute<{ zone: string }[]>(
    `select distinct o.time_zone as zone from lines l join orders o on o.number = l.order_number
     where ${seen.sql} and l.last_day > ? and l.last_day <= ?`,
    [...seen.values, earliest, latest],
  );
  const lastDays = Object.fromEntries(zones.map(({ zone }) => [zone, addDays(dayAt(nowMs, zone), days)]));
  return [
    { sql: 'l.ends_at > ? and l.last_day between ? and ?', values: [nowMs, daysAround(nowMs, 0).earliest, latest] },
    {
      sql: `(l.last_day <= ? or exists (select from orders at
        where at.number = l.order_number and l.last_day <= ?::jsonb->>at.time_zone collate "C"))`,
      values: [earliest, JSON.stringify(lastDays)],
    },
  ];
}
