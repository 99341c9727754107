import autocannon, { type Request } from 'autocannon';
import { connect } from '../db/orm.ts';
import { freePort } from '../scripts/ports.ts';
import { checkInJwt, fillDatabase, SERVERS } from './fleet.ts';
import { compare, inTurns, type Row } from './in-turns.ts';
import type { Installation } from './installation.ts';

const ROUNDS = 3;
const SECONDS = 5;
const CONNECTIONS = 32;
/** Servers that call, spread evenly over all that there are; each has its turn several times a second at most. */
const PER_CONNECTION = 60;
const CALLING = CONNECTIONS * PER_CONNECTION;

/** Check-ins of servers that have the document already, and of those that need a fresh one, beside a bare route. */
export async function measureCheckIns({ apiUrl, databaseUrl, run }: Installation): Promise<Row[]> {
  const orm = await connect(databaseUrl, 1);
  console.error(`  ${SERVERS} servers are put into the database`);
  await fillDatabase(orm);
  await orm.close();
  const port = await freePort();
  await run('bare.ts', databaseUrl, `${port}`);

  const servers = Array.from({ length: CALLING }, (_, index) => `server-${1 + index * Math.floor(SERVERS / CALLING)}`);
  const bearer = (server: string) => ({ authorization: `Bearer ${checkInJwt(server, apiUrl)}` });
  const etags = await Promise.all(servers.map(readEtag));
  const ours = (headers: (index: number) => Record<string, string>) => () =>
    servers.map((server, index) => ({ path: '/v1/license', headers: { ...bearer(server), ...headers(index) } }));
  const bare = (route: string) => () =>
    servers.map((server) => ({ path: `/${route}/${server}`, headers: bearer(server) }));

  const measure = async (what: string, status: number, route: string, requests: () => Request[]) => {
    console.error(`  ${what}`);
    const rounds = await inTurns(
      ROUNDS,
      async () => ({ 'check-ins': await rateOf(apiUrl, requests(), status) }),
      async () => ({ 'bare route': await rateOf(`http://127.0.0.1:${port}`, bare(route)(), status) }),
    );
    const pairs = rounds.map((round) => ({ ours: round.ours['check-ins'], theirs: round.theirs['bare route'] }));
    return compare(pairs, { what, against: 'a bare Fastify route', target: 0.5 });
  };
  return [
    await measure(
      'check-ins, unchanged (304)',
      304,
      'known',
      ours((index) => ({ 'if-none-match': etags[index]! })),
    ),
    await measure(
      'check-ins, a fresh document (200)',
      200,
      'fresh',
      ours(() => ({})),
    ),
  ];

  async function readEtag(server: string): Promise<string> {
    const response = await fetch(`${apiUrl}/v1/license`, { headers: bearer(server) });
    await response.text();
    return response.headers.get('etag')!;
  }
}

/** Requests answered per second, each with this status; throws when one was answered differently. */
async function rateOf(url: string, requests: Request[], status: number): Promise<number> {
  let connection = 0;
  const { statusCodeStats, duration, errors } = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    // No two connections call for one server, which would wait for each other's row.
    setupClient: (client) =>
      client.setRequests(requests.slice(PER_CONNECTION * connection, PER_CONNECTION * ++connection)),
  });
  const answered = statusCodeStats[status]?.count ?? 0;
  const others = Object.keys(statusCodeStats).filter((code) => code !== String(status));
  if (errors > 0 || others.length > 0)
    throw new Error(`${url} answered ${others.join(', ')} too, with ${errors} errors.`);
  return answered / duration;
}
