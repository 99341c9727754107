import { setTimeout as delay } from 'node:timers/promises';
import { WorkflowNotFoundError } from '@temporalio/client';
import { openStreams } from '../../db/queries/publishing/rebuild.ts';
import type { StreamKind } from '../../db/queries/publishing/streams.ts';
import { readLost, unbegun, type Lost } from '../../db/queries/repair/orders.ts';
import { isUnrepaired, newestEpoch, noteRepaired, noticeRestore } from '../../db/queries/repair/restored.ts';
import { journalEnds, type JournalEnd } from '../../db/queries/repair/streams.ts';
import { isUnanswered } from '../../temporal/calls.ts';
import { orderWorkflowId } from '../../temporal/contract.ts';
import type { RepairDeps, RepairOptions, RepairRun } from './deps.ts';
import { differingBy, leftAs, type Findings } from './findings.ts';
import { repairOrder } from './orders.ts';
import { lostWalks, repairClaims, repairMails, repairWalks, type Difference } from './others.ts';
import { reviveOrder } from './revive-orders.ts';
import { reviveServer } from './revive-servers.ts';
import { repairServer } from './servers.ts';
import { isKnownNow, listWorkflows, type Listed } from './telling.ts';

export type RepairReport = {
  /** How many orders and servers were looked at. */
  looked: number;
  /** What differed, and is made again unless it was only to be checked; by stream. */
  differing: Difference[];
  /** What could not be made again, and why. */
  left: { stream: string; why: string }[];
  /** What only a person can bring back, or nobody: `events` of journals, by their streams. */
  lost: Lost & { batches: string[]; webhooks: string[]; events: string[] };
  /** Whether numbers of orders are still taken by Temporal's word alone, as the database was restored. */
  isUnrepaired: boolean;
};

/** So many streams are looked at at the same time; each has a connection at most. */
const AT_A_TIME = 16;

const BEGINS_WITHIN_MS = 1_000;

type Task = { stream: string; look: () => Promise<Findings> };

/**
 * Compares everything that Temporal and the tables know of each other, after one of them was restored to another moment than
 * the other, and makes again what one side has and the other lacks, a transaction or a start for each stream: an end at any
 * point leaves the rest for the next time. `begin` starts an order that came in and never began.
 */
export async function repair(
  deps: RepairDeps & { begin: (number: string) => Promise<void> },
  options: RepairOptions,
  onProgress: (done: number, all: number) => void = () => undefined,
): Promise<RepairReport> {
  const em = deps.orm.em.fork();
  if (!options.onlyCheck) await noticeRestore(em);
  const epoch = await newestEpoch(em);
  const unrepaired = await isUnrepaired(em);
  const run: RepairRun = {
    ...deps,
    ...options,
    isUnrepaired: unrepaired,
    restoredAt: unrepaired ? instantOf(epoch, deps.clock()) : null,
  };
  const report: RepairReport = {
    looked: 0,
    differing: [],
    left: [],
    lost: { nameless: [], accounts: [], facts: [], mails: [], batches: [], webhooks: [], events: [] },
    isUnrepaired: unrepaired,
  };

  const lostEvents: string[] = [];
  const ends = await journalEnds(em);
  const open = await openStreams(em);
  const orders = await tasksOf(run, 'order', ends, open.order);
  const unstarted = (await unbegun(em, run.clock())).filter((number) => !orders.listed.has(number));
  const all = () => orders.tasks.length + unstarted.length + servers.tasks.length;
  const servers = await tasksOf(run, 'server', ends, open.server);
  // Orders come first: what servers tell them is heard by those that go on again.
  await inTurn(orders.tasks);
  await inTurn(unstarted.map((number) => ({ stream: orderWorkflowId(number), look: () => beginAnew(number) })));
  await inTurn(servers.tasks);
  for (const others of [repairMails, repairWalks, repairClaims]) report.differing.push(...(await others(run)));
  report.lost = { ...(await readLost(em)), ...(await lostWalks(run)), events: lostEvents.sort() };
  if (!options.onlyCheck && report.left.length === 0) {
    await noteRepaired(em, epoch);
    report.isUnrepaired = await isUnrepaired(em);
  }
  const byStream = (one: { stream: string }, other: { stream: string }) => (one.stream < other.stream ? -1 : 1);
  return { ...report, differing: report.differing.sort(byStream), left: report.left.sort(byStream) };

  /** What came in a moment ago is about to begin by itself. */
  async function beginAnew(number: string): Promise<Findings> {
    await delay(BEGINS_WITHIN_MS);
    if (await isKnownNow(run.client, orderWorkflowId(number))) return differingBy();
    if (!options.onlyCheck) await deps.begin(number);
    return differingBy('workflow: was missing');
  }

  async function inTurn(tasks: readonly Task[]): Promise<void> {
    let next = 0;
    const work = async () => {
      while (next < tasks.length) {
        await one(tasks[next++]!);
        onProgress(++report.looked, all());
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
  }

  async function one({ stream, look }: Task): Promise<void> {
    const { differences, left, lost } = await look().catch((error: unknown) => leftAs(reason(error)));
    if (differences.length > 0) report.differing.push({ stream, differences });
    report.left.push(...left.map((why) => ({ stream, why })));
    lostEvents.push(...lost.map((places) => `${stream}: ${places}`));
  }
}

/** What is to be looked at of a kind: what Temporal knows, open or closed, and what rows call open and Temporal does not know. */
async function tasksOf(
  run: RepairRun,
  kind: StreamKind,
  ends: ReadonlyMap<string, JournalEnd>,
  open: readonly string[],
): Promise<{ listed: Map<string, Listed>; tasks: Task[] }> {
  const listed = await listWorkflows(run.client, kind);
  const [look, revive] = kind === 'order' ? [repairOrder, reviveOrder] : [repairServer, reviveServer];
  const stream = (id: string) => `${kind}/${id}`;
  const taskOf = (id: string, about: Listed) => look(run, id, about, ends.get(stream(id)));
  const tasks = [...listed].map(([id, about]) => ({ stream: stream(id), look: () => taskOf(id, about) }));
  const unknown = open.filter((id) => !listed.has(id));
  // What began a moment ago may not be listed yet.
  const lookOrRevive = async (id: string) =>
    (await isKnownNow(run.client, stream(id)))
      ? taskOf(id, { isOpen: false, contentHash: null })
      : revive(run, id, null);
  return { listed, tasks: [...tasks, ...unknown.map((id) => ({ stream: stream(id), look: () => lookOrRevive(id) }))] };
}

/** The number of an epoch is the second in which a restore was noticed. */
function instantOf(epoch: number, nowMs: number): number {
  return epoch > 1 ? Math.min(epoch * 1000, nowMs) : nowMs;
}

function reason(error: unknown): string {
  if (error instanceof WorkflowNotFoundError) return 'Temporal lists its workflow and does not know it: look again.';
  if (isUnanswered(error)) return 'Its workflow did not answer: does a worker of this version run?';
  return error instanceof Error ? error.message : String(error);
}
