import type { EntityManager } from '@mikro-orm/postgresql';
import { CLAIMS_COUNT_SINCE } from './claims.ts';

/** A server that is to use what is free for tests of applications of its customer's. */
export type Testing = { customerId: string; server: string; applications: readonly string[] };

/** An application that another server tests. */
export type TakenTestUnits = { application: string; server: string };

/** In SQL, whether a server `v` is known to use what a row `t` says. */
export const IS_TESTING = `(v.customer_id = t.customer_id and v.state <> 'retired' and v.role = 'test'
  and v.test_units @> to_jsonb(t.application))`;

const IS_KNOWN = `exists (select from servers v where v.id = t.server and ${IS_TESTING})`;

/** In SQL, whether a row `t` counts: its server is known to use that, or is about to. */
const COUNTS = `(${IS_KNOWN} or (t.claimed_at > ${CLAIMS_COUNT_SINCE}
  and not exists (select from servers v where v.id = t.server and v.state = 'retired')))`;

/**
 * Claims what is free for tests of each application, before the server's workflow is told, and answers those that no other
 * request has claimed for it before; else the one that another server has, and nothing is claimed. Of two claims at once the
 * row lets one through. What came to nothing within a minute counts no more.
 */
export async function claimTestUnits(
  em: EntityManager,
  testing: Testing,
): Promise<{ claimed: string[] } | { taken: TakenTestUnits }> {
  const { customerId, server } = testing;
  const before = await em.execute<{ application: string }[]>(
    `select application from test_units t where customer_id = ? and server = ? and ${COUNTS}`,
    [customerId, server],
  );
  const isBefore = (one: string) => before.some(({ application }) => application === one);
  const anew = testing.applications.filter((one) => !isBefore(one));
  // By the alphabet, so that no two wait for each other.
  for (const application of [...testing.applications].sort()) {
    const claimed = await em.execute<unknown[]>(
      `insert into test_units as t (customer_id, application, server, claimed_at) values (?, ?, ?, clock_timestamp())
       on conflict (customer_id, application) do update set server = excluded.server,
         claimed_at = case when t.server = excluded.server and ${IS_KNOWN} then t.claimed_at else excluded.claimed_at end
         where t.server = excluded.server or not ${COUNTS}
       returning application`,
      [customerId, application, server],
    );
    if (claimed.length > 0) continue;
    await giveUpTestUnits(em, { ...testing, applications: anew });
    return { taken: { application, server: await holderOf(em, customerId, application) } };
  }
  return { claimed: anew };
}

/** Settles that a server uses what is free for tests of these applications: its claims are there, whoever gave them up meanwhile. */
export async function keepTestUnits(em: EntityManager, { customerId, server, applications }: Testing): Promise<void> {
  await em.execute(
    `insert into test_units (customer_id, application, server, claimed_at)
     select ?, jsonb_array_elements_text(?::jsonb), ?, clock_timestamp() on conflict do nothing`,
    [customerId, JSON.stringify(applications), server],
  );
}

/** Gives up what a server claimed of these applications, but for what it is known to use. */
export async function giveUpTestUnits(em: EntityManager, { customerId, server, applications }: Testing): Promise<void> {
  await em.execute(
    `delete from test_units t where t.customer_id = ? and t.server = ? and not ${IS_KNOWN}
       and t.application in (select jsonb_array_elements_text(?::jsonb))`,
    [customerId, server, JSON.stringify(applications)],
  );
}

async function holderOf(em: EntityManager, customer: string, application: string): Promise<string> {
  const [row] = await em.execute<{ server: string }[]>(
    'select server from test_units where customer_id = ? and application = ?',
    [customer, application],
  );
  return row?.server ?? '';
}
