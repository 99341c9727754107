import type { Request } from 'autocannon';
import { connect } from '../../db/orm.ts';
import { freePort } from '../../scripts/start/ports.ts';
import { perPiece, readCounters } from '../production/costs.ts';
import { callInLists } from './calls.ts';
import { bearer, checkInBy, fillDatabase, SERVERS } from './fleet.ts';
import { compare, inTurns, median, type Row } from '../in-turns.ts';
import type { Installation } from '../installation.ts';
import { manyAtATime } from '../load.ts';

const ROUNDS = 5;
const SECONDS = 3;
const CONNECTIONS = 64;
/**
 * Servers that call, nearly all that there are. Enough that each calls about twice in all: what is remembered of the calls of
 * half an hour is for servers that call once a day.
 */
const PER_CONNECTION = 1_500;
const CALLING = CONNECTIONS * PER_CONNECTION;
/** What is measured and each of its rounds, the one that does not count included, begin with other servers. */
const TURNS = 3 * (1 + ROUNDS);

/**
 * Check-ins of servers that have the document already, and of those that need a fresh one, beside a bare route, and beside one
 * that only verifies; with the CPU that api and PostgreSQL take for each.
 */
export async function measureCheckIns({ apiUrl, publicUrl, databaseUrl, pids, run }: Installation): Promise<Row[]> {
  const orm = await connect(databaseUrl, 1);
  console.error(`  ${SERVERS} servers are put into the database`);
  await fillDatabase(orm);
  await orm.close();
  const port = await freePort();
  const barePid = await run('servers/bare.ts', databaseUrl, `${port}`);
  const { postgres, api } = pids();
  const processes = { ours: { postgres, api }, theirs: { postgres, bare: barePid } };

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

  const measure = async (
    { what, against, status, target }: { what: string; against: string; status: number; target: number | null },
    request: ForServer,
    theirs: ForServer,
  ) => {
    console.error(`  ${what}`);
    const p99s: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
    const costs: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
    const rateOf = async (url: string, make: ForServer, side: 'ours' | 'theirs') => {
      const counted = { pids: processes[side], databases: {} };
      const before = await readCounters(counted);
      const { answered, rate, p99 } = await call(url, callsOf(turns[side]++, make), status);
      const cost = perPiece(before, await readCounters(counted), answered);
      p99s[side].push(p99);
      costs[side].push(Object.values(cost).reduce((sum, ms) => sum + ms, 0));
      return rate;
    };
    const rounds = await inTurns(
      ROUNDS,
      async () => ({ 'check-ins': await rateOf(apiUrl, request, 'ours') }),
      async () => ({ 'bare route': await rateOf(bareUrl, theirs, 'theirs') }),
    );
    const pairs = rounds.map((round) => ({ ours: round.ours['check-ins'], theirs: round.theirs['bare route'] }));
    const [ownP99, bareP99] = [p99s.ours, p99s.theirs].map((all) => median(all.slice(1)).toFixed(0));
    const [ownCost, bareCost] = [costs.ours, costs.theirs].map((all) => median(all.slice(1)).toFixed(2));
    const [ownMb, bareMb] = [await apiMemory(), await bareMemory()].map((bytes) => (bytes / 1_000_000).toFixed(0));
    const beside = `CPU ${ownCost} / ${bareCost} ms each, p99 ${ownP99} / ${bareP99} ms, memory ${ownMb} / ${bareMb} MB`;
    return compare(pairs, { what, against, target, beside });
  };
  const known = ours((server) => ({ 'if-none-match': etags.get(server)! }));
  const unchanged = { what: 'check-ins, unchanged (304)', status: 304 };
  return [
    await measure({ ...unchanged, against: 'a bare Fastify route', target: 0.9 }, known, bare('known')),
    await measure(
      { what: 'check-ins, a fresh document (200)', against: 'a bare Fastify route', status: 200, target: 0.9 },
      ours(() => ({})),
      bare('fresh'),
    ),
    await measure({ ...unchanged, against: 'a route that only verifies', target: null }, known, bare('verified')),
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
 * Requests that were answered, how many a second, each with this status, and the 99th percentile of what they took, in
 * milliseconds; a list of requests for each connection. Throws when one was answered differently.
 */
async function call(
  url: string,
  requests: Request[][],
  status: number,
): Promise<{ answered: number; rate: number; p99: number }> {
  const { statuses, seconds, p99 } = await callInLists(url, requests, SECONDS);
  const answered = statuses.get(status) ?? 0;
  const others = [...statuses.keys()].filter((code) => code !== status);
  if (others.length > 0) throw new Error(`${url} answered ${others.join(', ')} too.`);
  return { answered, rate: answered / seconds, p99 };
}
