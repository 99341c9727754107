import type { EntityManager } from '@mikro-orm/postgresql';
import type { LicenseKind } from '../../../domain/catalogue/terms.ts';
import type { TodoKind } from '../../../domain/todo.ts';
import { inMs } from '../instants.ts';
import { sellerOf } from '../seller-of.ts';
import { hasParts, ID, itemsOf, WHOLE_ID, type Reading } from './items.ts';

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
  canceled?: boolean;
};

export type TodoQuery = Reading & {
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
 * one statement. Parts of one thing are that one thing where neither a customer nor a part is asked for; what was
 * acknowledged is named as it was then.
 */
export async function listTodo(
  em: EntityManager,
  query: TodoQuery,
): Promise<{ items: TodoRow[]; counts: Partial<Record<TodoKind, number>> }> {
  const { account, acknowledged, customer, server, item, kind, limit, after } = query;
  const items = itemsOf(query);
  const name = nameOf(query);
  const isAfter = after ? [after.severity, after.due] : [];
  const [found] = await em.execute<[{ items: TodoRow[]; counts: Partial<Record<TodoKind, number>> }]>(
    `with ${items.sql},
     named as (
       select i.*, ${name.id} as id, ${name.isPart} as is_part from items i
       where i.known is ${acknowledged ? 'not null' : 'null'}
         ${customer === undefined ? '' : 'and i.customer = ?'} ${server === undefined ? '' : 'and i.server = ?'}
         ${item === undefined ? '' : `and ? in (${ID}, ${acknowledged ? 'i.known' : WHOLE_ID})`}),
     open as (
       select kind, severity, due, id, key, customer, order_number, delivery, lines, server, detail
       from named ${hasParts(query) ? `where not is_part union all ${wholes(customer)}` : ''}),
     found as (
       select * from open where ${kind === undefined ? 'true' : 'kind = ?'} ${after ? 'and (severity, due) >= (?, ?)' : ''}),
     first as (
       select * from found ${after ? 'where (severity, due) > (?, ?)' : ''}
       order by severity, due fetch first ? rows with ties),
     page as (
       select * from (
         select i.kind, i.severity, i.due, coalesce(i.id, ${ID}) as id, i.customer, i.order_number, i.delivery, i.lines, i.server,
           i.detail
         from (select * from first ${after ? 'union all select * from found where (severity, due) = (?, ?)' : ''}) i) i
       ${after ? 'where (severity, due, id) > (?, ?, ?)' : ''} order by severity, due, id limit ?)
     select coalesce((select jsonb_object_agg(kind, number) from (select kind, count(*) as number from open group by 1) k), '{}') as counts,
       coalesce((select jsonb_agg(${ITEM} order by p.severity, p.due, p.id) from page p
         left join accounts c on c.id = p.customer left join orders o on o.number = p.order_number
         left join intakes n on n.number = p.order_number left join servers v on v.id = p.server
         left join acknowledgements a on a.account_id = ? and a.item = p.id), '[]') as items`,
    [
      ...[...items.values, ...name.values],
      ...[customer, server, item, kind].filter((value) => value !== undefined),
      ...[...isAfter, ...isAfter, limit, ...isAfter],
      ...(after ? [...isAfter, after.id] : []),
      ...[limit, account],
    ],
  );
  return found;
}

/** In SQL, what has parts, once: as much of it as is there. */
const wholes = (customer: string | undefined) =>
  `select kind, severity, min(due), min(id), whole, ${customer === undefined ? 'null' : 'min(customer)'}, null, null, null, null,
     min(detail::text)::jsonb || jsonb_build_object('servers', sum((detail->>'servers')::int))
   from named where is_part group by kind, severity, whole`;

/**
 * In SQL, by what an item `i` is listed, and whether that is what it is a part of. Null for what its key says: few of those are
 * shown, and the others need no name.
 */
function nameOf({ acknowledged, item, customer }: TodoQuery): { id: string; isPart: string; values: unknown[] } {
  if (acknowledged) return { id: 'i.known', isPart: `coalesce(i.known = ${WHOLE_ID}, false)`, values: [] };
  if (item !== undefined) return { id: '?::text', isPart: `coalesce(${WHOLE_ID} = ?, false)`, values: [item, item] };
  return { id: 'null::text', isPart: customer === undefined ? 'i.whole is not null' : 'false', values: [] };
}
