import type { EntityManager } from '@mikro-orm/postgresql';
import { takeTurn } from '../turns.ts';
import { CLAIMS_COUNT_SINCE } from './claims.ts';

/** A name that a server of a customer is to have. */
export type ServerName = { customerId: string; name: string; server: string };

/** A claim as it was found: by which server, and since when, in PostgreSQL's own words, as it counts more than milliseconds. */
export type Claim = { server: string; claimedAt: string };

/** In SQL, whether a server of a row `v` is in use under a folded name. */
const isNamed = (name: string) => `v.state <> 'retired' and folded_name(v.name) = ${name}`;

/**
 * Claims a name for a server, in whatever case it is written; null where another server of the customer has it, or is about
 * to. What its server was known by and no longer is can be claimed at once, and so can `abandoned`, a claim of which the
 * caller knows that nothing came of it, unless it was made anew meanwhile.
 */
export async function claimName(
  em: EntityManager,
  { customerId, name, server }: ServerName,
  abandoned: Claim | null = null,
): Promise<Claim | null> {
  return inTurn(em, customerId, async (tx) => {
    const [claim] = await tx.execute<Claim[]>(
      `insert into server_names as held (customer_id, name, server, claimed_at)
       select ?, folded_name(?), ?, clock_timestamp()
       where not exists (select from servers v where v.customer_id = ? and v.id <> ? and ${isNamed('folded_name(?)')})
       on conflict (customer_id, name) do update set server = excluded.server, claimed_at = excluded.claimed_at
       where held.server = excluded.server or held.claimed_at is null
         or exists (select from servers v where v.id = held.server and v.state = 'retired')
         or (held.server, held.claimed_at) = (?::text, ?::timestamptz)
       returning server, claimed_at::text as "claimedAt"`,
      [customerId, name, server, customerId, server, name, abandoned?.server ?? null, abandoned?.claimedAt ?? null],
    );
    return claim ?? null;
  });
}

/** The claim of a name that was made a minute ago or longer, and whose server was not known by it since; null where there is none. */
export async function overdueClaim(
  em: EntityManager,
  { customerId, name }: Pick<ServerName, 'customerId' | 'name'>,
): Promise<Claim | null> {
  const [claim] = await em.execute<Claim[]>(
    `select server, claimed_at::text as "claimedAt" from server_names
     where customer_id = ? and name = folded_name(?) and claimed_at < ${CLAIMS_COUNT_SINCE}`,
    [customerId, name],
  );
  return claim ?? null;
}

/** Whether two names are one, in whatever case they are written. */
export async function areSameNames(em: EntityManager, one: string, other: string): Promise<boolean> {
  const [row] = await em.execute<{ same: boolean }[]>(`select folded_name(?) = folded_name(?) as same`, [one, other]);
  return row!.same;
}

/**
 * Once a server is known by a name that was claimed for it: the claim no longer ends, and what it was known by before is
 * free. A claim that was made anew meanwhile stays as it is: somebody waits for what comes of that.
 */
export async function settleName(em: EntityManager, { customerId, name, server }: ServerName, claim: Claim) {
  await inTurn(em, customerId, async (tx) => {
    await tx.execute(
      `update server_names n set claimed_at = null from servers v
       where n.customer_id = ? and n.name = folded_name(?) and n.server = ? and n.claimed_at = ?::timestamptz
         and v.id = n.server and ${isNamed('n.name')}`,
      [customerId, name, server, claim.claimedAt],
    );
    await deleteFormer(tx, server);
  });
}

/** Frees what a server was known by and no longer is, as when it is retired. */
export async function freeNames(em: EntityManager, { customerId, server }: Omit<ServerName, 'name'>): Promise<void> {
  await inTurn(em, customerId, (tx) => deleteFormer(tx, server));
}

async function deleteFormer(tx: EntityManager, server: string): Promise<void> {
  await tx.execute(
    `delete from server_names n using servers v
     where n.server = ? and v.id = n.server and n.claimed_at is null and not (${isNamed('n.name')})`,
    [server],
  );
}

/**
 * Names of one customer change one after the other: a claim is judged by the rows of servers, which are none to be held, and
 * what was settled between its look and its write would not have been seen.
 */
function inTurn<Result>(em: EntityManager, customerId: string, change: (tx: EntityManager) => Promise<Result>) {
  return em.transactional(async (tx) => {
    await takeTurn(tx, `server-names/${customerId}`);
    return change(tx);
  });
}
