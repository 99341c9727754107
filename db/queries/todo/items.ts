import type { Sight } from '../../../domain/people/permissions.ts';
import { TODO_KINDS, type TodoKind } from '../../../domain/todo.ts';
import { hasStanding, IS_ALIVE } from '../accounts/standing.ts';
import type { Condition } from '../conditions.ts';
import { inMs } from '../instants.ts';
import { sellerOf } from '../seller-of.ts';
import { ordersToDo } from './orders.ts';
import { row, wholeKey } from './row.ts';
import { serversToDo, type AdvisedVersion } from './servers.ts';
import { termsToDo } from './terms.ts';

/** Whose list it is, and what of it. */
export type Reading = {
  sight: Sight;
  /** The account that asks, whose acknowledgements count. */
  account: string;
  /** Whether webhooks of the account are to be read. */
  readsWebhooks: boolean;
  kinds: readonly TodoKind[];
  nowMs: number;
  versions: readonly AdvisedVersion[];
};

/** What is due at no time comes last. */
const NEVER = 9e15;

/** When something is due, in epoch milliseconds; null for at no time. */
export function dueAt({ due }: { due: number }): number | null {
  return due === NEVER ? null : due;
}

/** In SQL, what an item `i` is called: a hash of its whole key. It costs more than to find the item, so that few are asked. */
export const ID = `i.kind || '-' || md5(${wholeKey('i')})`;

/** In SQL, what that is called which an item `i` is a part of; null where it is whole. */
export const WHOLE_ID = `i.kind || '-' || md5(i.whole)`;

/**
 * In SQL, joins each item `i` with what the account acknowledged of it: by what it is about, as naming every item to learn
 * that would cost more than all else. Of an acknowledgement that does not say what it is about, whatever is of its kind is
 * named.
 */
const KNOWN = `left join acknowledged own on own.about = coalesce(i.order_number, i.server) and (own.item = ${ID}) is true
  left join acknowledged other on other.about is null and other.item = case when i.kind = any(
    (select array_agg(kind) from acknowledged where about is null)::text[]) then ${ID} end
  left join acknowledged whole on whole.item = ${WHOLE_ID}`;

/**
 * In SQL, the parts `managed` and `items` of a statement: everything that is to be done by a reader, where lines that end are
 * items together, or `byLine` each. `known` is what the account acknowledged of it: the item, or what that is a part of; null
 * where it did not. Each kind is found by an index of what it follows from, so that its cost is that of what is to be done.
 */
export function itemsOf(reading: Reading, byLine = false): Condition {
  const { sight, account, nowMs, kinds } = reading;
  const managed = managedBy(sight, nowMs);
  const all = [
    ...termsToDo(sight, nowMs, byLine),
    ...ordersToDo(sight, nowMs),
    ...serversToDo(sight, nowMs, reading.versions),
    ...(reading.readsWebhooks ? [webhooksToDo(account)] : []),
  ];
  return {
    sql: `managed as (${managed.sql}),
     acknowledged as (select item, kind, about from acknowledgements where account_id = ?),
     items as (
       select i.*, coalesce(own.item, other.item, whole.item) as known
       from (select i.kind, i.severity, coalesce(i.due, ${NEVER}) as due, i.key, i.whole,
           i.customer, i.order_number, i.delivery, i.lines, i.server, i.detail
         from (${all.map(({ sql }) => sql).join(' union all ')}) i
         ${kinds.length < TODO_KINDS.length ? `where i.kind in (${kinds.map((kind) => `'${kind}'`).join()})` : ''}
         offset 0) i
       ${KNOWN})`,
    values: [...managed.values, account, ...all.flatMap(({ values }) => values)],
  };
}

/** Whether anything of a list can be a part of something: what an advisory is about, to whoever sees everybody. */
export function hasParts({ sight, versions }: Reading): boolean {
  return 'everything' in sight && versions.length > 0;
}

/** The customers whose servers a reader sees. */
function managedBy(sight: Sight, nowMs: number): Condition {
  if ('customer' in sight) return { sql: 'select ?::text as customer_id', values: [sight.customer] };
  if (!('seller' in sight)) return { sql: 'select null::text as customer_id', values: [] };
  const standing = hasStanding({ seller: 'asking.account', customer: 'own.customer_id', nowMs: 'asking.now' });
  return {
    sql: `select own.customer_id from (values (?::text, ?::bigint)) asking (account, now), lateral (select distinct o.customer_id
        from orders o where ${sellerOf('o')} = asking.account and ${IS_ALIVE('o')}) own where ${standing}`,
    values: [sight.seller, nowMs],
  };
}

/** Endpoints of an account that were disabled by what they answered. */
const webhooksToDo = (account: string): Condition => ({
  sql: row({
    kind: 'webhook-disabled',
    due: inMs('coalesce(w.told_at, w.created_at)'),
    key: `concat_ws(':', w.id, w.disablings)`,
    detail: `jsonb_build_object('webhook', w.id, 'url', w.url)`,
    from: `webhooks w where w.account_id = ? and w.state = 'disabled' and w.disabled_for in ('gone', 'nothing-taken')
      and w.removed_at is null`,
  }),
  values: [account],
});
