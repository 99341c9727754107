import { SEVERITIES } from '../../../domain/condition/severity.ts';
import type { Sight } from '../../../domain/people/permissions.ts';
import { TODO, TODO_KINDS, type TodoKind } from '../../../domain/todo.ts';
import { hasStanding, IS_ALIVE } from '../accounts/standing.ts';
import type { Condition } from '../conditions.ts';
import { inMs } from '../instants.ts';
import { sellerOf } from '../seller-of.ts';
import { ordersToDo } from './orders.ts';
import { row } from './row.ts';
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

const SEVERITY = `case i.kind ${TODO_KINDS.map((kind) => `when '${kind}' then ${SEVERITIES.indexOf(TODO[kind].severity)}`).join(' ')} end`;

/** When something is due, in epoch milliseconds; null for at no time. */
export function dueAt({ due }: { due: number }): number | null {
  return due === NEVER ? null : due;
}

/**
 * In SQL, the parts `managed` and `items` of a statement: everything that is to be done by a reader. `known` is what the
 * account acknowledged of it: the item, or what that is a part of; null where it did not. Each kind is found by an index of
 * what it follows from, so that its cost is that of what is to be done. What an item is called is computed once for each.
 */
export function itemsOf(reading: Reading): Condition {
  const { sight, account, nowMs } = reading;
  const managed = managedBy(sight, nowMs);
  const all = [
    ...termsToDo(sight, nowMs),
    ...ordersToDo(sight, nowMs),
    ...serversToDo(sight, nowMs, reading.versions),
    ...(reading.readsWebhooks ? [webhooksToDo(account)] : []),
  ];
  return {
    sql: `managed as (${managed.sql}),
     items as (
       select i.*, coalesce(own.item, whole.item) as known
       from (select i.kind, ${SEVERITY} as severity, coalesce(i.due, ${NEVER}) as due, i.kind || '-' || md5(i.key) as id,
           i.kind || '-' || md5(i.whole) as whole, i.customer, i.order_number, i.delivery, i.lines, i.server, i.detail
         from (${all.map(({ sql }) => sql).join(' union all ')}) i
         where i.kind in (${reading.kinds.map((kind) => `'${kind}'`).join()})
         offset 0) i
       left join acknowledgements own on own.account_id = ? and own.item = i.id
       left join acknowledgements whole on whole.account_id = ? and whole.item = i.whole)`,
    values: [...managed.values, ...all.flatMap(({ values }) => values), account, account],
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
    kind: `'webhook-disabled'`,
    due: inMs('coalesce(w.told_at, w.created_at)'),
    key: `concat_ws(':', w.id, w.disablings)`,
    detail: `jsonb_build_object('webhook', w.id, 'url', w.url)`,
    from: `webhooks w where w.account_id = ? and w.state = 'disabled' and w.disabled_for in ('gone', 'nothing-taken')
      and w.removed_at is null`,
  }),
  values: [account],
});
