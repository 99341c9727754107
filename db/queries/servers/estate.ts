import type { EntityManager } from '@mikro-orm/postgresql';
import type { Sight } from '../../../domain/people/permissions.ts';
import { POLICY } from '../../../domain/policy.ts';
import type { ServerState } from '../../../domain/server/server.ts';
import { VERSION } from '../advisories/affected.ts';
import { allOf, contains, where, type Condition } from '../conditions.ts';
import { serversInSight } from './in-sight.ts';
import { RECORD, type ServerPosition, type ServerRecord } from './servers.ts';

/** What servers of all customers are found by. */
export type EstateFilter = {
  customer?: string | undefined;
  /** Parts of name, id or machine, in one of these forms. */
  q?: readonly string[] | undefined;
  /** Without it all that are not retired. */
  state?: ServerState | undefined;
  mode?: 'online' | 'offline' | undefined;
  silent?: boolean | undefined;
  /** As it said last. */
  version?: string | undefined;
};

/** A server with the names that people know its customer and its machine by. */
export type EstateRecord = ServerRecord & { customerName: string };

/** In SQL what `presentServer` calls silent; its values are an instant and the days where none were promised. */
const IS_SILENT = `(v.mode = 'online' and greatest(v.activated_at, c.last_check_in_at)
  <= ?::timestamptz - coalesce(v.silent_days, ?) * interval '24 hours')`;

/** Servers in sight, last registered first, from a position on. `nowMs` is in epoch milliseconds. */
export function listEstate(
  em: EntityManager,
  sight: Sight,
  filter: EstateFilter,
  { nowMs, limit, after }: { nowMs: number; limit: number; after: ServerPosition | null },
): Promise<EstateRecord[]> {
  const { customer, q, state, mode, silent, version } = filter;
  const { sql, values } = allOf([
    serversInSight(sight, nowMs, 'v'),
    ...(state === undefined ? [{ sql: `v.state <> 'retired'`, values: [] }] : where(state, 'v.state = ?')),
    ...where(customer, 'v.customer_id = ?'),
    ...where(mode, 'v.mode = ?'),
    ...where(version, `${VERSION} = ?`),
    ...(silent === undefined ? [] : [silence(silent, nowMs)]),
    ...found(q),
    ...(after ? [{ sql: '(v.registered_at, v.id) < (?, ?)', values: [new Date(after.registeredAt), after.id] }] : []),
  ]);
  const order = 'order by v.registered_at desc, v.id desc';
  return em.execute<EstateRecord[]>(
    `with page as materialized (
       select v.id from servers v left join contacts c on c.server = v.id where ${sql} ${order} limit ?)
     ${RECORD('a.name as "customerName"')} join accounts a on a.id = v.customer_id
     where v.id in (select id from page) ${order}`,
    [...values, limit],
  );
}

function silence(isSilent: boolean, nowMs: number): Condition {
  return {
    sql: isSilent ? IS_SILENT : `coalesce(not ${IS_SILENT}, true)`,
    values: [new Date(nowMs), POLICY.silentDays],
  };
}

/** By what the server is called, or what its machine says that it is called now. */
function found(q: readonly string[] | undefined): Condition[] {
  if (q === undefined) return [];
  const [own] = contains('v.searched', q);
  const hosts = q.map(() => 'as_found(heard.host) like substr(found_pattern(?), 2)').join(' or ');
  return [
    {
      sql: `(${own!.sql} or v.id in (select heard.server from contacts heard where heard.host is not null and (${hosts})))`,
      values: [...own!.values, ...q],
    },
  ];
}
