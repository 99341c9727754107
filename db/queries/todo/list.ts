import type { EntityManager } from '@mikro-orm/postgresql';
import { SEVERITIES } from '../../../domain/condition/severity.ts';
import type { Sight } from '../../../domain/permissions.ts';
import type { LicenseKind } from '../../../domain/terms.ts';
import { TODO, TODO_KINDS, type TodoKind } from '../../../domain/todo.ts';
import { hasStanding, IS_ALIVE } from '../accounts/standing.ts';
import type { Condition } from '../conditions.ts';
import { inMs } from '../instants.ts';
import { sellerOf } from '../seller-of.ts';
import { ordersToDo } from './orders.ts';
import { row } from './row.ts';
import { serversToDo, type AdvisedVersion } from './servers.ts';
import { termsToDo } from './terms.ts';

/** Where a list goes on: after an item, by how much it matters, when it is due (epoch milliseconds) and its id. */
export type TodoPosition = { severity: number; due: number; id: string };

/** Something that is to be done, with what it is about. Instants in epoch milliseconds. */
export type TodoRow = TodoPosition & {
  kind: TodoKind;
  customer: { id: string; name: string } | null;
  order: { number: string; purchaseOrder: string | null; timeZone: string; seller: string } | null;
  delivery: string | null;
  server: { id: string; name: string } | null;
  lines: { line: string; application: string; license: LicenseKind; capacity: number }[];
  detail: TodoDetail | null;
  acknowledged: { at: number; by: string; note: string | null } | null;
};

/** What else there is to say, by the kind. */
export type TodoDetail = {
  code?: string;
  mail?: string;
  assigned?: number;
  capacity?: number;
  applications?: string;
  advisory?: string;
  title?: string;
  rated?: string;
  servers?: number;
  webhook?: string;
  url?: string;
};

export type TodoQuery = {
  sight: Sight;
  /** The account that asks, whose acknowledgements count. */
  account: string;
  /** Whether webhooks of the account are to be read. */
  readsWebhooks: boolean;
  kinds: readonly TodoKind[];
  nowMs: number;
  versions: readonly AdvisedVersion[];
  customer?: string | undefined;
  server?: string | undefined;
  /** One alone, by its id. */
  item?: string | undefined;
  /** Those that were acknowledged, in place of those that were not. */
  acknowledged: boolean;
  kind?: TodoKind | undefined;
  limit: number;
  after: TodoPosition | null;
};

/** What is due at no time comes last. */
const NEVER = 9e15;

const SEVERITY = `case i.kind ${TODO_KINDS.map((kind) => `when '${kind}' then ${SEVERITIES.indexOf(TODO[kind].severity)}`).join(' ')} end`;

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

const ITEM = `jsonb_build_object('id', p.id, 'kind', p.kind, 'severity', p.severity, 'due', p.due, 'delivery', p.delivery,
    'detail', p.detail, 'customer', case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name) end,
    'order', case when o.number is not null then jsonb_build_object('number', o.number, 'purchaseOrder', n.purchase_order,
      'timeZone', o.time_zone, 'seller', ${sellerOf('o')}) end,
    'server', case when v.id is not null then jsonb_build_object('id', v.id, 'name', v.name) end,
    'lines', coalesce((select jsonb_agg(jsonb_build_object('line', l.id, 'application', l.application, 'license', l.license,
        'capacity', l.capacity) order by l.place) from lines l where l.order_number = p.order_number
        and (l.id = any(p.lines) or l.delivery = p.delivery)), '[]'),
    'acknowledged', case when a.item is not null
      then jsonb_build_object('at', ${inMs('a.at')}, 'by', a.by, 'note', a.note) end)`;

/**
 * What is to be done by a reader, what matters most first and then what is due first, with how many there are of each kind; in
 * one statement, each kind found by an index of what it follows from, so that its cost is that of what is to be done.
 */
export async function listTodo(
  em: EntityManager,
  query: TodoQuery,
): Promise<{ items: TodoRow[]; counts: Partial<Record<TodoKind, number>> }> {
  const { sight, account, nowMs, versions, customer, server, item, kind, limit, after } = query;
  const together = 'everything' in sight && customer === undefined;
  const all = [
    ...termsToDo(sight, nowMs),
    ...ordersToDo(sight, nowMs),
    ...serversToDo(sight, nowMs, { versions, together }),
    ...(query.readsWebhooks ? [webhooksToDo(account)] : []),
  ];
  const managed = managedBy(sight, nowMs);
  const [found] = await em.execute<[{ items: TodoRow[]; counts: Partial<Record<TodoKind, number>> }]>(
    `with managed as (${managed.sql}),
     items as (
       select i.kind, ${SEVERITY} as severity, coalesce(i.due, ${NEVER}) as due, i.kind || '-' || md5(i.key) as id,
         i.customer, i.order_number, i.delivery, i.lines, i.server, i.detail
       from (${all.map(({ sql }) => sql).join(' union all ')}) i
       where i.kind in (${query.kinds.map((one) => `'${one}'`).join()})),
     open as materialized (
       select i.* from items i
       where ${query.acknowledged ? '' : 'not'} exists (select from acknowledgements a where a.account_id = ? and a.item = i.id)
         ${customer === undefined ? '' : 'and i.customer = ?'} ${server === undefined ? '' : 'and i.server = ?'}
         ${item === undefined ? '' : 'and i.id = ?'}),
     page as (
       select * from open ${kind === undefined ? 'where true' : 'where kind = ?'}
         ${after ? 'and (severity, due, id) > (?, ?, ?)' : ''}
       order by severity, due, id limit ?)
     select coalesce((select jsonb_object_agg(kind, number) from (select kind, count(*) as number from open group by 1) k), '{}') as counts,
       coalesce((select jsonb_agg(${ITEM} order by p.severity, p.due, p.id) from page p
         left join accounts c on c.id = p.customer left join orders o on o.number = p.order_number
         left join intakes n on n.number = p.order_number left join servers v on v.id = p.server
         left join acknowledgements a on a.account_id = ? and a.item = p.id), '[]') as items`,
    [
      ...[...managed.values, ...all.flatMap(({ values }) => values), account],
      ...[customer, server, item, kind].filter((value) => value !== undefined),
      ...(after ? [after.severity, after.due, after.id] : []),
      ...[limit, account],
    ],
  );
  return found;
}

/** When something is due, in epoch milliseconds; null for at no time. */
export function dueAt({ due }: Pick<TodoRow, 'due'>): number | null {
  return due === NEVER ? null : due;
}
