import type { EntityManager } from '@mikro-orm/postgresql';
import type { By } from '../../../domain/people/permissions.ts';
import { appendContactEvent } from '../check-ins/contacts.ts';

/** An activation that was refused: why, and what the machine said of itself. */
export type RefusedActivation = {
  code: string;
  mode: 'online' | 'offline';
  fingerprint: string;
  version: string;
  /** Who handed a request string in; nobody where the machine asked. */
  by?: By;
};

/** How often it was refused for one cause on one day; instants in epoch milliseconds. */
export type CountedRefusal = RefusedActivation & { firstAt: number; lastAt: number; times: number };

/**
 * Writes down that an activation was refused. The first of a cause and day (UTC) is an event of the server; the others are
 * counted beside it, so that whoever has a token that no longer counts makes nothing grow. The machine stands there alone,
 * as that has a period: the journal, which has none, says no more than why.
 */
export async function noteRefusedActivation(
  em: EntityManager,
  server: string,
  { code, mode, fingerprint, version, by }: RefusedActivation,
  atMs: number,
): Promise<void> {
  const at = new Date(atMs);
  await em.transactional(async (tx) => {
    const [counted] = await tx.execute<{ times: number }[]>(
      `insert into refused_activations as known
         (server, day, code, mode, times, first_at, last_at, fingerprint, version)
       values (?, (?::timestamptz at time zone 'UTC')::date, ?, ?, 1, ?, ?, ?, ?)
       on conflict (server, day, code, mode) do update set times = known.times + 1, last_at = excluded.last_at,
         fingerprint = excluded.fingerprint, version = excluded.version
       returning times`,
      [server, at, code, mode, at, at, fingerprint, version],
    );
    if (counted!.times > 1) return;
    const data = { code, ...(mode === 'offline' && { mode }), ...(by && { by }) };
    await appendContactEvent(tx, server, atMs, { type: 'activation-refused', data });
  });
}

/** How often a server's activations were refused, of those refusals that began at one of these instants. */
export async function refusedActivations(
  em: EntityManager,
  server: string,
  firstAtMs: readonly number[],
): Promise<CountedRefusal[]> {
  if (firstAtMs.length === 0) return [];
  const inMs = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;
  return em.execute<CountedRefusal[]>(
    `select code, mode, fingerprint, version, times, ${inMs('first_at')} as "firstAt", ${inMs('last_at')} as "lastAt"
     from refused_activations where server = ? and first_at in (${firstAtMs.map(() => '?').join()})`,
    [server, ...firstAtMs.map((at) => new Date(at))],
  );
}
