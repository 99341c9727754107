import type { EntityManager } from '@mikro-orm/postgresql';
import type { AcceptedOrder, Agreed } from '../../../domain/order/arriving/accept.ts';
import { GRANTS_FOR_MS } from '../../../domain/emergency.ts';
import { inMs } from '../instants.ts';
import { executePrepared } from '../prepared.ts';
import { WITHOUT_WAITING_FOR_DISK } from '../relaxed.ts';

/** On which those are told who start what is kept. */
export const UNSTARTED_CHANNEL = 'unstarted_orders';

/**
 * Whoever tries to start an order has so long before another one does; in milliseconds, and longer than an attempt can take.
 */
const CLAIMED_FOR_MS = 10_000;

/** An order that was kept and has not surely started. `agreed` is null of those that earlier versions kept. */
export type UnstartedOrder = {
  content: AcceptedOrder;
  contentHash: string;
  agreed: Agreed | null;
  requestId: string | null;
  trace: string | null;
  /** Whether it has a projection or a journal: it was started then, whatever Temporal still knows of it. */
  hasBegun: boolean;
  failures: number;
};

/** What waits: how many orders, since when the oldest does (epoch milliseconds), and those that could not be started for a reason of their own. */
export type Unstarted = {
  waiting: number;
  oldestAt: number | null;
  failing: number;
  /** The oldest of those that fail. */
  failed: { number: string; failure: string }[];
};

/** What an order fails for whose number Temporal knows with another content. */
export const STARTED_AS_ANOTHER = 'Temporal has an order of this number with another content';

/** So many of those that fail are named. */
const NAMED = 5;

const HAS_BEGUN = `exists (select from orders o where o.number = u.number)
  or exists (select from journal j where j.stream = 'order/' || u.number)`;

const FIELDS = `i.content, i.content_hash as "contentHash", u.agreed, u.request_id as "requestId", u.trace, u.failures,
  ${HAS_BEGUN} as "hasBegun"`;

/** In SQL, whether an order of a table is worth to begin: an emergency grants nothing any more when its days are over. */
export const isWorthIt = (
  order: string,
  now: string,
) => `not exists (select from emergencies e where e.order_number = ${order}.number
  and e.declared_at <= ${now}::timestamptz - interval '${GRANTS_FOR_MS} milliseconds')`;

const CLAIMED_UNTIL = `now() + interval '${CLAIMED_FOR_MS} milliseconds'`;

/**
 * In SQL, puts what was `asked` and `kept` into the line of those that start; claimed by whoever is about to start it itself,
 * who is answered whether it has begun.
 */
export const QUEUED = `insert into unstarted_orders as u (number, received_at, agreed, request_id, trace, claimed_until)
  select number, at, agreed, "requestId", trace, case when "isClaimed" then ${CLAIMED_UNTIL} end
  from kept join asked using (number) order by number
  returning number, u.claimed_until is not null and (${HAS_BEGUN}) as "hasBegun"`;

/**
 * Takes up to so many orders, oldest first, that nobody else is starting: they are the caller's for 10 s. What is claimed is
 * skipped, also while it is being claimed. A crash of PostgreSQL may lose the claims.
 */
export function claimUnstarted(em: EntityManager, most: number, nowMs: number): Promise<UnstartedOrder[]> {
  return executePrepared(
    em,
    'claim-unstarted',
    `${WITHOUT_WAITING_FOR_DISK}, due as (
       select u.number from unstarted_orders u where coalesce(u.claimed_until <= now(), true) and ${isWorthIt('u', '$2')}
       order by u.received_at, u.number limit $1 for update skip locked),
     claimed as (
       update unstarted_orders u set claimed_until = ${CLAIMED_UNTIL} from due, relaxed where u.number = due.number returning u.*)
     select ${FIELDS} from claimed u join intakes i on i.number = u.number order by u.received_at, u.number`,
    [most, new Date(nowMs)],
  );
}

/** An order that has not surely started, whoever is starting it; null of every other. */
export async function readUnstarted(em: EntityManager, number: string, nowMs: number): Promise<UnstartedOrder | null> {
  const [row] = await executePrepared<UnstartedOrder>(
    em,
    'read-unstarted',
    `select ${FIELDS} from unstarted_orders u join intakes i on i.number = u.number
     where u.number = $1 and ${isWorthIt('u', '$2')}`,
    [number, new Date(nowMs)],
  );
  return row ?? null;
}

/**
 * Their workflows are there: nobody starts them any more. Not waiting for the disk is enough: should it be lost, the next
 * attempt finds the workflow.
 */
export async function noteStarted(em: EntityManager, numbers: readonly string[]): Promise<void> {
  await executePrepared(
    em,
    'note-started',
    `${WITHOUT_WAITING_FOR_DISK} delete from unstarted_orders u using relaxed where u.number = any($1)`,
    [numbers],
  );
}

/** What an order could not be started for; it is tried again after that time, where no attempt can help never (null). */
export async function noteNotStarted(
  em: EntityManager,
  number: string,
  failure: string,
  againInMs: number | null,
): Promise<void> {
  await em.execute(
    `update unstarted_orders set failures = failures + 1, failure = ?,
       claimed_until = coalesce(now() + ?::int * interval '1 millisecond', 'infinity') where number = ?`,
    [failure, againInMs, number],
  );
}

/** Gives back what could not be tried: it is for whoever comes next. */
export async function giveBackUnstarted(em: EntityManager, number: string): Promise<void> {
  await em.execute(`update unstarted_orders set claimed_until = null where number = ? and claimed_until < 'infinity'`, [
    number,
  ]);
}

/**
 * Puts an order that is kept, and shows nowhere else, in line once more: an earlier version may have kept it and died before
 * it started it. One that is in line stays as it is, and one that is under way is found to be.
 */
export async function queueAgain(em: EntityManager, number: string): Promise<void> {
  await em.execute(
    `insert into unstarted_orders (number, received_at)
     select i.number, i.received_at from intakes i where i.number = ?
       and not exists (select from orders o where o.number = i.number)
       and not exists (select from journal j where j.stream = 'order/' || i.number)
     on conflict (number) do nothing`,
    [number],
  );
}

/** Tells those who start what is kept that there is something. Whoever is not reached looks by itself before long. */
export async function tellStarters(em: EntityManager): Promise<void> {
  await em.execute(`notify ${UNSTARTED_CHANNEL}`);
}

/** What waits to be started, for operators. */
export async function countUnstarted(em: EntityManager, nowMs: number): Promise<Unstarted> {
  const [counted] = await em.execute<[Unstarted]>(
    `with waiting as (select * from unstarted_orders u where ${isWorthIt('u', '?')})
     select count(*)::int as waiting, ${inMs('min(received_at)')} as "oldestAt",
       (count(*) filter (where failure is not null))::int as failing,
       coalesce((select jsonb_agg(f) from (select number, failure from waiting where failure is not null
         order by received_at limit ${NAMED}) f), '[]') as failed
     from waiting`,
    [new Date(nowMs)],
  );
  return counted;
}
