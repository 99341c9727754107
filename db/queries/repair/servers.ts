import type { EntityManager } from '@mikro-orm/postgresql';
import type { tokenRow } from '../publishing/publish-server.ts';
import { executePrepared } from '../prepared.ts';

/** What stands beside the rows of a server. */
export type BesideServer = {
  /** Whether its customer has an account. */
  hasAccount: boolean;
  /** The number of the last message that any order has heard from it; 0 where none has. */
  heard: number;
};

/** Reads what stands beside a server. */
export async function lookBesideServer(em: EntityManager, server: string, customer: string): Promise<BesideServer> {
  const [beside] = await executePrepared<BesideServer>(
    em,
    'look-beside-server',
    `select exists (select from accounts where id = $2) as "hasAccount",
       coalesce((select max(number) from heard_servers where server = $1), 0) as heard`,
    [server, customer],
  );
  return beside!;
}

/** Orders that are not over and have heard from a server, or that it has a share of. */
export async function ordersOfServer(em: EntityManager, server: string): Promise<string[]> {
  const rows = await em.execute<{ number: string }[]>(
    `select number from orders where status in ('open', 'suspended') and number in (
       select order_number from heard_servers where server = ?
       union select order_number from assignments where server = ?
       union select order_number from shares where server = ?) order by number`,
    [server, server, server],
  );
  return rows.map(({ number }) => number);
}

/** What is fixed about a server, as its row has it. */
export async function openingOf(
  em: EntityManager,
  server: string,
): Promise<{ customerId: string; registeredAt: number; silentDays: number } | null> {
  const [row] = await em.execute<{ customerId: string; registeredAt: number; silentDays: number }[]>(
    `select customer_id as "customerId", (extract(epoch from registered_at) * 1000)::float8 as "registeredAt",
       silent_days as "silentDays" from servers where id = ?`,
    [server],
  );
  return row ?? null;
}

/** Servers in use that stand by for another one, or use what is free for tests. */
export async function claiming(em: EntityManager): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select id from servers where state <> 'retired' and (standby_for is not null or test_units is not null) order by id`,
  );
  return rows.map(({ id }) => id);
}

/** Writes tokens that a server had before its present one: their holders are told that they were replaced. */
export async function putFormerTokens(
  tx: EntityManager,
  tokens: readonly ReturnType<typeof tokenRow>[],
): Promise<void> {
  await tx.execute(
    `insert into activation_tokens (server, version, key, hash, first_group, issued_at, redeemed_at)
     select server, version, key, hash, "firstGroup", "issuedAt", "redeemedAt"
     from jsonb_to_recordset(cast(? as jsonb)) as given (server text, version int, key text, hash text, "firstGroup" text,
       "issuedAt" timestamptz, "redeemedAt" timestamptz)
     on conflict (server, version) do update set redeemed_at = excluded.redeemed_at`,
    [JSON.stringify(tokens)],
  );
}
