import type { MikroORM } from '@mikro-orm/postgresql';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { orderRows } from '../db/queries/publishing/publish-order.ts';
import { serverRows } from '../db/queries/publishing/publish-server.ts';
import { missing, openStreams, rebuildStream, type Rebuilt } from '../db/queries/publishing/rebuild.ts';
import { STREAMS, type StreamKind } from '../db/queries/publishing/streams.ts';
import { restoreTakeovers } from '../db/queries/servers/restoring.ts';
import { keptOfToken, tokenOf } from '../secrets/activation-token.ts';
import type { NamedKey } from '../secrets/named-keys.ts';
import { isUnanswered, within } from '../temporal/calls.ts';
import { orderQuery, orderWorkflowId, serverQuery, serverWorkflowId } from '../temporal/contract.ts';

type Deps = { orm: MikroORM; client: Client; secretKeys: readonly NamedKey[] };

export type RebuildOptions = {
  /** Says what differs and changes nothing. */
  onlyCompare?: boolean;
  onProgress?: (done: number, all: number) => void;
};

/** What was found, by stream. */
export type RebuildReport = {
  compared: number;
  differing: { stream: string; differences: string[] }[];
  /** Streams that could not be compared, and why. */
  left: { stream: string; why: string }[];
};

const AT_A_TIME = 8;
const ANSWER_WITHIN_MS = 20_000;

/**
 * Builds the current state of every open order and server anew from its workflow, one transaction a stream, and the takeovers
 * from the journal, and says what differed. Journal, accounts, intakes and e-mails are no projection and stay; so do orders and servers that are over.
 */
export async function rebuildProjection(deps: Deps, options: RebuildOptions = {}): Promise<RebuildReport> {
  const streams = await allStreams(deps);
  const report: RebuildReport = { compared: 0, differing: [], left: [] };
  let next = 0;
  let done = 0;
  const inTurn = async () => {
    while (next < streams.length) {
      await one(streams[next++]!);
      options.onProgress?.(++done, streams.length);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, inTurn));
  report.differing.push(...(await takeovers(deps.orm, options.onlyCompare ?? false)));
  const byStream = (one: { stream: string }, other: { stream: string }) => (one.stream < other.stream ? -1 : 1);
  return { ...report, differing: report.differing.sort(byStream), left: report.left.sort(byStream) };

  async function one({ kind, id }: { kind: StreamKind; id: string }): Promise<void> {
    const stream = `${kind}/${id}`;
    try {
      const rebuilt = await rebuild(deps, kind, id, options.onlyCompare ?? false);
      report.compared += 1;
      if (rebuilt.length > 0) report.differing.push({ stream, differences: rebuilt });
    } catch (error) {
      report.left.push({ stream, why: reason(error) });
    }
  }
}

/** What Temporal runs and what the tables call open: either may lack something that the other has. */
async function allStreams({ orm, client }: Deps): Promise<{ kind: StreamKind; id: string }[]> {
  const ids = await openStreams(orm.em.fork());
  const kinds = Object.keys(STREAMS) as StreamKind[];
  for (const kind of kinds)
    for await (const { workflowId } of client.workflow.list({
      query: `WorkflowType = '${kind}' AND ExecutionStatus = 'Running'`,
    }))
      ids[kind].push(workflowId.slice(kind.length + 1));
  return kinds.flatMap((kind) => [...new Set(ids[kind])].sort().map((id) => ({ kind, id })));
}

async function rebuild(deps: Deps, kind: StreamKind, id: string, onlyCompare: boolean): Promise<string[]> {
  let seenAhead: number | null = null;
  for (;;) {
    const rebuilt: Rebuilt = await attempt(deps, kind, id, { onlyCompare, seenAhead });
    if (rebuilt.kind === 'compared') return rebuilt.differences;
    // Published meanwhile: then the workflow says at least as much when it is asked again, or the rows are wrong.
    seenAhead = rebuilt.seq;
  }
}

/** The takeovers that had no row, by the stream of the served server. */
export async function takeovers({ em }: MikroORM, onlyCompare: boolean): Promise<RebuildReport['differing']> {
  const tx = em.fork();
  await tx.begin();
  try {
    const restored = Map.groupBy(await restoreTakeovers(tx), (served) => served);
    if (!onlyCompare && restored.size > 0) await tx.commit();
    return [...restored].map(([served, rows]) => ({
      stream: `contact/${served}`,
      differences: rows.map(() => missing('takeovers')),
    }));
  } finally {
    if (tx.isInTransaction()) await tx.rollback();
  }
}

/** By the state of a workflow; no event is written, as the journal is the workflow's own to append to. */
async function attempt(
  { orm, client, secretKeys }: Deps,
  kind: StreamKind,
  id: string,
  options: Parameters<typeof rebuildStream>[3],
): Promise<Rebuilt> {
  const answer = <Result>(call: () => Promise<Result>) => within(client, ANSWER_WITHIN_MS, call);
  if (kind === 'order') {
    const state = await answer(() => client.workflow.getHandle(orderWorkflowId(id)).query(orderQuery));
    return rebuildStream(orm.em, kind, { id, seq: state.seq, rows: orderRows(state) }, options);
  }
  const state = await answer(() => client.workflow.getHandle(serverWorkflowId(id)).query(serverQuery));
  const rows = serverRows(state, (token) => keptOfToken(tokenOf(secretKeys, id, token)));
  return rebuildStream(orm.em, kind, { id, seq: state.seq, rows }, options);
}

function reason(error: unknown): string {
  if (error instanceof WorkflowNotFoundError) return 'its rows are open, and Temporal knows no such workflow';
  if (isUnanswered(error)) return 'its workflow did not answer: does a worker run?';
  return error instanceof Error ? error.message : String(error);
}
