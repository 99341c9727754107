import { randomUUID } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/postgresql';
import { encode, signJws } from '../../secrets/jws.ts';
import { POLICY } from '../../domain/policy.ts';
import { leaseDays, termsOf, type Agreement } from '../../domain/catalogue/terms.ts';
import { keyPair } from '../../secrets/signing-keys.ts';

export const SERVERS = 100_000;
const JWT_SECONDS = 120;

const HEADER = encode({ alg: 'EdDSA', typ: 'JWT' });

const SEED = Buffer.alloc(32, 7);
/** All servers have one key pair, here with its private half (RFC 8037): it costs as much to verify as one of each would. */
export const SERVER_KEY = { ...keyPair(SEED), d: SEED.toString('base64url') };

/** What each says of itself when it calls: as it said when it was activated, and what is in use. */
const SAID = { ver: '2026.Autumn.1', host: 'pbx-1', use: { 'attendant-console': 17, 'digital-fax': 12 } };

const LINES: (Agreement & { application: string })[] = [
  { application: 'attendant-console', license: 'subscription', endsOn: '2099-11-30', care: null },
  {
    application: 'digital-fax',
    license: 'perpetual',
    endsOn: null,
    care: { level: 'gold' as const, endsOn: '2099-11-30' },
  },
].map((line) => ({ ...line, startsOn: '2026-01-01' }) as Agreement & { application: string });

/** Puts servers into the database as activations would have, each with an order of two lines, and rows for the bare route. */
export async function fillDatabase({ em }: MikroORM): Promise<void> {
  const all = `generate_series(1, ${SERVERS}) n`;
  const fork = em.fork();
  await fork.execute(
    `insert into orders (number, seq, customer_id, time_zone, status, stage, placed_at, accepted_at)
     select 'F-' || n, 1, 'customer-' || n, 'UTC', 'open', 'activated', now(), now() from ${all}`,
  );
  for (const [index, line] of LINES.entries()) {
    const { application, license, startsOn, endsOn, care } = line;
    const id = `${index + 1}`;
    await fork.execute(
      `insert into lines (order_number, id, delivery, application, license, capacity, starts_on, ends_on, care, terms, lease_days)
       select 'F-' || n, ?, '1', ?, ?, 20, ?, ?, ?::jsonb, ?::jsonb, ? from ${all}`,
      [
        id,
        application,
        license,
        startsOn,
        endsOn,
        care && JSON.stringify(care),
        JSON.stringify(termsOf(line, 'UTC', POLICY)),
        leaseDays(POLICY, license),
      ],
    );
    await fork.execute(
      `insert into assignments (order_number, line, server, capacity) select 'F-' || n, ?, 'server-' || n, 20 from ${all}`,
      [id],
    );
    await fork.execute(
      `insert into shares (server, order_number, line, application, capacity)
       select 'server-' || n, 'F-' || n, ?, ?, 20 from ${all}`,
      [id, application],
    );
  }
  await fork.execute(
    `insert into servers (id, seq, customer_id, name, role, state, registered_at, activated_at, mode, version, hostname, public_key, former_keys)
     select 'server-' || n, 1, 'customer-' || n, 'Main', 'production', 'activated', now(), now(), 'online', ?, ?, ?::jsonb, '[]' from ${all}`,
    [SAID.ver, SAID.host, JSON.stringify(SERVER_KEY.publicKey)],
  );
  await fork.execute(`update contacts set last_check_in_at = now()`);
  await fork.execute(
    `create table bare (server text primary key, public_key jsonb not null, last_check_in_at timestamptz)`,
  );
  await fork.execute(`insert into bare select id, public_key, now() from servers`);
  await fork.execute('vacuum analyze');
}

/** The JWT with which a server authenticates itself; `act` says for what, where it is no check-in. */
export function checkInJwt(server: string, audience: string, act?: 'wait'): string {
  const iat = Math.floor(Date.now() / 1000);
  return signJws(SERVER_KEY.sign, HEADER, {
    iss: server,
    aud: audience,
    iat,
    exp: iat + JWT_SECONDS,
    jti: randomUUID(),
    ...SAID,
    ...(act && { act }),
  });
}

/** What a server says of itself when it calls: its JWT of a check-in. */
export const bearer = (server: string, audience: string) => ({
  authorization: `Bearer ${checkInJwt(server, audience)}`,
});

/** Has a server ask an api for its whole document, which is read to its end: the status and headers of the answer. */
export async function checkInBy(
  server: string,
  apiUrl: string,
  audience: string,
): Promise<Pick<Response, 'status' | 'headers'>> {
  const answer = await fetch(`${apiUrl}/v1/license`, { headers: bearer(server, audience) });
  await answer.text();
  return answer;
}
