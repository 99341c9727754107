import type { EntityManager } from '@mikro-orm/postgresql';
import { GRANTS_FOR_MS, type SoldCapacity } from '../../../domain/emergency.ts';
import type { AcceptedOrder } from '../../../domain/order/arriving/accept.ts';
import { appendAccountEvent, type Cause } from '../accounts/events.ts';
import { inMs } from '../instants.ts';
import { insertIntake, type Kept } from '../orders/intakes.ts';

/** A customer as its emergencies need it. */
export type Declaring = {
  id: string;
  name: string;
  email: string;
  timeZone: string | null;
  locale: string;
};

/** What an emergency is judged by: when the others were declared (epoch milliseconds), and what was sold of the application. */
export type Grounds = { customer: Declaring; declaredAt: number[]; sold: SoldCapacity[] };

/** An emergency that was asked for before, as its order came in; `isUnheard` where nobody was answered with it yet. */
export type DeclaredBefore = { content: AcceptedOrder; isUnheard: boolean };

/** An order as it was granted, with who asked for it. */
export type Declaration = Kept & { requestId: string; seller: string | null };

/**
 * Holds a customer until the transaction ends, so that emergencies are counted one after the other, wherever they are asked
 * for, and answers what is known of it; null where there is no such customer.
 */
export async function holdGrounds(
  tx: EntityManager,
  customer: string,
  application: string,
  nowMs: number,
): Promise<Grounds | null> {
  const [held] = await tx.execute<Declaring[]>(
    `select id, name, email, time_zone as "timeZone", locale from accounts where id = ? and kind = 'customer' for update`,
    [customer],
  );
  if (!held) return null;
  // By a statement of its own: only one that begins when the customer is held sees all that others have written.
  return { customer: held, ...(await readGrounds(tx, customer, application, nowMs)) };
}

/** In SQL, orders `o` that the vendor has neither canceled nor suspended. */
const IS_GROUND = `o.status in ('open', 'ended')`;

/** In SQL, the lines `l` of an order `o` that are unlocked and not canceled. */
const SOLD = `join deliveries d on d.order_number = o.number and d.unlocked_at is not null
  join lines l on l.order_number = o.number and l.delivery = d.id and l.canceled_at is null`;

/**
 * What was declared on what a customer was sold of an application, whoever had the orders then, and what that is; what never
 * began, and would grant nothing any more, was none.
 */
export async function readGrounds(
  em: EntityManager,
  customer: string,
  application: string,
  nowMs: number,
): Promise<Omit<Grounds, 'customer'>> {
  const [grounds] = await em.execute<Omit<Grounds, 'customer'>[]>(
    `with asked (customer, application) as (values (?::text, ?::text)),
     owned as (
       select l.license, l.capacity, l.terms, o.number from asked
         join orders o on o.customer_id = asked.customer and ${IS_GROUND}
         ${SOLD} and l.application = asked.application),
     owners as (
       select customer as id from asked union
       select moved.data->'former'->>'customerId' from owned
         join journal moved on moved.stream = 'order/' || owned.number and moved.type = 'parties-changed')
     select (select coalesce(jsonb_agg(jsonb_build_object('license', license, 'capacity', capacity, 'terms', terms)), '[]')
         from owned) as sold,
       (select coalesce(jsonb_agg(${inMs('e.declared_at')}), '[]')
         from emergencies e join owners on owners.id = e.customer_id join intakes i on i.number = e.order_number
         where not exists (select from unstarted_orders u where u.number = i.number) or e.declared_at > ?
           or exists (select from orders begun where begun.number = e.order_number)) as "declaredAt"`,
    [customer, application, new Date(nowMs - GRANTS_FOR_MS)],
  );
  return grounds!;
}

/** So long an order takes at most to begin, or whoever asked for it hears of no outcome; in milliseconds. */
const BEGINS_WITHIN_MS = 10_000;

/**
 * The emergency of a customer that a request asked for; else one about the very same that whoever asked for it was told to
 * ask for again, whether or not its order began meanwhile, or whose order never began. Null where it is a new one.
 */
export async function declaredBefore(
  em: EntityManager,
  customer: string,
  requestId: string,
  { application, capacity, reason }: { application: string; capacity: number; reason: string },
  atMs: number,
): Promise<DeclaredBefore | null> {
  const [before] = await em.execute<DeclaredBefore[]>(
    `select i.content, e.unheard as "isUnheard" from emergencies e join intakes i on i.number = e.order_number
       left join unstarted_orders u on u.number = i.number
     where e.customer_id = ? and (e.request_id = ? or (e.declared_at > ? and (e.unheard or (u.number is not null and e.declared_at <= ?))
       and i.content->'lines'->0->>'application' = ? and (i.content->'lines'->0->>'capacity')::int = ?
       and i.content->'emergency'->>'reason' = ?))
     order by e.request_id = ? desc limit 1`,
    [
      customer,
      requestId,
      new Date(atMs - GRANTS_FOR_MS),
      new Date(atMs - BEGINS_WITHIN_MS),
      application,
      capacity,
      reason,
      requestId,
    ],
  );
  return before ?? null;
}

/** Keeps that whoever asked for an emergency was told to ask again. */
export async function noteUnheard(em: EntityManager, order: string): Promise<void> {
  await em.execute('update emergencies set unheard = true where order_number = ?', [order]);
}

/** Keeps that an emergency was asked for again and answered: the same once more is another one. */
export async function noteHeard(em: EntityManager, order: string): Promise<void> {
  await em.execute('update emergencies set unheard = false where order_number = ?', [order]);
}

/** How many emergencies a customer has declared in its life: its orders are numbered by that. */
export async function countEmergencies(em: EntityManager, customer: string): Promise<number> {
  const [{ count }] = await em.execute<[{ count: number }]>(
    'select count(*)::int as count from emergencies where customer_id = ?',
    [customer],
  );
  return count;
}

/**
 * Keeps an emergency with its order and its event, in the transaction in which its grounds were held; false where the
 * number of the order is another's.
 */
export async function keepEmergency(tx: EntityManager, declaration: Declaration, cause: Cause): Promise<boolean> {
  const { requestId, seller, content } = declaration;
  const { number, customer, lines, emergency, acceptedAt, by } = content;
  if (!(await insertIntake(tx, declaration))) return false;
  await tx.execute(
    'insert into emergencies (order_number, customer_id, request_id, seller_id, declared_at) values (?, ?, ?, ?, ?)',
    [number, customer.id, requestId, seller, new Date(acceptedAt)],
  );
  const { application, capacity, endsOn } = lines[0]!;
  await appendAccountEvent(tx, customer.id, cause, {
    ...{ type: 'emergency-declared', order: number, application, capacity, endsOn: endsOn! },
    ...{ reason: emergency!.reason, ...(seller !== null && { seller }), by },
  });
  return true;
}

/** What a customer was sold of each application that an emergency can be measured by. */
export async function readAllSold(
  em: EntityManager,
  customer: string,
): Promise<{ application: string; sold: SoldCapacity[] }[]> {
  return em.execute(
    `select l.application, jsonb_agg(jsonb_build_object('license', l.license, 'capacity', l.capacity, 'terms', l.terms)) as sold
     from orders o ${SOLD} where o.customer_id = ? and ${IS_GROUND} group by l.application order by l.application`,
    [customer],
  );
}
