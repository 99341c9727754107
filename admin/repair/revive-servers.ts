import type { EntityManager } from '@mikro-orm/postgresql';
import { serverRows } from '../../db/queries/publishing/publish-server.ts';
import { lookBesideServer, openingOf, ordersOfServer } from '../../db/queries/repair/servers.ts';
import { lookAtStream, readStream } from '../../db/queries/repair/streams.ts';
import { evolve } from '../../domain/server/evolve.ts';
import { openServer, type RecordedServerEvent, type Server } from '../../domain/server/server.ts';
import {
  serverWorkflowId,
  TASK_QUEUE,
  type Outgoing,
  type ServerTold,
  type ServerWorkflow,
} from '../../temporal/contract.ts';
import { REPLACING, type Beginning } from './beginning.ts';
import type { RepairRun } from './deps.ts';
import { differingBy, gapBehind, leftAs, revivedInWords, stuckBehind, type Findings } from './findings.ts';
import { keptOf } from './kept.ts';

type Event = RecordedServerEvent;

/**
 * Has the workflow of a server go on from its journal, in a run of its own. It tells every order that it has to do with what it
 * holds there, under the next numbers: whichever messages were lost, all of them agree then.
 */
export async function reviveServer(
  run: RepairRun,
  id: string,
  told: ServerTold | null,
  beginning = REPLACING,
): Promise<Findings> {
  const em = run.orm.em.fork();
  const events = await readStream<Event>(em, serverWorkflowId(id));
  const begun = told?.server ?? (await begin(em, id, events));
  if (!begun) return leftAs('Its workflow is gone, and neither row nor journal say how it began.');
  const gap = gapBehind(begun.seq, events);
  if (gap !== null) return stuckBehind(gap, run.byJournal.has(serverWorkflowId(id)));
  const server = events.filter(({ seq }) => seq > begun.seq).reduce(evolve, begun);
  const look = await lookAtStream(em, 'server', id, {
    rows: serverRows(server, keptOf(run, id)),
    from: server.seq + 1,
  });
  if (look.seq !== server.seq || look.differs)
    return leftAs('Its workflow is behind its journal, and the journal does not lead to its rows.');
  if (!run.onlyCheck) await start(run, em, server, { known: told?.lastNumber ?? 0, beginning });
  return differingBy(revivedInWords(told?.server ?? null, server));
}

async function begin(em: EntityManager, id: string, events: readonly Event[]): Promise<Server | null> {
  const opening = await openingOf(em, id);
  const first = events[0];
  if (!opening || first?.type !== 'registered') return null;
  return openServer({ id, ...opening, name: first.name, role: first.role });
}

async function start(
  run: RepairRun,
  em: EntityManager,
  server: Server,
  { known, beginning }: { known: number; beginning: Beginning },
): Promise<void> {
  const { id, customerId } = server;
  const [orders, { heard }] = await Promise.all([ordersOfServer(em, id), lookBesideServer(em, id, customerId)]);
  const first = Math.max(heard, known) + 1;
  const outbox = orders.map((order, index) => messageTo(order, server, first + index, run.clock()));
  await run.client.workflow.start<ServerWorkflow>('server', {
    workflowId: serverWorkflowId(id),
    taskQueue: TASK_QUEUE,
    args: [{ server, unpublished: [], outbox, lastNumber: first - 1 + orders.length, handled: [] }],
    ...beginning,
    staticSummary: `Server ${id} of ${customerId}`,
    staticDetails: 'Goes on from its journal, as Temporal was restored from an older backup.',
  });
}

function messageTo(
  order: string,
  { id, customerId, shares, activation }: Server,
  number: number,
  at: number,
): Outgoing {
  const there = shares.filter((share) => share.order === order);
  return {
    order,
    message: {
      ...{ server: id, customer: customerId, number, at },
      shares: there.map(({ line, capacity }) => ({ line, capacity })),
      activatedAt: activation?.activatedAt ?? null,
    },
  };
}
