import type { EntityManager } from '@mikro-orm/postgresql';
import { inMs } from '../instants.ts';

/**
 * In SQL, the instant since when nothing stands against a server `v` that was before: it was activated, or its token
 * replaced. Null where neither ever was.
 */
export const SET_RIGHT_AT = `greatest(v.activated_at, (select max(t.issued_at) from activation_tokens t where t.server = v.id))`;

/** When a server was set right last, and when an activation was refused since; null where that never was. Epoch milliseconds. */
export type Alarms = { setRightAt: number | null; refusedAt: number | null };

/** The same of some servers, by their ids; what is not projected is not there. */
export async function alarmsOf(em: EntityManager, servers: readonly string[]): Promise<ReadonlyMap<string, Alarms>> {
  if (servers.length === 0) return new Map();
  const rows = await em.execute<(Alarms & { id: string })[]>(
    `select v.id, ${inMs('v."setRightAt"')} as "setRightAt", (select ${inMs('max(r.last_at)')} from refused_activations r
       where r.server = v.id and r.last_at > coalesce(v."setRightAt", '-infinity')) as "refusedAt"
     from (select v.id, ${SET_RIGHT_AT} as "setRightAt" from servers v
       where v.id in (select jsonb_array_elements_text(?::jsonb))) v`,
    [JSON.stringify(servers)],
  );
  return new Map(rows.map(({ id, ...alarms }) => [id, alarms]));
}
