import type { EntityManager } from '@mikro-orm/postgresql';
import type { OrderStage, OrderStatus } from '../../../domain/order/order.ts';
import type { Sight } from '../../../domain/people/permissions.ts';
import type { Condition } from '../conditions.ts';
import { deliveryInSight, ordersInSight } from '../accounts/permissions.ts';
import { few, hasWords, LOOKED_AT, matchOf, type Found } from './words.ts';

/** An order that was found; `exact` where its number, the buyer's or a reference is what was searched for. */
export type FoundOrder = {
  number: string;
  purchaseOrder: string | null;
  customer: { id: string; name: string };
  status: OrderStatus;
  stage: OrderStage;
  exact: boolean;
};

/** References of which somebody sees the delivery or the line; what else was posted is its seller's and the vendor's to know. */
function referred(sight: Sight): Condition {
  const order = ordersInSight(sight, 'o');
  const seen = (delivery: string) => deliveryInSight(sight, 'o', delivery);
  const line = `select l.order_number as number, as_found(l.reference) = as_found(asked.phrase) as exact
    from lines l join orders o on o.number = l.order_number, asked
    where l.reference is not null and as_found(l.reference) like asked.begins and ${seen('l.delivery')}`;
  const delivery = `select d.order_number, as_found(d.reference) = as_found(asked.phrase)
    from deliveries d join orders o on o.number = d.order_number, asked
    where d.id <> '1' and as_found(d.reference) like asked.begins and ${seen('d.id')}`;
  const fact = `select f.order_number, as_found(f.reference) = as_found(asked.phrase)
    from order_facts f join orders o on o.number = f.order_number, asked
    where f.kind <> 'state-intent' and as_found(f.reference) like asked.begins`;
  const all = [line, delivery, ...('customer' in sight ? [] : [fact])];
  return {
    sql: all.map((one) => `(${one} and ${order.sql} limit ${LOOKED_AT})`).join(' union all '),
    values: all.flatMap(() => order.values),
  };
}

/** Orders in sight by their number, the buyer's own number, a reference, or words of their parties; the best match first, then the newest. */
export async function searchOrders(
  em: EntityManager,
  sight: Sight,
  { phrase, words, limit }: { phrase: string; words: readonly string[]; limit: number },
): Promise<Found<FoundOrder>> {
  const seen = ordersInSight(sight, 'o');
  const has = hasWords('i.searched', words);
  const match = matchOf('i.searched', phrase);
  const refers = referred(sight);
  const is = (condition: string) =>
    `select i.number from intakes i join orders o on o.number = i.number where ${condition} and ${seen.sql} limit ${LOOKED_AT}`;
  const rows = await em.execute<FoundOrder[]>(
    `with asked (phrase, begins) as materialized (values (?::text, substr(found_pattern(?), 2))),
     exactly as (
       (${is('as_found(i.number) = as_found(?)')})
       union (${is('i.purchase_order is not null and as_found(i.purchase_order) = as_found(?)')})),
     referred as materialized (${refers.sql}),
     few as materialized (
       select i.number from intakes i join orders o on o.number = i.number where ${has.sql} and ${seen.sql} limit ${LOOKED_AT}),
     found as (
       select number, min(rank) as rank from (
         select number, 0 as rank from exactly union all select number, case when exact then 0 else 2 end from referred
         union all select i.number, ${match.sql} from few join intakes i using (number)) one
       group by number)
     select o.number, i.purchase_order as "purchaseOrder", jsonb_build_object('id', c.id, 'name', c.name) as customer,
       o.status, o.stage, found.rank = 0 as exact
     from found join orders o using (number) join intakes i using (number) join accounts c on c.id = o.customer_id
     order by found.rank, o.accepted_at desc, o.number desc limit ?`,
    [
      ...[phrase, phrase, phrase, ...seen.values, phrase, ...seen.values, ...refers.values],
      ...[...has.values, ...seen.values, ...match.values, limit + 1],
    ],
  );
  return few(rows, limit);
}
