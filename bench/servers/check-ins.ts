import autocannon, { type Request } from 'autocannon';
import { connect } from '../../db/orm.ts';
import { freePort } from '../../scripts/start/ports.ts';
import { bearer, checkInBy, fillDatabase, SERVERS } from './fleet.ts';
import { compare, inTurns, median, type Row } from '../in-turns.ts';
import type { Installation } from '../installation.ts';
import { manyAtATime } from '../load.ts';

const ROUNDS = 3;
const SECONDS = 5;
const CONNECTIONS = 32;
/**
 * Servers that call, spread evenly over all that there are. Enough that each calls a few times in all: what is remembered
 * of the calls of half an hour is for servers that call once a day.
 */
const PER_CONNECTION = 1_500;
const CALLING = CONNECTIONS * PER_CONNECTION;
/** What is measured and each of its rounds, the one that does not count included, begin with other servers. */
const TURNS = 2 * (1 + ROUNDS);

/** Check-ins of servers that have the document already, and of those that need a fresh one, beside a bare route. */
export async function measureCheckIns({ apiUrl, publicUrl, databaseUrl, run }: Installation): Promise<Row[]> {
  const orm = await connect(databaseUrl, 1);
  console.error(`  ${SERVERS} servers are put into the database`);
  await fillDatabase(orm);
  await orm.close();
  const port = await freePort();
  await run('servers/bare.ts', databaseUrl, `${port}`);

  const bareUrl = `http://127.0.0.1:${port}`;
  const servers = Array.from({ length: CALLING }, (_, index) => `server-${1 + index * Math.floor(SERVERS / CALLING)}`);
  const etags = new Map<string, string>();
  console.error(`  ${CALLING} of them call for the first time`);
  await manyAtATime(CALLING, async (index) => etags.set(servers[index]!, await readEtag(servers[index]!)));
  const ours = (more: (server: string) => Record<string, string>) => (server: string) => ({
    path: '/v1/license',
    headers: { ...bearer(server, publicUrl), ...more(server) },
  });
  const bare = (route: string) => (server: string) => ({
    path: `/${route}/${server}`,
    headers: bearer(server, publicUrl),
  });

  const turns = { ours: 0, theirs: 0 };
  /** A list of calls for each connection, no two of them for one server, which would wait for each other's row. */
  const callsOf = (turn: number, make: ForServer) =>
    Array.from({ length: CONNECTIONS }, (_, connection) => {
      const own = servers.slice(PER_CONNECTION * connection, PER_CONNECTION * (connection + 1));
      const first = Math.floor((PER_CONNECTION / TURNS) * turn);
      return [...own.slice(first), ...own.slice(0, first)].map(make);
    });

  const measure = async (what: string, status: number, request: ForServer, theirs: ForServer) => {
    console.error(`  ${what}`);
    const p99s: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
    const rateOf = async (url: string, make: ForServer, side: 'ours' | 'theirs') => {
      const { rate, p99 } = await call(url, callsOf(turns[side]++, make), status);
      p99s[side].push(p99);
      return rate;
    };
    const rounds = await inTurns(
      ROUNDS,
      async () => ({ 'check-ins': await rateOf(apiUrl, request, 'ours') }),
      async () => ({ 'bare route': await rateOf(bareUrl, theirs, 'theirs') }),
    );
    const pairs = rounds.map((round) => ({ ours: round.ours['check-ins'], theirs: round.theirs['bare route'] }));
    const [ownP99, bareP99] = [p99s.ours, p99s.theirs].map((all) => median(all.slice(1)).toFixed(0));
    const [ownMb, bareMb] = [await apiMemory(), await bareMemory()].map((bytes) => (bytes / 1_000_000).toFixed(0));
    const beside = `p99 ${ownP99} / ${bareP99} ms, memory ${ownMb} / ${bareMb} MB`;
    return compare(pairs, { what, against: 'a bare Fastify route', target: 0.7, beside });
  };
  return [
    await measure(
      'check-ins, unchanged (304)',
      304,
      ours((server) => ({ 'if-none-match': etags.get(server)! })),
      bare('known'),
    ),
    await measure(
      'check-ins, a fresh document (200)',
      200,
      ours(() => ({})),
      bare('fresh'),
    ),
  ];

  async function apiMemory(): Promise<number> {
    const metrics = await (await fetch(`${apiUrl}/metrics`)).text();
    return Number(/^process_resident_memory_bytes (\S+)$/m.exec(metrics)![1]);
  }

  async function bareMemory(): Promise<number> {
    return ((await (await fetch(`${bareUrl}/memory`)).json()) as { bytes: number }).bytes;
  }

  async function readEtag(server: string): Promise<string> {
    const { headers } = await checkInBy(server, apiUrl, publicUrl);
    return headers.get('etag')!;
  }
}

type ForServer = (server: string) => Request;

/**
 * Requests answered per second, each with this status, and the 99th percentile of what they took, in milliseconds; a list
 * of requests for each connection. Throws when one was answered differently.
 */
async function call(url: string, requests: Request[][], status: number): Promise<{ rate: number; p99: number }> {
  let connection = 0;
  const { statusCodeStats, duration, latency, errors } = await autocannon({
    url,
    connections: requests.length,
    duration: SECONDS,
    setupClient: (client) => client.setRequests(requests[connection++]!),
  });
  const answered = statusCodeStats[status]?.count ?? 0;
  const others = Object.keys(statusCodeStats).filter((code) => code !== String(status));
  if (errors > 0 || others.length > 0)
    throw new Error(`${url} answered ${others.join(', ')} too, with ${errors} errors.`);
  return { rate: answered / duration, p99: latency.p99 };
}
