import { insertNameless } from '../../db/queries/repair/orders.ts';
import { lookBesideServer, putFormerTokens, type BesideServer } from '../../db/queries/repair/servers.ts';
import { lookAtStream, readStream, type JournalEnd, type StreamLook } from '../../db/queries/repair/streams.ts';
import { publishServer, serverRows, tokenRow } from '../../db/queries/publishing/publish-server.ts';
import { restoreClaims } from '../../db/queries/servers/restoring.ts';
import { evolve } from '../../domain/server/evolve.ts';
import { openServer, type RecordedServerEvent, type Server, type Token } from '../../domain/server/server.ts';
import { serverToldQuery, serverWorkflowId, type ServerTold } from '../../temporal/contract.ts';
import { behindOf, type Stand } from './behind.ts';
import type { RepairRun } from './deps.ts';
import {
  forgottenInWords,
  gapBehind,
  inTwo,
  leftAs,
  missingEvents,
  parting,
  placesInWords,
  type Again,
  type Findings,
} from './findings.ts';
import { keptOf } from './kept.ts';
import { reviveServer } from './revive-servers.ts';
import { behindInWords, rowsAnew, whatRowsLack } from './rows.ts';
import { askTold, isOpenNow, type Listed } from './telling.ts';

type Seen = { place: number; told: ServerTold; state: Server; look: StreamLook; beside: BesideServer };

/** The same of a server as `repairOrder` does of an order; a server also is behind where orders have heard later messages from it. */
export async function repairServer(
  run: RepairRun,
  id: string,
  { listed, end, before }: { listed: Listed; end: JournalEnd | undefined; before: Stand | null },
): Promise<Findings | Again> {
  const seen = await lookAt(run, id, end);
  const { told, state, look, beside } = seen;
  const stream = serverWorkflowId(id);
  const parted = parting(told.events, look.journal);
  if (parted !== null && !run.byJournal.has(stream)) return leftAs(inTwo(parted, stream));
  if (parted !== null) return reviveServer(run, id, null);
  const isClosed = state.retiredAt === null && !listed.isOpen && !(await isOpenNow(run.client, stream));
  if (isClosed) return reviveServer(run, id, told);
  const known = { seq: look.last, number: beside.heard };
  const behind = behindOf({ seq: state.seq, number: told.lastNumber }, known, before);
  if (behind === 'perhaps') return { again: known };
  if (behind === 'yes') return reviveServer(run, id, told);
  return repairTables(run, id, seen);
}

async function lookAt(run: RepairRun, id: string, end: JournalEnd | undefined): Promise<Seen> {
  const place = end && end.events === end.last ? Math.max(end.last - 1, 0) : 0;
  const told = await askTold(run.client, serverWorkflowId(id), serverToldQuery, place);
  const state = told.server;
  const em = run.orm.em.fork();
  const [look, beside] = await Promise.all([
    lookAtStream(em, 'server', id, { rows: serverRows(state, keptOf(run, id)), from: place + 1 }),
    lookBesideServer(em, id, state.customerId),
  ]);
  return { place, told, state, look, beside };
}

async function repairTables(run: RepairRun, id: string, { place, told, state, look, beside }: Seen): Promise<Findings> {
  const { events, forgotten } = missingEvents(told, look.journal, place + 1);
  const rows = whatRowsLack(look, state, told.publishedTo);
  const differences = [
    ...(beside.hasAccount ? [] : [`accounts ${state.customerId}: was missing`]),
    ...(events.length > 0 ? [`journal: ${placesInWords(events.map(({ seq }) => seq))} were missing`] : []),
    ...(rows === 'behind' ? [behindInWords(look, state)] : []),
  ];
  if (differences.length > 0 && !run.onlyCheck) await mend();
  if (rows === 'wrong')
    differences.push(
      ...(await rowsAnew(run, 'server', { id, seq: state.seq, rows: serverRows(state, keptOf(run, id)) })),
    );
  return { differences, left: [], lost: forgottenInWords(forgotten) };

  async function mend(): Promise<void> {
    const customer = { id: state.customerId, kind: 'customer', timeZone: null } as const;
    await run.orm.em.fork().transactional(async (tx) => {
      if (!beside.hasAccount) await insertNameless(tx, [customer], new Date(run.clock()));
      if (rows !== 'behind' && events.length === 0) return;
      await publishServer(tx, state, events, keptOf(run, id));
      await restoreClaims(tx, id);
      await putFormerTokens(
        tx,
        formerTokens(state, await readStream(tx, serverWorkflowId(id))).map((token) =>
          tokenRow(id, token, keptOf(run, id)),
        ),
      );
    });
  }
}

/** Every token that a server had before its present one, as its whole journal tells; none where that has a gap. */
function formerTokens(state: Server, events: readonly RecordedServerEvent[]): Token[] {
  const [first] = events;
  if (first?.type !== 'registered' || gapBehind(0, events) !== null) return [];
  const tokens = new Map<number, Token>();
  const { id, customerId, registeredAt, silentDays } = state;
  let server = openServer({ id, customerId, registeredAt, silentDays, name: first.name, role: first.role });
  for (const event of events) {
    server = evolve(server, event);
    if (server.token) tokens.set(server.token.version, server.token);
  }
  return [...tokens.values()].filter(({ version }) => version !== state.token?.version);
}
