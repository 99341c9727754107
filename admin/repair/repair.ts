import { setTimeout as delay } from 'node:timers/promises';
import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import { openStreams } from '../../db/queries/publishing/rebuild.ts';
import type { StreamKind } from '../../db/queries/publishing/streams.ts';
import { readLost, unbegun, type Lost } from '../../db/queries/repair/orders.ts';
import {
  isUnrepaired,
  newestEpoch,
  noteRepaired,
  noticeRestore,
  unrepairedSince,
} from '../../db/queries/repair/restored.ts';
import { journalEnds, type JournalEnd } from '../../db/queries/repair/streams.ts';
import { atMostAtOnce } from '../../services/at-once.ts';
import { isUnanswered } from '../../temporal/calls.ts';
import { orderWorkflowId } from '../../temporal/contract.ts';
import { ONLY_WHERE_NONE_IS } from './beginning.ts';
import { LOOK_AGAIN_AFTER_MS, type Stand } from './behind.ts';
import { AT_A_TIME, type RepairDeps, type RepairOptions, type RepairRun } from './deps.ts';
import { differingBy, leftAs, type Again, type Findings, type Look } from './findings.ts';
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

type Task = { stream: string; look: Look; before: Stand | null };

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
  const restoredAt = await unrepairedSince(em, deps.clock());
  const run: RepairRun = {
    ...deps,
    ...options,
    isUnrepaired: restoredAt !== null,
    restoredAt,
  };
  const report: RepairReport = {
    looked: 0,
    differing: [],
    left: [],
    lost: { nameless: [], accounts: [], facts: [], mails: [], batches: [], webhooks: [], events: [] },
    isUnrepaired: restoredAt !== null,
  };

  const lostEvents: string[] = [];
  const [ends, open, listedOrders, listedServers] = await Promise.all([
    journalEnds(em),
    openStreams(em),
    listWorkflows(run.client, 'order'),
    listWorkflows(run.client, 'server'),
  ]);
  const unstarted = (await unbegun(em, run.clock())).filter((number) => !listedOrders.has(number));
  const orders = [
    ...tasksOf(run, 'order', { ends, open: open.order, listed: listedOrders }),
    ...unstarted.map((number) => taskOf(orderWorkflowId(number), (before) => beginAnew(number, before))),
  ];
  const servers = tasksOf(run, 'server', { ends, open: open.server, listed: listedServers });
  const all = orders.length + servers.length;
  // Orders come first: what servers tell them is heard by those that go on again.
  await inTurn(orders);
  await inTurn(servers);
  for (const others of [repairMails, repairWalks, repairClaims]) report.differing.push(...(await others(run)));
  report.lost = { ...(await readLost(em)), ...(await lostWalks(run)), events: lostEvents.sort() };
  if (!options.onlyCheck && report.left.length === 0) {
    await noteRepaired(em, epoch);
    report.isUnrepaired = await isUnrepaired(em);
  }
  const byStream = (one: { stream: string }, other: { stream: string }) => (one.stream < other.stream ? -1 : 1);
  return { ...report, differing: report.differing.sort(byStream), left: report.left.sort(byStream) };

  /** What came in a moment ago is about to begin by itself. */
  async function beginAnew(number: string, before: Stand | null): Promise<Findings | Again> {
    if (before === null) return { again: { seq: 0, number: 0 } };
    if (await isKnownNow(run.client, orderWorkflowId(number))) return differingBy();
    if (!options.onlyCheck) await deps.begin(number);
    return differingBy('workflow: was missing');
  }

  async function inTurn(tasks: readonly Task[]): Promise<void> {
    for (let due = tasks; due.length > 0;) {
      due = (await atMostAtOnce(AT_A_TIME, due, one)).flat();
      // For all of them at once: a place in turn is not waited in.
      if (due.length > 0) await delay(LOOK_AGAIN_AFTER_MS);
    }
  }

  /** Answers the task where it is to be done once more. */
  async function one({ stream, look, before }: Task): Promise<Task[]> {
    const found = await look(before).catch((error: unknown) => leftAs(reason(error)));
    if ('again' in found) return [{ stream, look, before: found.again }];
    const { differences, left, lost } = found;
    if (differences.length > 0) report.differing.push({ stream, differences });
    report.left.push(...left.map((why) => ({ stream, why })));
    lostEvents.push(...lost.map((places) => `${stream}: ${places}`));
    onProgress(++report.looked, all);
    return [];
  }
}

const taskOf = (stream: string, look: Look): Task => ({ stream, look, before: null });

/** What is to be looked at of a kind: what Temporal knows, open or closed, and what rows call open and Temporal does not know. */
function tasksOf(
  run: RepairRun,
  kind: StreamKind,
  { ends, open, listed }: { ends: ReadonlyMap<string, JournalEnd>; open: string[]; listed: Map<string, Listed> },
): Task[] {
  const [look, revive] = kind === 'order' ? [repairOrder, reviveOrder] : [repairServer, reviveServer];
  const stream = (id: string) => `${kind}/${id}`;
  const looking = (id: string, about: Listed): Look => {
    return (before) => look(run, id, { listed: about, end: ends.get(stream(id)), before });
  };
  const lookOrRevive = async (id: string, before: Stand | null) => {
    // What began a moment ago may not be listed yet.
    const lookAtIt = () => looking(id, { isOpen: false, contentHash: null })(before);
    if (before !== null || (run.onlyCheck && (await isKnownNow(run.client, stream(id))))) return lookAtIt();
    return revive(run, id, null, ONLY_WHERE_NONE_IS).catch((error: unknown) => {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return lookAtIt();
      throw error;
    });
  };
  const unknown = open.filter((id) => !listed.has(id));
  return [
    ...[...listed].map(([id, about]) => taskOf(stream(id), looking(id, about))),
    ...unknown.map((id) => taskOf(stream(id), (before) => lookOrRevive(id, before))),
  ];
}

function reason(error: unknown): string {
  if (error instanceof WorkflowNotFoundError) return 'Temporal lists its workflow and does not know it: look again.';
  if (isUnanswered(error)) return 'Its workflow did not answer: does a worker of this version run?';
  return error instanceof Error ? error.message : String(error);
}
