import type { EntityManager } from '@mikro-orm/postgresql';
import type { Sight } from '../../../domain/people/permissions.ts';
import type { ServerRow } from '../../entities/servers/server.ts';
import type { Read } from '../instants.ts';
import { serversInSight } from '../servers/in-sight.ts';

/** A server of a version, and when it was told of an advisory (epoch milliseconds); null where it was not. */
export type AffectedServer = Read<Pick<ServerRow, 'id' | 'name' | 'customerId' | 'mode'>> & {
  version: string;
  toldAt: number | null;
};

/** Who asks, and when: what it may see depends on the clock (epoch milliseconds). */
export type Looking = { sight: Sight; nowMs: number };

/** In SQL, the version of a server `v` with its contact `c`: what it said last. */
export const VERSION = `case when v.mode = 'online' then coalesce(c.said->>'version', v.version) else v.version end`;

const ACTIVATED = `from servers v left join contacts c on c.server = v.id where v.state = 'activated'`;

/** The versions of all activated servers in sight. */
export async function versionsInUse(em: EntityManager, { sight, nowMs }: Looking): Promise<string[]> {
  const seen = serversInSight(sight, nowMs, 'v');
  const rows = await em.execute<{ version: string | null }[]>(
    `select distinct ${VERSION} as version ${ACTIVATED} and ${seen.sql}`,
    seen.values,
  );
  return rows.flatMap(({ version }) => version ?? []);
}

/** In SQL, a part of a recursive `with` and what it is read by: each version that a column holds, by its index, one after the other. */
const each = (column: string, table: string) => ({
  part: `${column} (version) as (select min(${column}) from ${table} union all
    select (select min(${column}) from ${table} where ${column} > found.version) from ${column} found where found.version is not null)`,
  read: `select version from ${column} where version is not null`,
});

/** Every version that any server said or was activated with, whoever sees it; as few as there are, however many servers. */
export async function versionsAnywhere(em: EntityManager): Promise<string[]> {
  const [said, activated] = [each('said_version', 'contacts'), each('version', 'servers')];
  const rows = await em.execute<{ version: string }[]>(
    `with recursive ${said.part}, ${activated.part} ${said.read} union ${activated.read}`,
  );
  return rows.map(({ version }) => version);
}

/** Activated servers in sight of one of some versions, by id, after one. */
export async function serversOfVersions(
  em: EntityManager,
  { sight, nowMs }: Looking,
  { advisory, versions, limit, after }: { advisory: string; versions: string[]; limit: number; after: string | null },
): Promise<AffectedServer[]> {
  const seen = serversInSight(sight, nowMs, 'v');
  return em.execute<AffectedServer[]>(
    `select v.id, v.name, v.customer_id as "customerId", v.mode, ${VERSION} as version,
       (c.advised->'told'->>?)::float8 as "toldAt"
     ${ACTIVATED} and ${VERSION} in (select jsonb_array_elements_text(?::jsonb)) and ${seen.sql} and v.id > ?
     order by v.id limit ?`,
    [advisory, JSON.stringify(versions), ...seen.values, after ?? '', limit],
  );
}
